"""The mailbox of the trial: what went into the Maildir."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.channels.maildir import Shown, arrived, find, shown
from bot.web.pages import page, refused
from bot.web.site import Site, site_of
from handlers.phrases import pages

MAILBOX = "mailbox"  # the topic of the bell
MAIL_ALONE = (  # a mail is drawn as a mail reader would: nothing is loaded, nothing runs
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-popups"
)


async def show(request: Request) -> Response:
    """Show the mails, newest first."""
    folder = site_of(request).maildir
    seen = await asyncio.to_thread(arrived, folder)
    mails = await asyncio.to_thread(shown, folder)
    return page(request, "mailbox.html", mails=mails, seen=seen)


async def mail(request: Request) -> Response:
    """Show the HTML of one mail."""
    found = await _mail(request)
    if found is None:
        return refused(request, 404, pages.NOT_FOUND)
    return Response(found.html, media_type="text/html", headers={"Content-Security-Policy": MAIL_ALONE})


async def attached(request: Request) -> Response:
    """Send what is attached to a mail."""
    found = await _mail(request)
    files = found.files if found is not None else ()
    file = next((file for file in files if file.name == request.path_params["name"]), None)
    if file is None:
        return refused(request, 404, pages.NOT_FOUND)
    return Response(file.content, media_type=file.type)


async def stream(request: Request) -> Response:
    """Say when there are other mails than the page has seen."""
    seen = request.query_params.get("seen", "")
    return StreamingResponse(_events(site_of(request), seen), media_type="text/event-stream")


ROUTES = [
    Route("/mailbox", show),
    Route("/mailbox/stream", stream),
    Route("/mailbox/{key}", mail),
    Route("/mailbox/{key}/{name}", attached),
]


async def _mail(request: Request) -> Shown | None:
    return await asyncio.to_thread(find, site_of(request).maildir, request.path_params["key"])


async def _events(site: Site, seen: str) -> AsyncIterator[str]:
    with site.bell.listener(MAILBOX) as rings:
        while not site.bell.is_closing:
            mails = await asyncio.to_thread(arrived, site.maildir)
            yield ": still here\n\n" if str(mails) == seen else "data: mail\n\n"
            await rings.wait(15)
