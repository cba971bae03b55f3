"""Figures of a period, for a head of section: counted from the rows, of nobody in particular."""

from collections.abc import Mapping
from datetime import date, datetime

from rules.model import Office, Paper
from rules.visits import Outcome
from storage.database import Transaction

VISITS = (
    "SELECT booking.day, booking.hour, booking.agent, MAX(visit.arrived) AS arrived, MAX(visit.is_absent) AS is_absent"
    " FROM booking LEFT JOIN visit ON visit.agent = booking.agent AND visit.day = booking.day"
    " AND visit.hour = booking.hour WHERE booking.state = 'booked' AND booking.day BETWEEN ? AND ?"
    " GROUP BY booking.day, booking.hour, booking.agent"
)


def visits_of_days(tx: Transaction, first: date, last: date) -> Mapping[date, int]:
    """Return how many visits were booked for each day."""
    rows = tx.rows(f"SELECT day, COUNT(*) AS n FROM ({VISITS}) AS v GROUP BY day ORDER BY day", *_span(first, last))
    return {date.fromisoformat(row["day"]): row["n"] for row in rows}


def visits_of_hours(tx: Transaction, first: date, last: date) -> Mapping[int, int]:
    """Return how many visits were booked for each hour of the day."""
    rows = tx.rows(f"SELECT hour, COUNT(*) AS n FROM ({VISITS}) AS v GROUP BY hour ORDER BY hour", *_span(first, last))
    return {row["hour"]: row["n"] for row in rows}


def came(tx: Transaction, office: Office, first: date, last: date) -> tuple[int, int, int]:
    """Return how many visits were received, how many were no-shows, and of how many that are over nothing is known."""
    now = tx.now.astimezone(office.zone)
    row = tx.row(
        "SELECT COUNT(arrived) AS received, COALESCE(SUM(COALESCE(is_absent, 0)), 0) AS absent,"
        " COUNT(CASE WHEN arrived IS NULL AND COALESCE(is_absent, 0) = 0 AND (day < ? OR hour < ?) THEN 1 END) AS n"
        f" FROM ({VISITS}) AS v",
        *(now.date().isoformat(), now.hour, *_span(first, last)),
    )
    assert row is not None
    return row["received"], int(row["absent"]), row["n"]


def lead_days(tx: Transaction, office: Office, first: date, last: date) -> Mapping[int, int]:
    """Return how many bookings were made so many days before the visit."""
    rows = tx.rows(
        "SELECT day, booked FROM booking WHERE state = 'booked' AND day BETWEEN ? AND ?", *_span(first, last)
    )
    counted: dict[int, int] = {}
    for row in rows:
        made = datetime.fromisoformat(row["booked"]).astimezone(office.zone).date()
        days = (date.fromisoformat(row["day"]) - made).days
        counted[days] = counted.get(days, 0) + 1
    return dict(sorted(counted.items()))


def outcomes(tx: Transaction, first: date, last: date) -> Mapping[Outcome, int]:
    """Return how many cases had each outcome."""
    rows = tx.rows(
        "SELECT outcome.outcome, COUNT(*) AS n FROM outcome JOIN booking ON booking.id = outcome.booking"
        " WHERE booking.day BETWEEN ? AND ? GROUP BY outcome.outcome",
        *_span(first, last),
    )
    return {Outcome(row["outcome"]): row["n"] for row in rows}


def missing(tx: Transaction, first: date, last: date) -> Mapping[Paper, int]:
    """Return how many times each paper was missing."""
    rows = tx.rows(
        "SELECT outcome.missing, COUNT(*) AS n FROM outcome JOIN booking ON booking.id = outcome.booking"
        " WHERE booking.day BETWEEN ? AND ? AND outcome.missing IS NOT NULL GROUP BY outcome.missing",
        *_span(first, last),
    )
    return {Paper(row["missing"]): row["n"] for row in rows}


def _span(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
