"""What vendors bring: an update of Telegram's, events of LINE's. Who brings it is asked before it is read."""

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.web.site import Vendor, site_of

LARGEST = 256 * 1024  # bytes of a body: they are of a few thousand
ENOUGH = 5.0  # seconds after which an update is acknowledged that is heard, but not answered
SOON = 1.8  # seconds after which what LINE brings is to come again, unless it is heard: it waits for two
log = logging.getLogger("yoyaku.web")
_late: set[asyncio.Task[None]] = set()


class Strange(Exception):
    """What was brought is not taken, with a status that says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def telegram(request: Request) -> Response:
    """Hear an update; acknowledge it once it is answered, or soon after. 503: it is to come again."""
    try:
        vendor, update = await _brought(request, "telegram")
    except Strange as strange:
        return Response(status_code=strange.status)
    answer = await vendor.hear(update)
    if answer is not None:
        await asyncio.wait({answer}, timeout=ENOUGH)
    return Response()


async def line(request: Request) -> Response:
    """Hear events; acknowledge them once they are heard. 503: they are to come again."""
    try:
        vendor, brought = await _brought(request, "line")
    except Strange as strange:
        return Response(status_code=strange.status)
    events = brought.get("events")
    chats: dict[str, list[Mapping[str, Any]]] = {}
    for event in events if isinstance(events, list) else []:
        if isinstance(event, dict):
            chats.setdefault(repr(event.get("source")), []).append(event)
    hearing = [asyncio.ensure_future(_in_order(vendor, said)) for said in chats.values()]
    done, late = await asyncio.wait(hearing, timeout=SOON) if hearing else (set(), set())
    for each in late:  # it goes on: what it hears is known when it comes again
        _late.add(each)
        each.add_done_callback(_over)
    failed = [error for each in done if (error := each.exception())]
    if failed:
        raise failed[0]
    return Response(status_code=503 if late else 200)


def _over(hearing: asyncio.Task[None]) -> None:
    """Forget what was heard late; where it was not committed, it comes again, as it was told to."""
    _late.discard(hearing)
    if not hearing.cancelled() and (error := hearing.exception()) is not None:
        log.warning("what LINE brought was not heard: %s", type(error).__name__)


async def _in_order(vendor: Vendor, events: Sequence[Mapping[str, Any]]) -> None:
    for event in events:
        await vendor.hear(event)


async def _brought(request: Request, channel: str) -> tuple[Vendor, dict[str, Any]]:
    """Return the vendor of `channel`, and the object that it brought; raise Strange."""
    vendor = site_of(request).vendors.get(channel)
    if vendor is None:
        raise Strange(404)
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise Strange(413)
    if not vendor.is_genuine(body, request.headers):
        raise Strange(403)
    try:
        brought = json.loads(body)
    except ValueError:
        raise Strange(400) from None
    if not isinstance(brought, dict):
        raise Strange(400)
    return vendor, brought
