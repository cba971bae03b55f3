"""What the counter looks at: the visits of today, those that were searched for, and the one before the clerk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from unicodedata import normalize

from handlers.counter.scan import Scanned, Verdict, scanned, verdict
from handlers.message import Phrase
from handlers.phrases import counter
from handlers.turn import Premises
from rules.model import Office
from rules.visits import Visit
from storage import bookings, visits
from storage.database import Transaction

STATES: Mapping[str, Phrase] = {
    "expected": counter.EXPECTED,
    "overdue": counter.OVERDUE,
    "here": counter.HERE,
    "done": counter.DONE_WITH,
    "absent": counter.ABSENT,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The visit before the clerk: found by a card or a search, with what is to be said of it."""

    visit: Visit
    code: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Board:
    """What is shown: the visits of `day` that match what was searched for, of `count` in all."""

    day: date
    now: datetime
    visits: Sequence[Visit]
    count: int
    chosen: Chosen | None = None
    is_unknown: bool = False  # a code was scanned that nobody has


def board(tx: Transaction, premises: Premises, *, said: str = "") -> Board:
    """Return what is shown today to somebody who scanned or typed `said`."""
    now = tx.now.astimezone(premises.office.zone)
    today = visits.on(tx, now.date())
    card = scanned(said)
    if card is not None:
        chosen = _chosen(tx, premises.office, card)
        return Board(now.date(), now, today, len(today), chosen, is_unknown=chosen is None)
    found = [visit for visit in today if _matches(visit, _plain(said))]
    if said and len(found) == 1:
        only = _chosen(tx, premises.office, Scanned(found[0].bookings[0].code))
        return Board(now.date(), now, today, len(today), only)
    return Board(now.date(), now, found, len(today))


def state(office: Office, visit: Visit, *, now: datetime) -> str:
    """Return how `visit` stands: a key of STATES."""
    if visit.is_absent:
        return "absent"
    if visit.arrived is not None:
        return "done" if visit.is_done else "here"
    return "overdue" if visit.slot.is_over(office, now=now) else "expected"


def _chosen(tx: Transaction, office: Office, card: Scanned) -> Chosen | None:
    booking = bookings.by_code(tx, card.code)
    if booking is None:
        return None
    visit = visits.of_booking(tx, booking)
    return Chosen(visit, card.code, verdict(office, visit, card, now=tx.now))


def _matches(visit: Visit, wanted: str) -> bool:
    """Return whether `wanted` is part of a name, a workplace, a code or a number of `visit`."""
    told = [visit.agent.name, visit.agent.workplace, *(booking.code for booking in visit.bookings)]
    told += [text for booking in visit.bookings for case in booking.cases for text in (case.typed, case.comparable)]
    return any(wanted in _plain(text) for text in told)


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())
