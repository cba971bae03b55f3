"""What errors of LINE's say to the operator."""

import aiohttp
from linebot.v3.messaging import ApiException

from bot.channels.persistent import Complaint


def complaint(error: Exception) -> Complaint | None:
    """Return what `error` says, or None: it is none of LINE's."""
    if isinstance(error, ApiException):
        return Complaint(f"{error.status} {str(error.body or '')[:200]}")
    return Complaint(type(error).__name__) if isinstance(error, (aiohttp.ClientError, TimeoutError)) else None
