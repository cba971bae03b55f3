"""The chat's routes: the page, what is said, the stream of what is answered, and the way out."""

import json
import secrets
from collections.abc import AsyncIterator
from functools import partial
from hashlib import blake2b
from ipaddress import ip_address, ip_network
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from bot.channels import webchat
from bot.postman import LETTERS
from bot.web.pages import browser_language, page, refused, templates
from bot.web.site import Site, site_of
from handlers.language import TAGS
from handlers.phrases import names, pages
from handlers.turn import Said
from storage import bubbles, talks
from storage.bubbles import Bubble

KEEPALIVE = 5.0  # seconds: a comment on an idle stream, so that a dead one is noticed
LARGEST = 256 * 1024  # bytes of a form: 10,000 characters take 90,000, percent-encoded


async def show(request: Request) -> Response:
    """Show the chat by itself."""
    return await shown(request, "chat.html")


async def shown(request: Request, name: str, **context: Any) -> Response:
    """Show the page `name` with a chat in it; whoever has none is greeted, and nothing is kept until they speak."""
    site = site_of(request)
    chat = site.sessions.chat(request) or site.sessions.new_chat()
    screens = [webchat.screen(bubble) for bubble in await site.db.read(partial(bubbles.since, chat=chat))]
    if not screens:
        first = partial(webchat.first_screen, premises=site.premises, language=browser_language(request))
        screens = [await site.db.read(first)]
    response = page(
        request,
        name,
        screens=screens,
        newest=max((screen.number for screen in screens if not screen.is_letter), default=0),
        change=max(screen.change for screen in screens),
        csrf=site.sessions.csrf(chat),
        update=secrets.token_urlsafe(12),
        office=site.premises.office,
        here=request.url.path,
        mailbox=site.premises.mailbox,
        language=screens[-1].language,
        languages=names.LANGUAGES,
        path_of=site.files.path,
        **context,
    )
    site.sessions.remember(response, chat)
    site.sessions.prefer(response, screens[-1].language)
    return response


async def speak(request: Request) -> Response:
    """Hear what a form says: words, or a button."""
    chat, form = await form_of(request)
    if chat is None:
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    chosen = text(form, "language")  # a button of the page around the chat
    said = Said(
        chat=chat,
        update=_update(chat, form),
        text=f"/language {chosen}" if chosen else text(form, "text"),
        button=text(form, "button"),
        language=browser_language(request),
        origin=origin(request),
        is_quiet=bool(chosen),
    )
    if said.text or said.button:
        await hear(request, chat, said)
    if "application/json" in request.headers.get("accept", ""):
        return Response(status_code=204)
    here = "/" if text(form, "here") == "/" else "/chat"
    return RedirectResponse(f"{here}#latest", status_code=303)


async def stream(request: Request) -> Response:
    """Send every bubble as it is written or changed, from `after` on."""
    site = site_of(request)
    chat = site.sessions.chat(request)
    if chat is None:
        return Response(status_code=403)
    return StreamingResponse(_events(site, chat, after(request)), media_type="text/event-stream")


async def leave(request: Request) -> Response:
    """Sign out: what was said here is forgotten, bookings stay."""
    site = site_of(request)
    chat, _ = await form_of(request)
    if chat is None:
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    await site.db.run(partial(talks.forget, chat=chat))
    response = RedirectResponse(site.home, status_code=303)
    site.sessions.forget(response)
    return response


async def hear(request: Request, chat: str, said: Said) -> None:
    """Hear `said` in one turn, then wake the chat's pages and the postman."""
    site = site_of(request)
    with site.metrics.turn("web"):
        await site.db.run(partial(webchat.turn, premises=site.premises, said=said))
    site.bell.ring(chat)
    site.bell.ring(LETTERS)


async def form_of(request: Request) -> tuple[str | None, FormData]:
    """Return a form, and the chat that it comes from: None where it is not from a page of ours."""
    sessions = site_of(request).sessions
    form = await request.form(max_fields=8, max_files=0, max_part_size=LARGEST)
    chat = sessions.chat(request)
    return (chat if chat is not None and sessions.is_ours(chat, text(form, "csrf")) else None), form


def _update(chat: str, form: FormData) -> str:
    """Return what tells a form that was sent twice: other words from the same page are another update."""
    words = "\0".join(text(form, name) for name in ("text", "button", "language")).encode("utf-8", "replace")
    return f"{chat}:{text(form, 'update')[:40]}:{blake2b(words, digest_size=6).hexdigest()}"


def text(form: FormData, name: str) -> str:
    """Return what `form` says under `name`, or nothing."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def after(request: Request) -> int:
    """Return the last change that the page has seen."""
    last = request.headers.get("last-event-id") or request.query_params.get("after", "0")
    return int(last) if last.isascii() and last.isdecimal() and len(last) < 10 else 0


def origin(request: Request) -> str:
    """Return a name for where the request came from, which cannot be turned back into an address."""
    network = _network(request.client.host if request.client else "")
    return blake2b(network.encode(), key=site_of(request).premises.secret[:64], digest_size=8).hexdigest()


def _network(host: str) -> str:
    """Return what one subscriber has: an IPv4 address, or an IPv6 network of 64 bits."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((host, 64), strict=False)) if address.version == 6 else host


async def bubbles_since(site: Site, chat: str, change: int) -> list[tuple[int, str]]:
    """Return the bubbles written after `change`: of each its change, and the event that shows it.

    Where they are gone, because the chat was signed out, the event says so once.
    """
    if await site.db.read(partial(bubbles.is_cleared, chat=chat, change=change)):
        return [(0, "event: gone\ndata: \n\n")]
    written = await site.db.read(partial(bubbles.since, chat=chat, change=change))
    return [(bubble.change, f"id: {bubble.change}\ndata: {json.dumps(_drawn(site, bubble))}\n\n") for bubble in written]


async def _events(site: Site, chat: str, change: int) -> AsyncIterator[str]:
    with site.bell.listener(chat) as rings:
        while not site.bell.is_closing:
            for number, event in await bubbles_since(site, chat, change):
                change = number
                yield event
            if not await rings.wait(KEEPALIVE):
                yield ": still here\n\n"


def _drawn(site: Site, bubble: Bubble) -> dict[str, Any]:
    screen = webchat.screen(bubble)
    html = templates.get_template("bubble.html").render(
        screen=screen, language=screen.language, path_of=site.files.path, is_last=True
    )
    return {"number": bubble.number, "language": TAGS[screen.language], "html": html}
