"""Staff: who works at the counter; a manager adds, links anew and removes; and the journal of everybody's acts."""

import secrets
from collections.abc import Mapping
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import acted, asked, let_in, shown
from bot.web.counter.shift import HOME
from bot.web.site import site_of
from handlers.counter.acts import DONE
from handlers.counter.people import TOKEN
from handlers.message import Phrase
from handlers.phrases import acts, counter, names
from rules.staff import Role
from storage import journal, staff
from storage.database import Transaction, as_text
from storage.journal import Entry
from storage.staff import Person

LATEST = 300  # entries of the journal on a page
RECORDED: Mapping[str, Phrase] = {
    **{str(outcome): name for outcome, name in names.OUTCOMES.items()},
    "undo-absence": counter.UNDO_ABSENCE,
    "undo-outcomes": counter.UNDO_OUTCOMES,
    "undo-arrival": counter.UNDO_ARRIVAL,
    "undo-late": counter.UNDO_LATE,
    "visits-cancelled": counter.CANCELLED_VISITS,
}
"""What the journal says was done, in words."""


async def show(request: Request) -> Response:
    """Show who works here."""
    person = await let_in(request, "staff")
    return person if isinstance(person, Response) else await _page(request, person)


async def act(request: Request) -> Response:
    """Add, link anew or remove; the link that somebody gets is shown here, once."""
    outcome = await acted(request)
    if isinstance(outcome, Response):
        return outcome
    person, entry, said = outcome
    is_linked = entry.result == DONE and entry.act in ("staff-add", "staff-reset")
    link = f"{site_of(request).premises.url}{HOME}/join/{said['token']}" if is_linked else ""
    return await _page(request, person, entry=entry, link=link)


async def show_journal(request: Request) -> Response:
    """Show what was done last, by whom and why."""
    person = await let_in(request, "journal")
    if isinstance(person, Response):
        return person

    before = asked(request, "before") or journal.LAST

    def work(tx: Transaction) -> list[tuple[Entry, str, str]]:
        latest = journal.latest(tx, most=LATEST, before=before)
        return [(entry, staff.name_of(tx, entry.staff), journal.named(tx, entry.about)) for entry in latest]

    entries = await site_of(request).db.read(work)
    older = as_text(entries[-1][0].at) if len(entries) == LATEST else ""
    return await shown(
        request, person, "counter_journal.html", entries=entries, acts=acts.ACTS, recorded=RECORDED, older=older
    )


async def _page(request: Request, person: Person, *, entry: Entry | None = None, link: str = "") -> Response:
    if person.role is not Role.MANAGER:  # asked for something that they may not: it is in the journal
        return await shown(request, person, "counter_told.html", entry=entry, status=403)
    everybody = await site_of(request).db.read(partial(staff.everybody))
    token = secrets.token_urlsafe(TOKEN)
    return await shown(request, person, "counter_staff.html", entry=entry, everybody=everybody, link=link, token=token)
