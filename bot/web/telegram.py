"""What Telegram brings: an update, with the secret that only it knows."""

import asyncio
import hmac
import json

from starlette.requests import Request
from starlette.responses import Response

from bot.web.site import site_of

SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105  the header's name
LARGEST = 256 * 1024  # bytes of an update: they are of a few thousand
ENOUGH = 5.0  # seconds after which an update is acknowledged that is heard, but not answered


async def hear(request: Request) -> Response:
    """Hear an update; acknowledge it once it is answered, or soon after. 503: it is to come again."""
    telegram = site_of(request).vendors.get("telegram")
    if telegram is None:
        return Response(status_code=404)
    if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), telegram.secret.encode()):
        return Response(status_code=403)
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return Response(status_code=413)
    try:
        update = json.loads(body)
    except ValueError:
        return Response(status_code=400)
    if not isinstance(update, dict):
        return Response(status_code=400)
    answer = await telegram.hear(update)
    if answer is not None:
        await asyncio.wait({answer}, timeout=ENOUGH)
    return Response()
