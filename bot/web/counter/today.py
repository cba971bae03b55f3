"""The counter's page of today: visits, the one before the clerk, what is done with it, and the stream of changes."""

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.postman import LETTERS
from bot.web.counter import shift
from bot.web.counter.acting import COUNTER, let_in, shown
from bot.web.pages import browser_language, templates
from bot.web.site import Site, site_of
from handlers.counter import today
from handlers.counter.people import digest
from handlers.phrases import names
from rules.eligibility import papers
from rules.visits import Outcome
from storage import staff
from storage.database import Transaction
from storage.staff import Person

OFTEN, SELDOM = 0.5, 1.5  # seconds between two looks at the day: another program may change it, too
LONGEST = 300  # characters of what is searched for


async def show(request: Request) -> Response:
    """Show the day, and the visit that was scanned or found."""
    person = await let_in(request)
    if isinstance(person, Response):
        return person
    site, said = site_of(request), request.query_params.get("q", "")[:LONGEST]
    board = await site.db.read(partial(today.board, premises=site.premises, said=said))
    return await shown(request, person, "counter.html", said_in_search=said, **_shown(request, board))


async def stream(request: Request) -> Response:
    """Send the list of the day whenever it changes."""
    person = await shift.on_shift(request)
    if person is None:
        return Response(status_code=403)
    said = request.query_params.get("q", "")[:LONGEST]
    events = _events(site_of(request), person, request.cookies[shift.COOKIE], said, browser_language(request))
    return StreamingResponse(events, media_type="text/event-stream")


async def _events(site: Site, person: Person, cookie: str, said: str, language: str) -> AsyncIterator[str]:
    sent = ""
    with site.bell.listener(COUNTER, LETTERS) as rings:
        while not site.bell.is_closing and await site.db.read(partial(_is_there, person=person, cookie=cookie)):
            board = await site.db.read(partial(today.board, premises=site.premises, said=said))
            listed = templates.get_template("counter_day.html").render(language=language, **_day(site, board))
            yield f"event: day\ndata: {json.dumps(listed)}\n\n" if listed != sent else ": still here\n\n"
            sent = listed
            if await rings.wait(SELDOM):
                await asyncio.sleep(OFTEN)  # what rings meanwhile is shown together


def _is_there(tx: Transaction, person: Person, cookie: str) -> bool:
    found = staff.on_shift(tx, digest(cookie))
    return found is not None and found.id == person.id


def _day(site: Site, board: today.Board) -> dict[str, Any]:
    office = site.premises.office
    return {
        "board": board,
        "state_of": partial(today.state, office, now=board.now),
        "states": today.STATES,
        "short_modes": names.MODES,
    }


def _shown(request: Request, board: today.Board) -> dict[str, Any]:
    site, chosen = site_of(request), board.chosen
    return _day(site, board) | {
        "modes": names.MODES_IN_FULL,
        "certificates": names.CERTIFICATES,
        "papers": names.PAPERS,
        "outcomes": names.OUTCOMES,
        "Outcome": Outcome,
        "papers_of": partial(papers, site.premises.office),
        "state": today.state(site.premises.office, chosen.visit, now=board.now) if chosen else "",
    }
