"""Seen from outside: whether the program can remember something, and its figures."""

import asyncio
import hmac
import time
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.texts import is_loopback
from bot.web.site import Site, site_of
from storage import census
from storage.database import Busy, Unavailable

FRESH = 1.0  # seconds for which an answer stands: whoever asks a thousand times writes once
PATIENCE = 5.0  # seconds, after which a database that does not answer is said not to


class Pulse:
    """Whether something can be remembered, felt no more often than once in a while."""

    def __init__(self) -> None:
        self._felt = 0.0
        self._trouble = ""
        self._one_at_a_time = asyncio.Lock()

    async def trouble(self, site: Site) -> str:
        """Return why nothing can be remembered just now, or nothing."""
        async with self._one_at_a_time:
            if time.monotonic() - self._felt > FRESH:
                self._trouble = await _trouble(site)
                self._felt = time.monotonic()
        return self._trouble


async def health(request: Request) -> Response:
    """Say whether the program is up: it can remember something."""
    pulse: Pulse = request.app.state.pulse
    trouble = await pulse.trouble(site_of(request))
    return PlainTextResponse(f"{trouble}\n" if trouble else "ok\n", status_code=503 if trouble else 200)


async def metrics(request: Request) -> Response:
    """Tell the figures to this machine, or to whoever has the token; to nobody else is there such a page."""
    site = site_of(request)
    if not _is_allowed(request, site):
        raise HTTPException(404)
    counted = await site.db.read(partial(census.counted, office=site.premises.office))
    return Response(site.metrics.told(counted), media_type="text/plain; version=0.0.4")


async def _trouble(site: Site) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            await site.db.run(census.beat)
    except Busy:
        return "busy: too many turns are waiting"
    except (Unavailable, TimeoutError):
        return "the database cannot commit: nothing can be saved just now"
    return ""


def _is_allowed(request: Request, site: Site) -> bool:
    """Return whether the token was said; a public address needs it: a proxy on this machine brings everybody."""
    said = request.headers.get("authorization", "")
    if site.token and hmac.compare_digest(said.encode(), f"Bearer {site.token}".encode()):
        return True
    return not site.premises.is_public and request.client is not None and is_loopback(request.client.host)
