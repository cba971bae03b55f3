"""The chat's routes: the page, what is said, the stream of what is answered, and the way out."""

import json
import secrets
from collections.abc import AsyncIterator
from functools import partial
from hashlib import blake2b
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from bot.channels import webchat
from bot.postman import LETTERS
from bot.web.pages import TAGS, browser_language, page, refused, templates
from bot.web.site import Site, site_of
from handlers.phrases import names, pages
from handlers.turn import Said
from storage import bubbles, talks
from storage.bubbles import Bubble

KEEPALIVE = 15.0  # seconds: a comment on an idle stream, so that a dead one is noticed
LARGEST = 256 * 1024  # bytes of a form: 10,000 characters take 90,000, percent-encoded


async def show(request: Request) -> Response:
    """Show the chat; whoever has none is greeted in a new one, of which nothing is kept until they speak."""
    site = site_of(request)
    chat = site.sessions.chat(request) or site.sessions.new_chat()
    screens = [webchat.screen(bubble) for bubble in await site.db.read(partial(bubbles.since, chat=chat))]
    if not screens:
        first = partial(webchat.first_screen, premises=site.premises, language=browser_language(request))
        screens = [await site.db.read(first)]
    response = page(
        request,
        "chat.html",
        screens=screens,
        change=max(screen.change for screen in screens),
        csrf=site.sessions.csrf(chat),
        update=secrets.token_urlsafe(12),
        office=site.premises.office,
        mailbox=site.premises.mailbox,
        language=screens[-1].language,
        languages=names.LANGUAGES,
        path_of=site.files.path,
    )
    site.sessions.remember(response, chat)
    return response


async def speak(request: Request) -> Response:
    """Hear what a form says: words, or a button."""
    site = site_of(request)
    chat = site.sessions.chat(request)
    form = await request.form(max_fields=8, max_files=0, max_part_size=LARGEST)
    if chat is None or not site.sessions.is_ours(chat, _text(form, "csrf")):
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    said = Said(
        chat=chat,
        update=f"{chat}:{_text(form, 'update')[:40]}",
        text=_text(form, "text"),
        button=_text(form, "button"),
        language=browser_language(request),
        origin=origin(request),
    )
    if said.text or said.button:
        await hear(request, chat, said)
    if "application/json" in request.headers.get("accept", ""):
        return Response(status_code=204)
    return RedirectResponse("/chat#latest", status_code=303)


async def stream(request: Request) -> Response:
    """Send every bubble as it is written or changed, from `after` on."""
    site = site_of(request)
    chat = site.sessions.chat(request)
    if chat is None:
        return Response(status_code=403)
    last = request.headers.get("last-event-id") or request.query_params.get("after", "0")
    after = int(last) if last.isascii() and last.isdecimal() and len(last) < 10 else 0
    return StreamingResponse(_events(site, chat, after), media_type="text/event-stream")


async def leave(request: Request) -> Response:
    """Sign out: what was said here is forgotten, bookings stay."""
    site = site_of(request)
    chat = site.sessions.chat(request)
    form = await request.form(max_fields=8, max_files=0)
    if chat is None or not site.sessions.is_ours(chat, _text(form, "csrf")):
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    await site.db.run(partial(talks.forget, chat=chat))
    response = RedirectResponse("/chat", status_code=303)
    site.sessions.forget(response)
    return response


async def hear(request: Request, chat: str, said: Said) -> None:
    """Hear `said` in one turn, then wake the chat's pages and the postman."""
    site = site_of(request)
    await site.db.run(partial(webchat.turn, premises=site.premises, said=said))
    site.bell.ring(chat)
    site.bell.ring(LETTERS)


def origin(request: Request) -> str:
    """Return a name for where the request came from, which cannot be turned back into an address."""
    host = request.client.host if request.client else ""
    return blake2b(host.encode(), key=site_of(request).premises.secret[:64], digest_size=8).hexdigest()


async def _events(site: Site, chat: str, after: int) -> AsyncIterator[str]:
    with site.bell.listener(chat) as rings:
        while not site.bell.is_closing:
            for bubble in await site.db.read(partial(bubbles.since, chat=chat, change=after)):
                after = max(after, bubble.change)
                yield f"id: {after}\ndata: {json.dumps(_drawn(site, bubble))}\n\n"
            if not await rings.wait(KEEPALIVE):
                yield ": still here\n\n"


def _drawn(site: Site, bubble: Bubble) -> dict[str, Any]:
    screen = webchat.screen(bubble)
    html = templates.get_template("bubble.html").render(
        screen=screen, language=screen.language, path_of=site.files.path, is_last=True
    )
    return {"number": bubble.number, "language": TAGS[screen.language], "html": html}


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
