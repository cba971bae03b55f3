"""What is asked of a vendor until it is answered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.backoff import jittered

AGAIN, SELDOM = 1.0, 60.0  # seconds to wait where something cannot be reached, at first and at most


@dataclass(frozen=True, slots=True)
class Complaint:
    """What an error of a vendor's says to the operator, and how many seconds it asks to wait."""

    words: str
    seconds: float = 0.0


async def persistent(
    work: Callable[[], Awaitable[None]],
    what: str,
    *,
    log: logging.Logger,
    complaint: Callable[[Exception], Complaint | None],
) -> None:
    """Do `work` until it is done, ever more rarely, or when they say; `what` that is goes into the log.

    An error that is no complaint of theirs is logged whole.
    """
    attempts = 0
    while True:
        try:
            return await work()
        except Exception as error:  # whatever it is: without this nothing would be heard any more
            attempts += 1
            said = complaint(error) or Complaint(type(error).__name__)
            log.warning("cannot %s: %s", what, said.words, exc_info=complaint(error) is None)
            await asyncio.sleep(max(jittered(AGAIN, SELDOM, attempts), said.seconds))
