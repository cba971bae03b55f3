"""Slots: who has a place, counted from the rows under a lock, never kept."""

from collections.abc import Mapping, Sequence
from datetime import date

from rules.model import Office, Slot
from storage.database import Transaction, as_text

TAKEN = (
    "SELECT day, hour, agent FROM booking WHERE day BETWEEN ? AND ? AND state = 'booked' AND agent <> ?"
    " UNION SELECT day, hour, agent FROM hold WHERE day BETWEEN ? AND ? AND until > ? AND agent <> ?"
)


def lock(tx: Transaction, slot: Slot) -> None:
    """Hold `slot` until the end of the turn: the upsert takes the row's lock on both databases."""
    tx.rows(
        "INSERT INTO slot VALUES (?, ?, NULL) ON CONFLICT (day, hour) DO UPDATE SET day = excluded.day",
        slot.day.isoformat(),
        slot.hour,
    )


def closed(tx: Transaction) -> frozenset[date]:
    """Return the days that staff closed, from today on."""
    today = tx.now.date().isoformat()
    return frozenset(date.fromisoformat(row["day"]) for row in tx.rows("SELECT day FROM closure WHERE day >= ?", today))


def places(tx: Transaction, office: Office, days: Sequence[date]) -> Mapping[Slot, int]:
    """Return how many places each slot of `days` has: the profile's number, or what staff set."""
    set_by_staff = {
        Slot(date.fromisoformat(row["day"]), row["hour"]): row["places"]
        for row in tx.rows("SELECT * FROM slot WHERE day BETWEEN ? AND ? AND places IS NOT NULL", *_span(days))
    }
    return {Slot(day, hour): set_by_staff.get(Slot(day, hour), office.places) for day in days for hour in office.hours}


def taken(tx: Transaction, days: Sequence[date], *, agent: str) -> Mapping[Slot, int]:
    """Return how many agents other than `agent` have a place in each slot of `days`, booked or held."""
    first, last = _span(days)
    counted = tx.rows(
        f"SELECT day, hour, COUNT(*) AS agents FROM ({TAKEN}) AS visits GROUP BY day, hour",
        *(first, last, agent),
        *(first, last, as_text(tx.now), agent),
    )
    return {Slot(date.fromisoformat(row["day"]), row["hour"]): row["agents"] for row in counted}


def left(tx: Transaction, office: Office, days: Sequence[date], *, agent: str) -> Mapping[Slot, int]:
    """Return how many places each slot of `days` has left for `agent`."""
    if not days:
        return {}
    others = taken(tx, days, agent=agent)
    return {slot: max(0, most - others.get(slot, 0)) for slot, most in places(tx, office, days).items()}


def _span(days: Sequence[date]) -> tuple[str, str]:
    return min(days).isoformat(), max(days).isoformat()
