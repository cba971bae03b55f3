"""The counter's page of today: visits, the one before the clerk, what is done with it, and the stream of changes."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.postman import LETTERS
from bot.web.counter import day, shift
from bot.web.counter.acting import COUNTER, asked, let_in, shown
from bot.web.counter.day import Listed
from bot.web.pages import browser_language
from bot.web.site import Site, site_of
from handlers.counter import today
from handlers.counter.people import digest
from handlers.counter.today import Board
from handlers.phrases import names, results
from rules.eligibility import papers
from rules.visits import Outcome
from storage import staff
from storage.database import Transaction
from storage.staff import Person

OFTEN, SELDOM = 0.5, 1.5  # seconds between two looks at the day: another program may change it, too


async def show(request: Request) -> Response:
    """Show the day, and the visit that was scanned or found."""
    person = await let_in(request)
    if isinstance(person, Response):
        return person
    site, said = site_of(request), asked(request, "q")
    board = await day.looked(site, said)
    return await shown(request, person, "counter.html", said_in_search=said, **_shown(request, board))


async def stream(request: Request) -> Response:
    """Send the list of the day whenever it changes."""
    person = await shift.on_shift(request)
    if person is None:
        return Response(status_code=403)
    said = asked(request, "q")
    seen = request.headers.get("last-event-id") or request.query_params.get("seen", "")
    watched = Watched(person, request.cookies[shift.COOKIE], said, browser_language(request))
    events = _events(site_of(request), watched, seen)
    return StreamingResponse(events, media_type="text/event-stream")


@dataclass(frozen=True, slots=True)
class Watched:
    """Who watches the list, on which browser, what they searched for, and their language."""

    person: Person
    cookie: str
    said: str
    language: str


async def _events(site: Site, watched: Watched, seen: str) -> AsyncIterator[str]:
    sent: Listed | None = None
    with site.bell.listener(COUNTER, LETTERS) as rings:
        while not site.bell.is_closing and await site.db.read(partial(_is_there, watched=watched)):
            now = day.listed(site, await day.looked(site, watched.said), watched.language)
            if sent is None and now.seen == seen:  # as the page has it
                sent = now
            yield _event(sent, now)
            sent = now
            if await rings.wait(SELDOM):
                await asyncio.sleep(OFTEN)  # what rings meanwhile is shown together


def _event(sent: Listed | None, now: Listed) -> str:
    """Return the list as it is now, or the rows of it that changed, or a sign of life."""
    if sent is now:
        return ": still here\n\n"
    if sent is None or list(sent.rows) != list(now.rows):
        return f"event: day\nid: {now.seen}\ndata: {json.dumps(now.all)}\n\n"
    changed = {name: row[-1] for name, row in now.rows.items() if sent.rows[name][-1] != row[-1]}
    return f"event: rows\nid: {now.seen}\ndata: {json.dumps(changed)}\n\n" if changed else ": still here\n\n"


def _is_there(tx: Transaction, watched: Watched) -> bool:
    found = staff.on_shift(tx, digest(watched.cookie))
    return found is not None and found.id == watched.person.id


def _shown(request: Request, board: Board) -> dict[str, Any]:
    site, chosen = site_of(request), board.chosen
    return {
        "board": board,
        "listed": day.listed(site, board, browser_language(request)),
        "modes": names.MODES_IN_FULL,
        "certificates": names.CERTIFICATES,
        "papers": names.PAPERS,
        "outcomes": names.OUTCOMES,
        "missing": results.MISSING,
        "Outcome": Outcome,
        "papers_of": partial(papers, site.premises.office),
        "state": today.state(site.premises.office, chosen.visit, now=board.now) if chosen else "",
    }
