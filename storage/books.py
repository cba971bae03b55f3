"""The books, counted against the rules: what `check` and every test look at."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rules.model import Office
from rules.window import window
from storage import slots
from storage.database import Transaction, Value, as_text

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
      WHERE state = 'booked' AND beyond IS NULL AND day IN ({days})
      AND NOT EXISTS (SELECT 1 FROM booking AS other WHERE other.agent = booking.agent AND other.day = booking.day
                      AND other.hour = booking.hour AND other.state = 'booked' AND other.beyond IS NOT NULL)) AS visits
GROUP BY agent HAVING COUNT(*) > ?
"""
CASES = """
SELECT booking.agent, booking.day, booking.hour, COUNT(*) AS cases
FROM booking JOIN booking_case ON booking_case.booking = booking.id
WHERE booking.state = 'booked' AND booking.beyond IS NULL AND booking.day >= ?
GROUP BY booking.agent, booking.day, booking.hour HAVING COUNT(*) > ?
"""
NUMBERS = """
SELECT booking.agent, booking_case.comparable, COUNT(*) AS times
FROM booking JOIN booking_case ON booking_case.booking = booking.id
WHERE booking.state = 'booked' AND booking.day > ?
GROUP BY booking.agent, booking_case.comparable HAVING COUNT(*) > 1
"""
COUNTS = """
SELECT booking.code, booking.first_count, COUNT(booking_case.booking) AS cases
FROM booking LEFT JOIN booking_case ON booking_case.booking = booking.id
WHERE booking.state = 'booked' AND booking.day >= ? AND {unforgotten}
GROUP BY booking.code, booking.first_count
HAVING COUNT(booking_case.booking) > booking.first_count OR COUNT(booking_case.booking) = 0
"""
OWNERS = """
SELECT DISTINCT booking.code FROM booking JOIN booking_case ON booking_case.booking = booking.id
WHERE booking_case.agent <> booking.agent
"""
UNFORGOTTEN = "NOT EXISTS (SELECT 1 FROM strike WHERE strike.booking = booking.id)"
"""A visit whose agent is forgotten stays without its numbers while a strike stands."""

ORPHANS = """
SELECT DISTINCT booking_case.booking FROM booking_case
WHERE NOT EXISTS (SELECT 1 FROM booking WHERE booking.id = booking_case.booking)
"""
VALUES = """
SELECT code, day, hour, mode FROM booking
WHERE beyond IS NULL AND day >= ? AND (hour NOT IN ({hours}) OR mode NOT IN ({modes}))
"""
CUTOFFS = "SELECT code, day, cutoff FROM booking WHERE beyond IS NULL AND cutoff >= day"
LETTERS = """
SELECT booking.code, booking.version FROM booking
WHERE booking.state = 'booked' AND booking.day >= ?
AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.about = 'confirmation:' || booking.id || ':' || booking.version)
"""
EARLIER = """
SELECT booking.code, booking.version, COUNT(earlier.booking) AS versions
FROM booking LEFT JOIN earlier ON earlier.booking = booking.id
WHERE booking.state = 'booked' AND booking.day >= ? AND {unforgotten} GROUP BY booking.code, booking.version
HAVING COUNT(earlier.booking) <> booking.version - 1
"""
DEADLINES = """
SELECT booking.code, booking.day FROM booking
WHERE booking.state = 'booked' AND booking.cutoff > ?
AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.state IN ('pending', 'leased', 'sent')
                AND letter.about = 'deadline:' || booking.agent || ' ' || booking.day || ' ' || booking.cutoff)
"""
CANCELLATIONS = """
SELECT booking.code, booking.version FROM booking WHERE booking.state = 'cancelled' AND rebook_until IS NULL
AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.about = 'cancellation:' || booking.id || ':' || booking.version)
"""
CLOSURES = """
SELECT booking.code, booking.day FROM booking WHERE booking.state = 'cancelled' AND rebook_until > ?
AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.about = 'closed:' || agent || ' ' || day || ' ' || rebook_until)
"""
STRUCK = """
SELECT booking.agent, booking.day, booking.hour, COUNT(*) AS strikes
FROM strike JOIN booking ON booking.id = strike.booking
GROUP BY booking.agent, booking.day, booking.hour HAVING COUNT(*) > 1
"""
OUTCOMES = """
SELECT booking.code FROM outcome JOIN booking ON booking.id = outcome.booking
WHERE NOT EXISTS (SELECT 1 FROM booking_case WHERE booking_case.booking = outcome.booking
                  AND booking_case.comparable = outcome.comparable)
OR NOT EXISTS (SELECT 1 FROM visit WHERE visit.agent = booking.agent AND visit.day = booking.day
               AND visit.hour = booking.hour AND visit.arrived IS NOT NULL)
"""
NEEDLESS = """
SELECT booking.code, letter.kind FROM booking
JOIN earlier ON earlier.booking = booking.id AND earlier.version = booking.version - 1
JOIN letter ON letter.subject = booking.agent || ' ' || booking.day || ' ' || booking.cutoff
WHERE booking.state = 'cancelled' AND letter.state = 'sent' AND letter.due > earlier.until
AND NOT EXISTS (SELECT 1 FROM booking AS other LEFT JOIN earlier AS was ON was.booking = other.id
                WHERE other.agent = booking.agent AND other.id <> booking.id
                AND (other.day = booking.day OR was.day = booking.day))
"""
"""Reminders that were due, and sent, when the only visit they could be about was cancelled."""


