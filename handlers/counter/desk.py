"""One act at the counter: who does it, what they said on the form, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from handlers.turn import Premises
from rules.model import Office
from rules.objection import Objection
from rules.visits import Visit
from storage import visits
from storage.database import Transaction
from storage.staff import Person

LONGEST = 200  # characters of a reason


@dataclass(frozen=True, slots=True)
class Desk:
    """What an act may look at; `form` holds what was filled in, cleaned."""

    tx: Transaction
    premises: Premises
    person: Person
    form: Mapping[str, str]

    @property
    def office(self) -> Office:
        return self.premises.office

    @property
    def now(self) -> datetime:
        """The moment, in the office's time."""
        return self.tx.now.astimezone(self.office.zone)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def reason(self) -> str:
        """Why, in the words of whoever does it."""
        return self.form.get("reason", "")[:LONGEST]

    def visit(self, objection: Callable[[Visit], Objection | None]) -> Visit | Objection:
        """Return the visit that the form is about, locked, if it stands as it was looked at and has no `objection`."""
        found = visits.locked(self.tx, self.office, self.form.get("code", ""))
        if found is None:
            return Objection.NO_SUCH_BOOKING
        if self.form.get("version") != str(found.version):
            return Objection.CHANGED_MEANWHILE
        return objection(found) or found


@dataclass(frozen=True, slots=True)
class Done:
    """An act was done: `about` is the opaque id of what it was done to, `why` the reason that was given.

    `what` was recorded, for the journal.
    """

    about: str
    why: str = ""
    what: str = ""


def of(visit: Visit, why: str = "", what: str = "") -> Done:
    """Return that something was done to `visit`: the journal knows it by its first booking."""
    return Done(visit.bookings[0].id, why, what)
