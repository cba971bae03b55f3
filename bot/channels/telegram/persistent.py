"""What is asked of Telegram until it is answered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.backoff import jittered
from bot.channels.telegram.http import wait_of

AGAIN, SELDOM = 1.0, 60.0  # seconds to wait where something cannot be reached, at first and at most
SAID = (BadRequest, Conflict, InvalidToken)  # errors whose words say what the operator has to do
log = logging.getLogger("yoyaku.telegram")


async def persistent(work: Callable[[], Awaitable[None]], what: str) -> None:
    """Do `work` until it is done, ever more rarely, or when Telegram says; `what` that is goes into the log."""
    attempts = 0
    while True:
        try:
            return await work()
        except Exception as error:  # whatever it is: without this nothing would be heard any more
            attempts += 1
            wait = jittered(AGAIN, SELDOM, attempts)
            if isinstance(error, RetryAfter):
                wait = max(wait, wait_of(error))
            said = f"{type(error).__name__}: {error}" if isinstance(error, SAID) else type(error).__name__
            log.warning("cannot %s: %s", what, said, exc_info=not isinstance(error, TelegramError))
            await asyncio.sleep(wait)
