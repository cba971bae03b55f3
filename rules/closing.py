"""Closing a slot, a day or a range of days, also at once: nobody is struck for it, and everybody may choose again."""

from dataclasses import dataclass
from datetime import date, datetime

from rules.model import Booking, Office, Slot
from rules.objection import Objection
from rules.opendays import DAY
from rules.visits import Visit

MOST_DAYS = 31  # of one closing


@dataclass(frozen=True, slots=True)
class Closing:
    """The days from `first` to `last`, whole or, where there are some, only their `hours`; told with the `reason`."""

    first: date
    last: date
    hours: tuple[int, ...] = ()
    reason: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it, in order, at most a month."""
        return tuple(self.first + DAY * n for n in range(min((self.last - self.first).days + 1, MOST_DAYS)))

    def slots(self, office: Office) -> tuple[Slot, ...]:
        """Return every slot of it, in order."""
        return tuple(Slot(day, hour) for day in self.days for hour in self.hours or office.hours)


def objection_to_close(office: Office, closing: Closing, *, today: date) -> Objection | None:
    """Return why `closing` cannot be done, or None."""
    if closing.first > closing.last or not set(closing.hours) <= set(office.hours):
        return Objection.NOT_UNDERSTOOD
    if (closing.last - closing.first).days >= MOST_DAYS:
        return Objection.TOO_LONG
    return Objection.IN_THE_PAST if closing.first < today else None


def is_closed_by(office: Office, closing: Closing, visit: Visit, *, now: datetime) -> bool:
    """Return whether `visit` cannot be kept: it is in what is closed, nobody was received, its hour is not over."""
    is_open = visit.arrived is not None or visit.is_absent or visit.slot.is_over(office, now=now)
    return not is_open and visit.slot in closing.slots(office)


def may_rebook(booking: Booking, *, now: datetime) -> bool:
    """Return whether another slot may be chosen for `booking`, outside the quota, because staff closed its own."""
    return booking.is_cancelled and booking.rebook_until is not None and now < booking.rebook_until
