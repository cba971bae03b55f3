"""The web application: its routes, and what is said where something goes wrong."""

import logging
import secrets

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, StatelessLifespan

from bot.web import chat, mailbox, verify
from bot.web.pages import HERE, Headers, page
from bot.web.site import Site, site_of
from handlers.phrases import pages
from storage.database import Busy, Unavailable

log = logging.getLogger("yoyaku.web")


def application(site: Site, *, hosts: list[str], lifespan: StatelessLifespan[Starlette] | None = None) -> ASGIApp:
    """Return the application that serves `site` under the names `hosts` alone."""
    app = Starlette(
        routes=[
            Route("/", lambda _: RedirectResponse("/chat")),
            Route("/chat", chat.show),
            Route("/chat", chat.speak, methods=["POST"]),
            Route("/chat/stream", chat.stream),
            Route("/chat/leave", chat.leave, methods=["POST"]),
            Route("/verify/{token}", verify.show),
            Route("/verify/{token}", verify.press, methods=["POST"]),
            Route("/mailbox", mailbox.show),
            Route("/mailbox/stream", mailbox.stream),
            Route("/health", health),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)],
        exception_handlers={
            Busy: busy,
            Unavailable: busy,
            HTTPException: missing,
            Exception: trouble,
        },
        lifespan=lifespan,
    )
    app.state.site = site
    return Headers(app)  # outermost: the page that tells of an error of ours carries them too


async def health(request: Request) -> Response:
    """Say whether the program can remember something."""
    await site_of(request).db.run(lambda tx: tx.row("SELECT 1 AS one"))
    return PlainTextResponse("ok\n")


async def busy(request: Request, _: Exception) -> Response:
    """Say politely that it must be tried again."""
    return page(request, "sorry.html", status=503, title=pages.BUSY, body=pages.BUSY_BODY, p=pages)


async def missing(request: Request, error: Exception) -> Response:
    """Say that there is no such page, or whatever else a route refused."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    if status == 400:
        return page(request, "sorry.html", status=400, title=pages.NOT_TAKEN, body=pages.NOT_TAKEN_BODY, p=pages)
    return page(request, "sorry.html", status=status, title=pages.NOT_FOUND, body=None, p=pages)


async def trouble(request: Request, _: Exception) -> Response:
    """Tell of an error of ours, with a reference that is in the log too."""
    office = site_of(request).premises.office
    reference = secrets.token_hex(4)
    log.error("reference %s", reference)
    body = pages.TROUBLE_BODY(telephone=office.telephone, extension=office.extension)
    return page(request, "sorry.html", status=500, title=pages.TROUBLE, body=body, reference=reference, p=pages)