@dataclass(frozen=True, slots=True)
class Books:
    """How much was counted, and what does not add up: a line each, which names the row."""

    bookings: int
    cases: int
    letters: int
    wrong: tuple[str, ...]
    failed: int = 0  # letters that were given up


def check(tx: Transaction, office: Office) -> Books:
    """Count the books of `office` against its rules."""
    return Books(
        bookings=_count(tx, "booking WHERE state = 'booked'"),
        cases=_count(tx, "booking_case"),
        letters=_count(tx, "letter"),
        wrong=tuple(_wrong(tx, office)),
        failed=_count(tx, "letter WHERE state IN ('failed', 'uncertain')"),
    )


def _wrong(tx: Transaction, office: Office) -> Iterator[str]:
    today = tx.now.astimezone(office.zone).date().isoformat()
    days = [day.isoformat() for day in window(office, slots.closed(tx), now=tx.now)]
    values = VALUES.format(hours=_marks(office.hours), modes=_marks(office.papers))
    checks: list[tuple[str, tuple[Value, ...], str]] = [
        (
            *(PLACES, (office.places, today, office.places)),
            "places: {agents} agents in the {places} places of {day} {hour}:00",
        ),
        (SLOTS.format(days=_marks(days)), (*days, office.slots_per_agent), "slots: agent {agent} holds {held}"),
        (CASES, (today, office.cases_per_slot), "cases: agent {agent} brings {cases} to {day} {hour}:00"),
        (NUMBERS, (today,), "numbers: agent {agent} has one number {times} times"),
        (COUNTS.format(unforgotten=UNFORGOTTEN), (today,), "count: {code} has {cases} cases, first {first_count}"),
        (OWNERS, (), "owner: {code} has a case of another agent"),
        (ORPHANS, (), "orphan: cases of the booking {booking}, which is not there"),
        (values, (today, *office.hours, *office.papers), "value: {code} is at {hour}:00 in the mode {mode}"),
        (CUTOFFS, (), "cutoff: {code} on {day} can be changed until {cutoff}"),
        (LETTERS, (today,), "letter: {code} version {version} has no confirmation"),
        (
            EARLIER.format(unforgotten=UNFORGOTTEN),
            (today,),
            "earlier: {code} is version {version}, and {versions} before it are known",
        ),
        (DEADLINES, (as_text(tx.now),), "letter: nobody will be told when {code} can no longer be changed"),
        (CANCELLATIONS, (), "letter: {code} version {version} is cancelled, and nobody was told"),
        (CLOSURES, (as_text(tx.now),), "letter: nobody was told that {code} on {day} was closed"),
        (STRUCK, (), "strike: agent {agent} has {strikes} for the visit of {day} {hour}:00"),
        (OUTCOMES, (), "outcome: {code} has one of a case that it has not, or of which nobody came"),
        (NEEDLESS, (), "letter: {kind} was sent of {code}, which was cancelled before"),
    ]
    for sql, bound, line in checks:
        for row in tx.rows(sql, *bound):
            yield line.format_map(row)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" for _ in values)


def _count(tx: Transaction, what: str) -> int:
    row = tx.row(f"SELECT COUNT(*) AS counted FROM {what}")
    assert row is not None
    return int(row["counted"])
