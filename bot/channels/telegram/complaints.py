"""What errors of Telegram's say to the operator."""

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.persistent import Complaint
from bot.channels.telegram.http import wait_of

SAID = (BadRequest, Conflict, InvalidToken)  # whose words say what the operator has to do


def complaint(error: Exception) -> Complaint | None:
    """Return what `error` says, or None: it is none of Telegram's."""
    if not isinstance(error, TelegramError):
        return None
    words = f"{type(error).__name__}: {error}" if isinstance(error, SAID) else type(error).__name__
    return Complaint(words, wait_of(error) if isinstance(error, RetryAfter) else 0.0)
