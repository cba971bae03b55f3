"""What the day sheet is made of, besides the visits: numbers that clash, and what was cancelled after the cutoff."""

from collections.abc import Sequence
from datetime import date

from rules.model import Booking
from storage import bookings, numbers
from storage.database import Transaction


def clashing(tx: Transaction, day: date) -> frozenset[str]:
    """Return the numbers of `day`, as they are compared, that another agent has in a booking from that day on."""
    rows = tx.rows(
        "SELECT DISTINCT mine.comparable FROM booking"
        " JOIN booking_case AS mine ON mine.booking = booking.id"
        " JOIN booking_case AS theirs ON theirs.comparable = mine.comparable AND theirs.agent <> mine.agent"
        " JOIN booking AS other ON other.id = theirs.booking"
        " WHERE booking.day = ? AND booking.state = 'booked' AND other.state = 'booked' AND other.day >= ?",
        *(day.isoformat(), day.isoformat()),
    )
    return frozenset(row["comparable"] for row in rows)


def cancelled_since(tx: Transaction, day: date) -> Sequence[Booking]:
    """Return the bookings of `day` that were cancelled after their cutoff: they were on the sheet when it was final."""
    rows = tx.rows(
        "SELECT booking.* FROM booking JOIN earlier ON earlier.booking = booking.id"
        " AND earlier.version = booking.version - 1"
        " WHERE booking.day = ? AND booking.state = 'cancelled' AND earlier.until >= booking.cutoff"
        " ORDER BY booking.hour, booking.code",
        day.isoformat(),
    )
    return [bookings.from_row(row, numbers.of(tx, row["id"])) for row in rows]
