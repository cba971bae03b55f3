"""The preview's routes: its page, the one stream of all that changes on it, and what moves the clock."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.channels.maildir import arrived, shown
from bot.postman import LETTERS
from bot.preview.clock import OfficeClock
from bot.preview.sample import sample_agent
from bot.web import chat
from bot.web.mailbox import MAILBOX
from bot.web.pages import browser_language, refused, templates
from bot.web.site import Site, site_of
from handlers.language import LANGUAGES
from handlers.phrases import pages
from handlers.turn import Said
from storage import letters

CLOCK = "clock"  # the topic of the bell
MORNING = time(8, 30)  # where a jump to a day ends
SHORT = 0.05  # seconds between two looks whether the postman is done
LOOKS = 100


async def show(request: Request) -> Response:
    """Show phone, mailbox and clock."""
    site = site_of(request)
    mails = await asyncio.to_thread(shown, site.maildir)
    return await chat.shown(request, "preview.html", mails=mails, **await _time(site))


async def stream(request: Request) -> Response:
    """Send bubbles, mails and the clock as they change."""
    site = site_of(request)
    spoken = site.sessions.chat(request)
    if spoken is None:
        return Response(status_code=403)
    asked = request.query_params.get("language", "")
    language = asked if asked in LANGUAGES else LANGUAGES[0]
    return StreamingResponse(_events(site, spoken, chat.after(request), language), media_type="text/event-stream")


async def move(request: Request) -> Response:
    """Move the clock forward: an hour, to the next letter, to a day."""
    site = site_of(request)
    spoken, form = await chat.form_of(request)
    if spoken is None:
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    target = await _target(site, chat.text(form, "to"), chat.text(form, "day"))
    if target is not None:
        await _forward(site, target)
        site.bell.ring(CLOCK)
    return RedirectResponse("/", status_code=303)


async def sample(request: Request) -> Response:
    """Let the chat speak as an agent who is registered already."""
    site = site_of(request)
    spoken, form = await chat.form_of(request)
    if spoken is None:
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    said = Said(spoken, f"{spoken}:{chat.text(form, 'update')[:40]}", text="/menu", language=browser_language(request))
    await site.db.run(partial(sample_agent, office=site.premises.office, chat=spoken, language=said.language))
    await chat.hear(request, spoken, said)
    return RedirectResponse("/#latest", status_code=303)


ROUTES = [
    Route("/", show),
    Route("/preview/stream", stream),
    Route("/preview/clock", move, methods=["POST"]),
    Route("/preview/sample", sample, methods=["POST"]),
]


async def clock_face(site: Site, language: str) -> str:
    """Return the clock as the page shows it, with when the next letter is due."""
    return templates.get_template("clock.html").render(language=language, **await _time(site))


async def _time(site: Site) -> dict[str, datetime | None]:
    now = _clock(site)().astimezone(site.premises.office.zone)
    due = await site.db.read(letters.next_due)
    return {"now": now, "due": due.astimezone(now.tzinfo) if due is not None and due > now else None}


async def _target(site: Site, to: str, day: str) -> datetime | None:
    """Return the moment to move to, or None where it cannot be told."""
    match to:
        case "hour":
            return _clock(site)() + timedelta(hours=1)
        case "letter":
            return await site.db.read(letters.next_due)
        case _:
            try:
                return datetime.combine(date.fromisoformat(day), MORNING, site.premises.office.zone)
            except ValueError:
                return None


async def _forward(site: Site, target: datetime) -> None:
    """Move to `target`, halting at each letter on the way, so that it is sent at its own time."""
    clock = _clock(site)
    while (due := await site.db.read(letters.next_due)) is not None and clock() < due <= target:
        clock.move_to(due)
        site.bell.ring(LETTERS)
        for _ in range(LOOKS):
            if await site.db.read(letters.next_due) != due:
                break
            await asyncio.sleep(SHORT)
    clock.move_to(target)
    site.bell.ring(LETTERS)


async def _events(site: Site, spoken: str, after: int, language: str) -> AsyncIterator[str]:
    mails, face = -1, ""
    with site.bell.listener(spoken, MAILBOX, CLOCK) as rings:
        while not site.bell.is_closing:
            for change, event in await chat.bubbles_since(site, spoken, after):
                after = max(after, change)
                yield event
            if (arrived_now := await asyncio.to_thread(arrived, site.maildir)) != mails:
                mails = arrived_now
                yield _named("mail", await _mails(site, language))
            if (face_now := await clock_face(site, language)) != face:
                face = face_now
                yield _named("clock", face)
            await rings.wait(chat.KEEPALIVE)
            yield ": still here\n\n"


async def _mails(site: Site, language: str) -> str:
    mails = await asyncio.to_thread(shown, site.maildir)
    return templates.get_template("mails.html").render(mails=mails, language=language)


def _named(name: str, html: str) -> str:
    return f"event: {name}\ndata: {json.dumps(html)}\n\n"


def _clock(site: Site) -> OfficeClock:
    assert isinstance(site.clock, OfficeClock)
    return site.clock
