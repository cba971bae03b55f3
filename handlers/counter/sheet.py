"""The day sheet: who comes on a day, by hour, and by application number for pulling the files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.confirmation import papers
from handlers.counter import spreadsheet
from handlers.message import Phrase, Words
from handlers.phrases import booked, counter, names
from rules.cutoff import MINUTE
from rules.model import Booking, Number, Office, Slot
from rules.opendays import DAY
from rules.visits import Visit
from storage import sheets, slots, visits
from storage.database import Transaction
from storage.sheets import Gone

OFFERED = 6  # open days that can be looked at, today among them


@dataclass(frozen=True, slots=True)
class Line:
    """A case of the day: its number, who comes for it and when.

    `is_clashing`: another agent has booked it, too; `is_added`: it was booked when the sheet was final already.
    """

    case: Number
    slot: Slot
    booking: Booking
    visit: Visit
    is_clashing: bool
    is_added: bool

    @property
    def remarks(self) -> tuple[Phrase, ...]:
        """What whoever pulls the files must know of it."""
        return (*((counter.CLASHES,) if self.is_clashing else ()), *((counter.ADDED,) if self.is_added else ()))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of `day` as it stands at `now`; from `final` on only what is telephoned in changes: `gone`, `added`."""

    day: date
    now: datetime
    final: datetime
    visits: Sequence[Visit]
    lines: Sequence[Line]
    gone: Sequence[Gone]
    is_closed: bool = False

    @property
    def added(self) -> Sequence[Line]:
        """What was booked since it was final."""
        return [line for line in self.lines if line.is_added]

    @property
    def last(self) -> datetime:
        """The last minute in which an agent can change it, as agents are told."""
        return self.final - MINUTE

    @property
    def is_final(self) -> bool:
        """Whether no agent can change it any more."""
        return self.now >= self.final


def days(tx: Transaction, office: Office) -> Sequence[date]:
    """Return the days whose sheet can be looked at: today, and the open days that are booked."""
    today = tx.now.astimezone(office.zone).date()
    return [today, *slots.open_days(tx, office, today + DAY, most=OFFERED - 1)]


def sheet(tx: Transaction, office: Office, day: date) -> Sheet:
    """Return the sheet of `day`."""
    found, clashing = visits.on(tx, day), sheets.clashing(tx, day)
    booked = [booking for visit in found for booking in visit.bookings]
    final = sheets.final(office, day, sheets.cutoffs(tx, day), slots.closed(tx))
    added = sheets.added_since(tx, day, final)
    lines = [
        Line(case, visit.slot, booking, visit, case.comparable in clashing, booking.id in added)
        for visit in found
        for booking in visit.bookings
        for case in booking.cases
    ]
    return Sheet(
        day=day,
        now=tx.now.astimezone(office.zone),
        final=sheets.final(office, day, (booking.cutoff for booking in booked), slots.closed(tx)).astimezone(
            office.zone
        ),
        visits=found,
        lines=sorted(lines, key=lambda line: (line.case.comparable, line.slot)),
        gone=sheets.gone_since(tx, day, final),
        is_closed=day in slots.closed(tx, day),
    )


def as_csv(office: Office, made: Sheet, language: str) -> str:
    """Return the sheet as a file that spreadsheets open, a line a case."""
    stands = (_cells(office, line) for line in made.lines)
    gone = (_gone(each, case) for each in made.gone for case in each.cases)
    return spreadsheet.as_csv((HEADS, *stands, *gone), language)


HEADS = (
    *(booked.NUMBERS, counter.HOUR, booked.CODE, counter.WHO, counter.WORKPLACE, booked.MODE),
    *(booked.BRING, counter.REMARK),
)


def _gone(each: Gone, case: str) -> Sequence[Words]:
    """Return the cells of a case that is on the sheet no more: who pulls its file is to put it back."""
    unknown = len(HEADS) - 4
    return (case, f"{each.hour}:00", each.code, *("",) * unknown, counter.IS_GONE)


def _cells(office: Office, line: Line) -> Iterator[Words]:
    agent, booking = line.visit.agent, line.booking
    yield line.case.typed
    yield f"{line.slot.hour}:00"
    yield booking.code
    yield agent.name
    yield agent.workplace
    yield names.MODES[booking.mode]
    yield booked.LIST(items=papers(office, agent, booking.mode))
    yield booked.LIST(items=line.remarks)
