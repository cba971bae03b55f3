"""What every page of the counter does: let in who may look, do what a form asks for, and say what came of it."""

import secrets
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.postman import LETTERS
from bot.web.chat import text
from bot.web.counter import shift
from bot.web.counter.shift import HOME
from bot.web.counter.signing import expired
from bot.web.pages import page, refused
from bot.web.site import site_of
from handlers.counter import acts
from handlers.counter.scan import scanned
from handlers.phrases import acts as phrases
from handlers.phrases import counter
from handlers.turn import UNFIT
from rules.objection import Objection
from storage import journal
from storage.journal import Entry
from storage.staff import Person

LONGEST = 300  # characters of what an address says
COUNTER = "counter"  # the topic of the bell


async def let_in(request: Request, page: str = "") -> Person | Response:
    """Return who looks at `page`, or where they are sent instead."""
    person = await shift.on_shift(request)
    if person is None:
        return RedirectResponse(f"{HOME}/sign-in", status_code=303)
    if not acts.may_look(person, page):
        await site_of(request).db.run(partial(acts.refuse_look, person=person, page=page))
        return refused(request, 403, phrases.OBJECTIONS[Objection.NOT_ALLOWED])
    return person


def asked(request: Request, name: str) -> str:
    """Return what the address says of `name`, without what no database takes."""
    return UNFIT.sub("", request.query_params.get(name, "")[:LONGEST])


async def shown(
    request: Request, person: Person, name: str, *, entry: Entry | None = None, status: int = 200, **context: Any
) -> Response:
    """Return a page of the counter, with what came of `entry`, or of the act that led here."""
    site, did = site_of(request), asked(request, "did")
    if entry is None and did:
        entry = await site.db.read(partial(journal.find, id=f"{person.id} {did}"))
    return page(
        request,
        name,
        status=status,
        person=person,
        csrf=shift.csrf(request),
        once=secrets.token_urlsafe(9),
        office=site.premises.office,
        entry=entry,
        done=phrases.DONE,
        objections=phrases.OBJECTIONS,
        roles=counter.ROLES,
        **context,
    )


async def acted(request: Request, name: str = "") -> tuple[Person, Entry, Mapping[str, str]] | Response:
    """Do what the form asks for, or the act `name`; return by whom, what was written down, and what was said.

    Where it is no form of somebody who is signed in, return where they are sent instead.
    """
    person, form = await shift.on_shift(request), await shift.form_of(request)
    if person is None:
        return RedirectResponse(f"{HOME}/sign-in", status_code=303)
    if form is None:
        return expired(request)
    site, said = site_of(request), acts.cleaned({field: text(form, field) for field in form})
    wanted = name or said.get("act", "")
    entry = await site.db.run(partial(acts.act, premises=site.premises, person=person, name=wanted, form=said))
    for topic in (COUNTER, LETTERS):
        site.bell.ring(topic)
    return person, entry, said


async def act(request: Request) -> Response:
    """Do what a form asks for, and go on to the page that shows how it stands then."""
    outcome = await acted(request)
    if isinstance(outcome, Response):
        return outcome
    person, entry, said = outcome
    did = f"did={quote(entry.id.partition(' ')[2])}"
    page = acts.ACTS[entry.act].page if entry.act in acts.ACTS else ""
    if page and acts.may_look(person, page):
        return RedirectResponse(f"{HOME}/{page}?{did}", status_code=303)
    found = scanned(said.get("code", ""))
    return RedirectResponse(f"{HOME}?q={found.code if found else ''}&{did}", status_code=303)
