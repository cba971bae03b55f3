"""Every act at the counter: who may do it, and where it is done. What is not here is not allowed."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from handlers.counter import absence, behalf, check_in, conduct, people, places, record, restored, telephone, undo
from handlers.counter.desk import Desk, Done
from handlers.turn import UNFIT, Premises
from rules.objection import Objection
from rules.staff import Role, may
from storage import bookings, journal, staff
from storage.database import Transaction
from storage.journal import Entry
from storage.staff import Person

DONE = "done"  # the result of an act that was done; any other is the objection to it
UNKNOWN = "unknown"  # what is written down of an act that there is not
LOOK = "look"  # what is written down of a page that was asked for in vain
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
    "letters-send": Act(Role.MANAGER, restored.send, "restored"),
    "letters-leave": Act(Role.MANAGER, restored.leave, "restored"),
    "staff-add": Act(Role.MANAGER, people.hired, "staff"),
    "staff-reset": Act(Role.MANAGER, people.linked, "staff"),
    "staff-remove": Act(Role.MANAGER, people.dismissed, "staff"),
}


PAGES: Mapping[str, Role] = {
    "": Role.CLERK,
    "sheet": Role.CLERK,
    "waiting": Role.CLERK,
    "book": Role.CLERK,
    "places": Role.MANAGER,
    "conduct": Role.MANAGER,
    "figures": Role.MANAGER,
    "restored": Role.MANAGER,
    "staff": Role.MANAGER,
    "journal": Role.MANAGER,
}
"""Who may look at which page."""


def may_look(person: Person, page: str) -> bool:
    """Return whether `person` may look at `page`."""
    return may(person.role, PAGES[page])


def refuse_look(tx: Transaction, person: Person, page: str) -> None:
    """Write down that `person` asked for a `page` that they may not see."""
    journal.put(tx, secrets.token_urlsafe(12), person.id, LOOK, about="", why=page, result=Objection.NOT_ALLOWED)


def cleaned(form: Mapping[str, str]) -> Mapping[str, str]:
    """Return `form` without what no database takes, each field of a bounded length."""
    return {
        name: UNFIT.sub("", said[:LONGEST]).encode("utf-8", "ignore").decode().strip() for name, said in form.items()
    }


def act(tx: Transaction, premises: Premises, person: Person, name: str, form: Mapping[str, str]) -> Entry:
    """Do what `person` asks for by `name` with a `cleaned` form, or object; either is in the journal when this returns.

    A form carries a once-key: sent twice as it is, it is done once, and answered as it was the first time.
    """
    name = name if name in ACTS else UNKNOWN
    once = f"{person.id} {_once(name, form)}"
    known = journal.find(tx, once)
    if known is not None:
        return known
    desk = Desk(tx, premises, person, form)
    wanted = ACTS.get(name)
    here = staff.locked(tx, person.id)  # who may have been removed since their page was looked at
    allowed = wanted is not None and here is not None and may(here.role, wanted.needs)
    outcome = wanted.do(desk) if wanted is not None and allowed else Objection.NOT_ALLOWED
    journal.put(
        tx,
        once,
        person.id,
        name,
        about=outcome.about if isinstance(outcome, Done) else _named(desk),
        why=outcome.why if isinstance(outcome, Done) else "",
        what=outcome.what if isinstance(outcome, Done) else "",
        result=DONE if isinstance(outcome, Done) else outcome,
    )
    entry = journal.find(tx, once)
    assert entry is not None
    return entry


def _once(name: str, form: Mapping[str, str]) -> str:
    """Return by what a form is known again: its once-key, and all that was filled in."""
    key = form.get("once") or secrets.token_urlsafe(12)
    said = sorted((field, value) for field, value in form.items() if field not in ("csrf", "once"))
    return blake2b(repr((key, name, said)).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _named(desk: Desk) -> str:
    """Return the opaque id of whom, or of which booking, an act which was not done was about, or nothing."""
    booking = bookings.by_code(desk.tx, desk.form.get("code", ""))
    person = staff.by_name(desk.tx, desk.form["name"]) if desk.form.get("name") else None
    return booking.id if booking is not None else person.id if person is not None else ""
