"""A second opinion on every call: the models of aiogram, in a process of its own: they take seconds to import."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

OURS = {"plain", "buttons"}  # what the stand-in adds


def validate(calls: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Fail where a call is not what aiogram would make of it."""
    different = {}
    for method, fields in calls:
        said = {name: value for name, value in fields.items() if name not in OURS}
        different[f"{method} {json.dumps(said, sort_keys=True)}"] = [method, said]
    if not different:
        return
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps(list(different.values())),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parent.parent.parent.parent,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]


def _main() -> None:
    from aiogram import methods  # noqa: PLC0415

    wrong = []
    for method, fields in json.load(sys.stdin):
        model = getattr(methods, method[0].upper() + method[1:])
        missing = {"photo": "AgAC", "document": "BQAC"} if method in ("sendPhoto", "sendDocument") else {}
        known = {field.alias or name for name, field in model.model_fields.items()}
        try:
            model.model_validate({name: missing[name] for name in missing if name in known} | fields)
        except ValueError as error:
            wrong.append(f"{method}: {error}")
        if set(fields) - known:
            wrong.append(f"{method}: unknown {set(fields) - known}")
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    _main()
