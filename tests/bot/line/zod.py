"""LINE's own schema of Flex messages, of its package for npm, as a second opinion: `make test` brings it."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bot.line.strict import Json

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT / ".venv/zod/node_modules/@line/line-bot-mcp-server/dist/common/schema/flexMessage.js"
LENGTHS = {
    "text": 2000,
    "altText": 400,
    "label": 20,
    "displayText": 300,
    "data": 300,
    "clipboardText": 1000,
    "uri": 9999,
}
IS_THERE = SCHEMA.exists() and shutil.which("node") is not None


def validate(said: Sequence[Json]) -> None:
    """Fail where the schema refuses a Flex message of `said`, or knows a field of it not; where it is there at all."""
    messages = {json.dumps(message): message for message in map(alike, said) if message["type"] == "flex"}
    if IS_THERE and messages:
        node = subprocess.run(
            ["node", Path(__file__).with_name("zod.mjs"), SCHEMA],
            input=json.dumps(list(messages.values())).encode(),
            capture_output=True,
            check=True,
            timeout=60,
        )
        assert json.loads(node.stdout) == []


def alike(part: Any) -> Any:
    """Return `part` with what is written in it replaced where it is as long as it may be: a schema sees no more."""
    if isinstance(part, dict):
        return {key: "…" if _fits(key, value) else alike(value) for key, value in part.items()}
    return [alike(each) for each in part] if isinstance(part, list) else part


def _fits(key: str, value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= LENGTHS.get(key, 0)
