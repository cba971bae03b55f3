"""What the counter looks at: the visits of today, those that were searched for, and the one before the clerk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from handlers.counter.scan import Scanned, Verdict, scanned, verdict
from handlers.message import Phrase
from handlers.phrases import counter
from handlers.turn import Premises
from rules.model import Office
from rules.visits import Visit
from storage import bookings, visits
from storage.database import Transaction
from storage.spelling import folded

AHEAD = 10  # days with visits that are searched, where nothing of today is found
LONG = timedelta(minutes=1)  # after which what is known is looked up again: agents may have changed their names

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
class Listing:
    """The visits of `day` as they stood at the `mark`, each with the words by which it is found."""

    day: date
    made: datetime
    mark: tuple[int, ...]
    visits: Sequence[Visit]
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Board:
    """What is shown: the visits of `day` that match what was searched for, of all those of the `listing`."""

    day: date
    now: datetime
    visits: Sequence[Visit]
    listing: Listing
    chosen: Chosen | None = None
    is_unknown: bool = False  # a code was scanned that nobody has

    @property
    def hour(self) -> int:
        """The hour of the day, with which states change."""
        return self.now.hour

    @property
    def count(self) -> int:
        """How many visits there are in all."""
        return len(self.listing.visits)


def board(tx: Transaction, premises: Premises, *, said: str = "", known: Listing | None = None) -> Board:
    """Return what is shown today to somebody who scanned or typed `said`; `known` is what was listed before."""
    now = tx.now.astimezone(premises.office.zone)
    today, card, wanted = listing(tx, now, known), scanned(said), folded(said)
    if not wanted:
        return Board(now.date(), now, today.visits, today)
    chosen = _chosen(tx, premises.office, card) if card is not None else None
    if chosen is not None:
        return Board(now.date(), now, today.visits, today, chosen)
    found: Sequence[Visit] = [visit for visit, words in zip(today.visits, today.words, strict=True) if wanted in words]
    if card is not None and not found:  # some names are like a code
        return Board(now.date(), now, today.visits, today, is_unknown=True)
    found = found or _to_come(tx, now.date(), wanted)
    if len(found) == 1:
        only = _chosen(tx, premises.office, Scanned(found[0].bookings[0].code))
        return Board(now.date(), now, today.visits, today, only)
    return Board(now.date(), now, found, today)


def listing(tx: Transaction, now: datetime, known: Listing | None = None) -> Listing:
    """Return the visits of today; what is `known` of them, where nothing changed since, and it is not old."""
    mark = visits.mark(tx, now.date())
    if known is not None and (known.day, known.mark) == (now.date(), mark) and now < known.made + LONG:
        recorded = visits.as_recorded(tx, known.day, known.visits)
        return known if recorded == known.visits else replace(known, visits=recorded)
    found = visits.on(tx, now.date())
    return Listing(now.date(), now, mark, found, [_words(visit) for visit in found])


def state(office: Office, visit: Visit, *, now: datetime) -> str:
    """Return how `visit` stands: a key of STATES."""
    if visit.is_absent:
        return "absent"
    if visit.arrived is not None:
        return "done" if visit.is_done else "here"
    return "overdue" if visit.slot.is_over(office, now=now) else "expected"


def _to_come(tx: Transaction, today: date, wanted: str) -> Sequence[Visit]:
    """Return the visits after `today` in whose words is what is `wanted`: whoever telephones speaks of these."""
    coming = (visit for day in visits.days_to_come(tx, today, most=AHEAD) for visit in visits.on(tx, day))
    return [visit for visit in coming if wanted in _words(visit)]


def _chosen(tx: Transaction, office: Office, card: Scanned) -> Chosen | None:
    booking = bookings.by_code(tx, card.code)
    if booking is None:
        return None
    visit = visits.of_booking(tx, booking)
    return Chosen(visit, card.code, verdict(office, visit, card, now=tx.now))


def _words(visit: Visit) -> str:
    """Return the names, codes and numbers of `visit`, of which any part finds it."""
    told = [visit.agent.name, visit.agent.workplace, *(booking.code for booking in visit.bookings)]
    told += [text for booking in visit.bookings for case in booking.cases for text in (case.typed, case.comparable)]
    return "\n".join(map(folded, told))
