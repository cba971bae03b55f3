"""Every act at the counter: who may do it, and where it is done. What is not here is not allowed."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.counter import absence, behalf, check_in, conduct, people, places, record, telephone, undo
from handlers.counter.desk import Desk, Done
from handlers.turn import UNFIT, Premises
from rules.objection import Objection
from rules.staff import Role, may
from storage import bookings, journal
from storage.database import Transaction
from storage.journal import Entry
from storage.staff import Person

DONE = "done"  # the result of an act that was done; any other is the objection to it
LONGEST = 2000  # characters of a field


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done at the counter, by whoever may."""

    needs: Role
    do: Callable[[Desk], Done | Objection]
    page: str = ""  # at which it is done: none for that of the day


ACTS: Mapping[str, Act] = {
    "check-in": Act(Role.CLERK, check_in.check_in),
    "record": Act(Role.CLERK, record.record),
    "absence": Act(Role.CLERK, absence.absence),
    "undo": Act(Role.CLERK, undo.undo),
    "telephone-cancel": Act(Role.CLERK, telephone.cancel),
    "telephone-late": Act(Role.CLERK, telephone.late),
    "book": Act(Role.CLERK, behalf.book, "book"),
    "suspend": Act(Role.MANAGER, conduct.suspend, "conduct"),
    "lift-suspension": Act(Role.MANAGER, conduct.lift, "conduct"),
    "appeal": Act(Role.MANAGER, conduct.appeal, "conduct"),
    "places": Act(Role.MANAGER, places.change_places, "places"),
    "close": Act(Role.MANAGER, places.close, "places"),
    "reopen": Act(Role.MANAGER, places.reopen, "places"),
    "staff-add": Act(Role.MANAGER, people.hired, "staff"),
    "staff-reset": Act(Role.MANAGER, people.linked, "staff"),
    "staff-remove": Act(Role.MANAGER, people.dismissed, "staff"),
}


def act(tx: Transaction, premises: Premises, person: Person, name: str, form: Mapping[str, str]) -> Entry:
    """Do what `person` asks for by `name`, or object; either is in the journal when this returns.

    A form carries a once-key: sent twice, it is done once, and answered as it was the first time.
    """
    once = form.get("once") or secrets.token_urlsafe(12)
    known = journal.find(tx, f"{person.id} {once[:40]}")
    if known is not None:
        return known
    desk = Desk(tx, premises, person, {field: _cleaned(said) for field, said in form.items()})
    wanted = ACTS.get(name)
    allowed = wanted is not None and may(person.role, wanted.needs)
    outcome = wanted.do(desk) if wanted is not None and allowed else Objection.NOT_ALLOWED
    journal.put(
        tx,
        f"{person.id} {once[:40]}",
        person.id,
        name if wanted is not None else "unknown",
        about=outcome.about if isinstance(outcome, Done) else _named(desk),
        why=outcome.why if isinstance(outcome, Done) else "",
        result=DONE if isinstance(outcome, Done) else outcome,
    )
    entry = journal.find(tx, f"{person.id} {once[:40]}")
    assert entry is not None
    return entry


def _named(desk: Desk) -> str:
    """Return the opaque id of the booking that an act which was not done was about, or nothing."""
    booking = bookings.by_code(desk.tx, desk.form.get("code", ""))
    return booking.id if booking is not None else ""


def _cleaned(said: str) -> str:
    return UNFIT.sub("", said[:LONGEST]).encode("utf-8", "ignore").decode().strip()
