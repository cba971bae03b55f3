"""The log: a line of JSON for each event, or plain words in a terminal. It holds nothing that anybody typed."""

import asyncio
import logging
import sys
import time
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from pythonjsonlogger.json import JsonFormatter

FIELDS = "%(asctime)s %(levelname)s %(name)s %(message)s"
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Tells where an exception came from and of which kind it is, not its own words: they may quote what was typed."""

    converter = staticmethod(time.gmtime)
    default_time_format, default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"

    def formatException(self, ei: Raised) -> str:  # noqa: N802
        """Return the frames of each exception in the chain, and its kind."""
        lines, error = list[str](), ei[1]
        while error is not None:
            frames = "".join(traceback.format_tb(error.__traceback__))
            lines.append(f"Traceback (most recent call last):\n{frames}{type(error).__module__}.{type(error).__name__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n\n".join(reversed(lines))


class DiscreetJson(Discreet, JsonFormatter):
    """The same, as a line of JSON."""


def tell(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """Log what went wrong in a task that nobody waits for; the loop's own line would quote the exception."""
    logging.getLogger("yoyaku").error("a task went wrong", exc_info=context.get("exception"))


def set_up() -> None:
    """Write the log to standard error."""
    handler = logging.StreamHandler()
    is_read = sys.stderr.isatty()
    handler.setFormatter(
        Discreet(FIELDS)
        if is_read
        else DiscreetJson(FIELDS, rename_fields={"asctime": "at", "levelname": "level", "name": "from"})
    )
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in ("apscheduler", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("psycopg").setLevel(logging.ERROR)  # a line for each try to connect
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it would quote what it could not read
