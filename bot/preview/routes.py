"""The preview's routes: its page, the one stream of all that changes on it, and what moves the clock."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.channels.maildir import arrived, shown
from bot.postman import LETTERS
from bot.preview import people
from bot.preview.clock import FARTHEST, OfficeClock
from bot.web import chat
from bot.web.mailbox import MAILBOX
from bot.web.pages import refused, templates
from bot.web.site import Site, site_of
from handlers.language import LANGUAGES
from handlers.phrases import pages, preview
from storage import letters

CLOCK = "clock"  # the topic of the bell
MORNING = time(8, 30)  # where a jump to a day ends
SHORT = 0.05  # seconds between two looks whether the postman is done
LOOKS = 100
UPCOMING = 4  # letters that are shown


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows already when it begins to listen."""

    change: int
    mails: str
    face: str
    language: str


async def show(request: Request) -> Response:
    """Show phone, mailbox and clock."""
    site = site_of(request)
    seen = await asyncio.to_thread(arrived, site.maildir)
    mails = await asyncio.to_thread(shown, site.maildir)
    time_now = await _time(site)
    return await chat.shown(request, "preview.html", mails=mails, seen=seen, face=_face(time_now), **time_now)


async def stream(request: Request) -> Response:
    """Send bubbles, mails and the clock as they change."""
    site = site_of(request)
    spoken = site.sessions.chat(request)
    if spoken is None:
        return Response(status_code=403)
    asked = request.query_params
    language = asked.get("language", "")
    seen = Seen(
        change=chat.after(request),
        mails=asked.get("mails", ""),
        face=asked.get("clock", ""),
        language=language if language in LANGUAGES else LANGUAGES[0],
    )
    return StreamingResponse(_events(site, spoken, seen), media_type="text/event-stream")


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


ROUTES = [
    Route("/preview/counter", people.counter, methods=["POST"]),
    Route("/", show),
    Route("/preview/stream", stream),
    Route("/preview/clock", move, methods=["POST"]),
    Route("/preview/sample", people.sample, methods=["POST"]),
]


async def _time(site: Site) -> dict[str, Any]:
    now = _clock(site)().astimezone(site.premises.office.zone)
    coming = await site.db.read(partial(letters.upcoming, most=UPCOMING))
    return {
        "now": now,
        "coming": [(due.astimezone(now.tzinfo), preview.LETTERS.get(kind, preview.OTHER)) for due, kind in coming],
        "first": now.date() + timedelta(days=1),  # days that the clock can be moved to
        "last": (now + FARTHEST).date() - timedelta(days=1),
    }


async def _next_letter(site: Site) -> datetime | None:
    """Return when the next letter is due that is not due yet, or None."""
    coming = await site.db.read(partial(letters.upcoming, most=1))
    return coming[0][0] if coming else None


async def _target(site: Site, to: str, day: str) -> datetime | None:
    """Return the moment to move to, or None where it cannot be told."""
    match to:
        case "hour":
            return _clock(site)() + timedelta(hours=1)
        case "letter":
            return await _next_letter(site)
        case _:
            try:
                return datetime.combine(date.fromisoformat(day), MORNING, site.premises.office.zone)
            except ValueError:
                return None


async def _forward(site: Site, target: datetime) -> None:
    """Move to `target`, halting at each letter on the way, so that it is sent at its own time."""
    clock = _clock(site)
    await _sent(site, clock())
    while (due := await _next_letter(site)) is not None and due <= target:
        clock.move_to(due)
        await _sent(site, due)
    clock.move_to(target)
    site.bell.ring(LETTERS)


async def _sent(site: Site, until: datetime) -> None:
    """Wait until what was due `until` then is sent, for a while."""
    site.bell.ring(LETTERS)
    for _ in range(LOOKS):
        if await site.db.read(partial(letters.are_all_sent, until=until)):
            return
        await asyncio.sleep(SHORT)


async def _events(site: Site, spoken: str, seen: Seen) -> AsyncIterator[str]:
    change, mails, face = seen.change, seen.mails, seen.face
    with site.bell.listener(spoken, MAILBOX, CLOCK) as rings:
        while not site.bell.is_closing:
            for number, event in await chat.bubbles_since(site, spoken, change):
                change = number
                yield event
            if (mails_now := str(await asyncio.to_thread(arrived, site.maildir))) != mails:
                mails = mails_now
                yield _named("mail", await _mails(site, seen.language))
            time_now = await _time(site)
            if _face(time_now) != face:
                face = _face(time_now)
                yield _named("clock", templates.get_template("clock.html").render(language=seen.language, **time_now))
            await rings.wait(chat.KEEPALIVE)
            yield ": still here\n\n"


async def _mails(site: Site, language: str) -> str:
    mails = await asyncio.to_thread(shown, site.maildir)
    return templates.get_template("mails.html").render(mails=mails, language=language)


def _face(time_now: dict[str, Any]) -> str:
    """Return what tells one face of the clock from another, to the minute."""
    return "".join(f"{moment:%m%d%H%M}" for moment in (time_now["now"], *(due for due, _ in time_now["coming"])))


def _named(name: str, html: str) -> str:
    return f"event: {name}\ndata: {json.dumps(html)}\n\n"


def _clock(site: Site) -> OfficeClock:
    assert isinstance(site.clock, OfficeClock)
    return site.clock
