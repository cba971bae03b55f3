"""The mailbox of the trial: what went into the Maildir."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.channels.mail import arrived, shown
from bot.web.pages import page
from bot.web.site import Site, site_of
from handlers.phrases import pages

MAILBOX = "mailbox"  # the topic of the bell


async def show(request: Request) -> Response:
    """Show the mails, newest first."""
    folder = site_of(request).maildir
    seen = await asyncio.to_thread(arrived, folder)
    mails = await asyncio.to_thread(shown, folder)
    return page(request, "mailbox.html", mails=mails, seen=seen, p=pages)


async def stream(request: Request) -> Response:
    """Say when there are other mails than the page has seen."""
    seen = request.query_params.get("seen", "")
    return StreamingResponse(_events(site_of(request), seen), media_type="text/event-stream")


async def _events(site: Site, seen: str) -> AsyncIterator[str]:
    with site.bell.listener(MAILBOX) as rings:
        while not site.bell.is_closing:
            mails = await asyncio.to_thread(arrived, site.maildir)
            yield ": still here\n\n" if str(mails) == seen else "data: mail\n\n"
            await rings.wait(15)
