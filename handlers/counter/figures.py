"""Figures for a head of section: visits, use of the slots, no-shows, lead time, papers; of nobody in particular."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.counter import spreadsheet
from handlers.message import Phrase, Words
from handlers.phrases import counter, management, names
from rules.model import Office, Paper
from rules.opendays import DAY, is_open
from storage import figures, slots
from storage.database import Transaction

PERIODS = (30, 90)  # days that can be looked at


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: what it shows, and for each row its value, of how many where that is known."""

    key: str
    title: Phrase
    head: Phrase
    rows: Sequence[tuple[Words, int, int | None]]

    @property
    def most(self) -> int:
        """The value of the longest bar."""
        return max((of or value for _, value, of in self.rows), default=0) or 1


def of_period(tx: Transaction, office: Office, days: int) -> Sequence[Figure]:
    """Return the figures of the last `days` days, today among them."""
    today = tx.now.astimezone(office.zone).date()
    first = today - DAY * (days - 1)
    return [_visits(tx, first, today), _use(tx, office, first, today), *_outcomes(tx, office, first, today)]


def as_csv(figure: Figure, language: str) -> str:
    """Return `figure` as a file that spreadsheets open."""
    return spreadsheet.as_csv(_rows(figure), language)


def _rows(figure: Figure) -> Iterator[Sequence[Words | int]]:
    has_of = any(of is not None for _, _, of in figure.rows)
    yield (figure.head, management.COUNT, *((management.OF,) if has_of else ()))
    for label, value, of in figure.rows:
        yield (label, value, *((of,) if of is not None else ()))


def _visits(tx: Transaction, first: date, last: date) -> Figure:
    counted = figures.visits_of_days(tx, first, last)
    return Figure(
        "visits", management.VISITS_A_DAY, management.DATE, [(counter.DAY(day=d), n, None) for d, n in counted.items()]
    )


def _use(tx: Transaction, office: Office, first: date, last: date) -> Figure:
    """Return how much of each hour was used: of the places that there were, on the days that were open."""
    closed = slots.closed(tx, first)
    days = [first + DAY * n for n in range((last - first).days + 1)]
    places = slots.places(tx, office, [day for day in days if is_open(office, day, closed)] or [last])
    offered = {hour: sum(count for slot, count in places.items() if slot.hour == hour) for hour in office.hours}
    counted = figures.visits_of_hours(tx, first, last)
    rows = [(f"{hour}:00", counted.get(hour, 0), offered[hour]) for hour in office.hours]
    return Figure("use", management.USE_OF_SLOTS, counter.HOUR, rows)


def _outcomes(tx: Transaction, office: Office, first: date, last: date) -> Sequence[Figure]:
    received, absent, unknown = figures.came(tx, office, first, last)
    came = [(counter.HERE, received, None), (counter.ABSENT, absent, None), (management.NOT_RECORDED, unknown, None)]
    results = figures.outcomes(tx, first, last).items()
    missing = sorted(figures.missing(tx, first, last).items(), key=lambda found: -found[1])
    lead = figures.lead_days(tx, office, first, last).items()
    return [
        Figure("came", management.WHO_CAME, counter.STATE, came),
        Figure("outcomes", counter.OUTCOMES, counter.OUTCOME, [(names.OUTCOMES[o], n, None) for o, n in results]),
        Figure("missing", management.MOST_MISSED, counter.MISSING, [(_paper(paper), n, None) for paper, n in missing]),
        Figure(
            "lead", management.LEAD_TIME, management.DAYS_BEFORE, [(management.DAYS(count=d), n, None) for d, n in lead]
        ),
    ]


def _paper(paper: Paper) -> Words:
    return names.PAPERS[paper](certificate=counter.CERTIFICATE)
