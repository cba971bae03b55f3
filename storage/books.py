"""The books, counted against the rules: what `check` and every test look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.model import Office
from rules.window import window
from storage import slots
from storage.database import Transaction

PLACES = """
SELECT booking.day, booking.hour, COUNT(DISTINCT booking.agent) AS agents, MIN(COALESCE(slot.places, ?)) AS places
FROM booking LEFT JOIN slot ON slot.day = booking.day AND slot.hour = booking.hour
WHERE booking.state = 'booked' AND booking.beyond IS NULL AND booking.day >= ?
GROUP BY booking.day, booking.hour
HAVING COUNT(DISTINCT booking.agent) > MIN(COALESCE(slot.places, ?))
"""
SLOTS = """
SELECT agent, COUNT(*) AS held
FROM (SELECT DISTINCT agent, day, hour FROM booking
      WHERE state = 'booked' AND beyond IS NULL AND day IN ({days})) AS visits
GROUP BY agent HAVING COUNT(*) > ?
"""
CASES = """
SELECT booking.agent, booking.day, booking.hour, COUNT(*) AS cases
FROM booking JOIN booking_case ON booking_case.booking = booking.id
WHERE booking.state = 'booked' AND booking.beyond IS NULL AND booking_case.state = 'live' AND booking.day >= ?
GROUP BY booking.agent, booking.day, booking.hour HAVING COUNT(*) > ?
"""
NUMBERS = """
SELECT booking.agent, booking_case.comparable, COUNT(*) AS times
FROM booking JOIN booking_case ON booking_case.booking = booking.id
WHERE booking.state = 'booked' AND booking_case.state = 'live' AND booking.day > ?
GROUP BY booking.agent, booking_case.comparable HAVING COUNT(*) > 1
"""
COUNTS = """
SELECT booking.code, booking.first_count, COUNT(booking_case.booking) AS cases
FROM booking LEFT JOIN booking_case ON booking_case.booking = booking.id AND booking_case.state = 'live'
WHERE booking.state = 'booked'
GROUP BY booking.code, booking.first_count
HAVING COUNT(booking_case.booking) > booking.first_count OR COUNT(booking_case.booking) = 0
"""
OWNERS = """
SELECT booking.code FROM booking JOIN booking_case ON booking_case.booking = booking.id
WHERE booking_case.agent <> booking.agent
"""
LETTERS = """
SELECT booking.code, booking.version FROM booking
WHERE booking.state = 'booked' AND booking.day >= ?
AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.about = 'confirmation:' || booking.id || ':' || booking.version)
"""


@dataclass(frozen=True, slots=True)
class Books:
    """How much was counted, and what does not add up: a line each, which names the row."""

    bookings: int
    cases: int
    letters: int
    wrong: tuple[str, ...]


def check(tx: Transaction, office: Office) -> Books:
    """Count the books of `office` against its rules."""
    return Books(
        bookings=_count(tx, "booking WHERE state = 'booked'"),
        cases=_count(tx, "booking_case WHERE state = 'live'"),
        letters=_count(tx, "letter"),
        wrong=tuple(_wrong(tx, office)),
    )


def _wrong(tx: Transaction, office: Office) -> Iterator[str]:
    today = tx.now.astimezone(office.zone).date().isoformat()
    days = window(office, slots.closed(tx), now=tx.now)
    for row in tx.rows(PLACES, office.places, today, office.places):
        yield f"places: {row['agents']} agents in the {row['places']} places of {row['day']} {row['hour']}:00"
    offered = ", ".join("?" for _ in days)
    for row in tx.rows(SLOTS.format(days=offered), *(day.isoformat() for day in days), office.slots_per_agent):
        yield f"slots: agent {row['agent']} holds {row['held']}"
    for row in tx.rows(CASES, today, office.cases_per_slot):
        yield f"cases: agent {row['agent']} brings {row['cases']} to {row['day']} {row['hour']}:00"
    for row in tx.rows(NUMBERS, today):
        yield f"numbers: agent {row['agent']} has one number {row['times']} times"
    for row in tx.rows(COUNTS):
        yield f"count: {row['code']} has {row['cases']} cases, first {row['first_count']}"
    for row in tx.rows(OWNERS):
        yield f"owner: {row['code']} has a case of another agent"
    for row in tx.rows(LETTERS, today):
        yield f"letter: {row['code']} version {row['version']} has no confirmation"


def _count(tx: Transaction, what: str) -> int:
    row = tx.row(f"SELECT COUNT(*) AS counted FROM {what}")
    assert row is not None
    return int(row["counted"])
