"""Reminders in the box: one for all the visits of an agent on a day that share a cutoff."""

from dataclasses import dataclass
from datetime import date, datetime

from rules.model import Booking, Office, Slot
from rules.reminders import Reminder, due, useless_after
from storage import letters
from storage.database import Transaction, as_moment, as_text


@dataclass(frozen=True, slots=True)
class Visits:
    """What a reminder is about: the visits of `agent` on `day` that can be changed until `cutoff`."""

    agent: str
    day: date
    cutoff: datetime

    @classmethod
    def of(cls, booking: Booking) -> "Visits":
        """Return the visits of which `booking` is one."""
        return cls(booking.agent, booking.slot.day, booking.cutoff)

    @classmethod
    def named(cls, subject: str) -> "Visits":
        """Return the visits that a letter's subject names."""
        agent, day, cutoff = subject.split(" ")
        return cls(agent, date.fromisoformat(day), as_moment(cutoff))

    @property
    def subject(self) -> str:
        """The name of these visits, as a letter's subject."""
        return f"{self.agent} {self.day.isoformat()} {as_text(self.cutoff)}"


def put(tx: Transaction, office: Office, booking: Booking) -> None:
    """Put the reminders of the visit that `booking` is part of into the box: those that are not due yet.

    They go into the chat where it was booked; the deadline always by mail too. They are of use until the
    last hour of the day; which visits are, is asked when they are worded.
    """
    last = Slot(booking.slot.day, max(office.hours))
    for reminder in Reminder:
        moment = due(office, reminder, booking.slot, booking.cutoff)
        if moment > tx.now:
            end = useless_after(office, reminder, last, booking.cutoff)
            for chat in letters.ways(booking.chat, is_mailed=reminder is Reminder.DEADLINE):
                letters.put(tx, reminder, Visits.of(booking).subject, chat=chat, due=moment, useless_after=end)


def withdraw(tx: Transaction, booking: Booking) -> None:
    """Take the reminders of a visit out of the box, that `booking` was part of, unless others are."""
    if not is_shared(tx, booking):
        for reminder in Reminder:
            letters.withdraw(tx, reminder, Visits.of(booking).subject)


def is_shared(tx: Transaction, booking: Booking) -> bool:
    """Return whether another booking that stands is of the same visits as `booking` was."""
    other = tx.row(
        "SELECT 1 FROM booking WHERE agent = ? AND state = 'booked' AND day = ? AND cutoff = ?"
        " AND NOT (id = ? AND hour = ?)",
        *(booking.agent, booking.slot.day.isoformat(), as_text(booking.cutoff), booking.id, booking.slot.hour),
    )
    return other is not None
