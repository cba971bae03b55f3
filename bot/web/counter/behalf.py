"""Booking for an agent who calls: whom staff look for, the form, and what was filled in where it cannot be so."""

from collections.abc import Mapping
from functools import partial
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.counter.acting import acted, asked, let_in, shown
from bot.web.counter.shift import HOME
from bot.web.site import site_of
from handlers.counter import behalf
from handlers.counter.acts import DONE
from handlers.phrases import names
from storage import bookings
from storage.journal import Entry
from storage.staff import Person


async def show(request: Request) -> Response:
    """Show whom was looked for, or what can be booked for one agent."""
    person = await let_in(request, "book")
    said = {name: asked(request, name) for name in ("who", "agent")}
    return person if isinstance(person, Response) else await _form(request, person, said)


async def book(request: Request) -> Response:
    """Book, and show the visit; where that cannot be, show the form as it was filled in."""
    outcome = await acted(request, "book")
    if isinstance(outcome, Response):
        return outcome
    person, entry, said = outcome
    if entry.result != DONE:
        return await _form(request, person, said, entry=entry)
    made = await site_of(request).db.read(partial(bookings.find_by_id, booking=entry.about))
    did = f"did={quote(entry.id.partition(' ')[2])}"
    return RedirectResponse(f"{HOME}?q={made.code if made else ''}&{did}", status_code=303)


async def _form(request: Request, person: Person, said: Mapping[str, str], *, entry: Entry | None = None) -> Response:
    site, wanted = site_of(request), said.get("who", "").strip()
    found = await site.db.read(
        partial(behalf.calling, office=site.premises.office, said=wanted, agent=said.get("agent", ""))
    )
    return await shown(
        request,
        person,
        "counter_book.html",
        entry=entry,
        status=200 if entry is None else 409,
        said_of=dict(said),
        who=wanted,
        calling=found,
        unsure=behalf.unsure(site.premises.office, said.get("numbers", "")),
        modes=names.MODES_IN_FULL,
        kinds={kind: names.KINDS[kind] for kind in site.premises.office.kinds},
        certificates=names.CERTIFICATES,
    )
