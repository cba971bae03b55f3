"""The web application: its routes, and what is said where something goes wrong."""

import logging
import secrets
from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send, StatelessLifespan

from bot.web import cards, chat, data, health, verify, webhook
from bot.web.counter import acting, behalf, conduct, figures, places, restored, sheet, signing, staff, today
from bot.web.pages import HERE, Headers, refused
from bot.web.site import Site, site_of
from handlers.phrases import pages
from storage.database import Busy, Unavailable

LARGEST = 512 * 1024  # bytes of a body: the largest form takes half of it
log = logging.getLogger("yoyaku.web")

ROUTES = (
    Route("/", lambda _: RedirectResponse("/chat")),
    Route("/chat", chat.show),
    Route("/chat", chat.speak, methods=["POST"]),
    Route("/chat/stream", chat.stream),
    Route("/chat/leave", chat.leave, methods=["POST"]),
    Route("/verify/{token}", verify.show),
    Route("/verify/{token}", verify.press, methods=["POST"]),
    Route("/card/{token}.png", cards.picture),
    Route("/card/{token}.ics", cards.calendar),
    Route("/card/{token}", cards.show),
    Route("/c/{code}", cards.code),
    Route("/data/{token}.json", data.save),
    Route("/data/{token}", data.show),
    Route("/counter", today.show),
    Route("/counter/act", acting.act, methods=["POST"]),
    Route("/counter/book", behalf.show),
    Route("/counter/book", behalf.book, methods=["POST"]),
    Route("/counter/stream", today.stream),
    Route("/counter/conduct", conduct.show),
    Route("/counter/figures", figures.show),
    Route("/counter/figures.csv", figures.file),
    Route("/counter/journal", staff.show_journal),
    Route("/counter/places", places.show),
    Route("/counter/restored", restored.show),
    Route("/counter/staff", staff.show),
    Route("/counter/staff", staff.act, methods=["POST"]),
    Route("/counter/sheet", sheet.show),
    Route("/counter/sheet.csv", sheet.file),
    Route("/counter/waiting", sheet.waiting),
    Route("/counter/sign-in", signing.show),
    Route("/counter/sign-in", signing.enter, methods=["POST"]),
    Route("/counter/sign-out", signing.leave, methods=["POST"]),
    Route("/counter/join/{token}", signing.link),
    Route("/counter/join/{token}", signing.join, methods=["POST"]),
    Route("/telegram", webhook.telegram, methods=["POST"]),
    Route("/line", webhook.line, methods=["POST"]),
    Route("/health", health.health),
    Route("/metrics", health.metrics),
    Mount("/static", StaticFiles(directory=HERE / "static")),
)


def application(
    site: Site,
    *,
    hosts: list[str],
    routes: Sequence[Route] = (),
    lifespan: StatelessLifespan[Starlette] | None = None,
) -> ASGIApp:
    """Return the application that serves `site`, and `routes` before its own, under the names `hosts` alone."""
    app = Starlette(
        routes=[*routes, *ROUTES],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts), Middleware(Bounded)],
        exception_handlers={
            Busy: busy,
            Unavailable: busy,
            HTTPException: missing,
            Exception: trouble,
        },
        lifespan=lifespan,
    )
    app.state.site, app.state.pulse = site, health.Pulse()
    # outermost: the page that tells of an error of ours carries them too
    return Headers(app, is_secure=site.premises.url.startswith("https:"))


class Bounded:
    """Refuses a body that is larger than any of ours, as soon as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen = 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > LARGEST:
                raise HTTPException(413)
            return message

        await self._app(scope, bounded, send)


async def busy(request: Request, _: Exception) -> Response:
    """Say politely that it must be tried again."""
    return refused(request, 503, pages.BUSY, pages.BUSY_BODY)


async def missing(request: Request, error: Exception) -> Response:
    """Say that there is no such page, or whatever else a route refused."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    if status in (400, 413):
        return refused(request, status, pages.NOT_TAKEN, pages.NOT_TAKEN_BODY)
    return refused(request, status, pages.NOT_FOUND)


async def trouble(request: Request, _: Exception) -> Response:
    """Tell of an error of ours, with a reference that is in the log too."""
    office = site_of(request).premises.office
    reference = secrets.token_hex(4)
    log.error("reference %s", reference)
    body = pages.TROUBLE_BODY(telephone=office.telephone, extension=office.extension)
    return refused(request, 500, pages.TROUBLE, body, reference=reference)
