"""Application numbers: one of each case of a booking, in the order in which they were given."""

from collections.abc import Sequence

from rules.model import Agent, Booking, Number, Office, Slot
from storage.database import Transaction, Value

LIVE = "booking.state = 'booked' AND (booking.day > ? OR (booking.day = ? AND booking.hour >= ?))"


def put(tx: Transaction, booking: Booking) -> None:
    """Write the numbers of `booking`, in the place of those that it had."""
    tx.rows("DELETE FROM booking_case WHERE booking = ?", booking.id)
    for position, case in enumerate(booking.cases):
        tx.rows(
            "INSERT INTO booking_case VALUES (?, ?, ?, ?, ?)",
            *(booking.id, position, booking.agent, case.typed, case.comparable),
        )


def of(tx: Transaction, booking: str) -> tuple[Number, ...]:
    """Return the numbers of the booking whose id is `booking`."""
    rows = tx.rows("SELECT typed, comparable FROM booking_case WHERE booking = ? ORDER BY position", booking)
    return tuple(Number(row["typed"], row["comparable"]) for row in rows)


def count_in(tx: Transaction, agent: Agent, slot: Slot, *, but: str = "") -> int:
    """Return how many cases `agent` has booked in `slot`, but for the booking whose id is `but`."""
    row = tx.row(
        "SELECT COUNT(*) AS cases FROM booking JOIN booking_case ON booking_case.booking = booking.id"
        " WHERE booking.agent = ? AND booking.state = 'booked' AND booking.day = ? AND booking.hour = ?"
        " AND booking.id <> ?",
        *(agent.id, slot.day.isoformat(), slot.hour, but),
    )
    assert row is not None
    return int(row["cases"])


def clashes(
    tx: Transaction, office: Office, agent: Agent, cases: Sequence[Number], *, but: str = ""
) -> Sequence[tuple[Number, str]]:
    """Return which of `cases` stand in a live booking of `agent`, each with that booking's code (§3).

    The booking whose id is `but` is left out: its numbers may be given anew.
    """
    found = []
    for case in cases:
        row = tx.row(
            "SELECT booking.code FROM booking_case JOIN booking ON booking.id = booking_case.booking"
            " WHERE booking_case.comparable = ? AND booking_case.agent = ? AND booking.id <> ?"
            f" AND {LIVE}",
            *(case.comparable, agent.id, but),
            *this_hour(tx, office),
        )
        if row is not None:
            found.append((case, str(row["code"])))
    return found


def this_hour(tx: Transaction, office: Office) -> tuple[Value, Value, Value]:
    """Return the values of LIVE: a booking lives until the end of its hour."""
    now = tx.now.astimezone(office.zone)
    return now.date().isoformat(), now.date().isoformat(), now.hour
