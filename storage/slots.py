"""Slots: who has a place, counted from the rows under a lock, never kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from rules.model import Office, Slot
from rules.opendays import open_days_from
from storage.database import Row, Transaction, as_text

TAKEN_HERE = (
    "SELECT COUNT(*) AS agents FROM ("
    "SELECT agent FROM booking WHERE day = ? AND hour = ? AND state = 'booked' AND agent <> ?"
    " UNION SELECT agent FROM hold WHERE day = ? AND hour = ? AND until > ? AND agent <> ?) AS visits"
)
TAKEN = (
    "SELECT day, hour, agent FROM booking WHERE day BETWEEN ? AND ? AND state = 'booked' AND agent <> ?"
    " UNION SELECT day, hour, agent FROM hold WHERE day BETWEEN ? AND ? AND until > ? AND agent <> ?"
)


def lock(tx: Transaction, office: Office, slot: Slot) -> int:
    """Hold `slot` until the end of the turn, and return its places: the upsert takes the lock on both databases.

    It has none while it is closed.
    """
    row = tx.row(
        "INSERT INTO slot (day, hour) VALUES (?, ?) ON CONFLICT (day, hour) DO UPDATE SET day = excluded.day"
        " RETURNING places, closed",
        *(slot.day.isoformat(), slot.hour),
    )
    assert row is not None
    return _places(office, row)


def closed(tx: Transaction, since: date | None = None) -> frozenset[date]:
    """Return the days that staff closed, from today on, or from `since` on."""
    first = (since or tx.now.date()).isoformat()
    return frozenset(date.fromisoformat(row["day"]) for row in tx.rows("SELECT day FROM closure WHERE day >= ?", first))


def open_days(tx: Transaction, office: Office, first: date, *, most: int) -> Sequence[date]:
    """Return the open days from `first` on, not more than `most`."""
    return list(islice(open_days_from(office, first, closed(tx)), most))


def is_closed(tx: Transaction, slot: Slot) -> bool:
    """Return whether staff closed `slot`, alone or with its day."""
    day = slot.day.isoformat()
    sql = (
        "SELECT 1 FROM slot WHERE day = ? AND hour = ? AND closed IS NOT NULL"
        " UNION ALL SELECT 1 FROM closure WHERE day = ?"
    )
    return tx.row(sql, day, slot.hour, day) is not None


def places(tx: Transaction, office: Office, days: Sequence[date]) -> Mapping[Slot, int]:
    """Return how many places each slot of `days` has: the profile's number, or what staff set."""
    set_by_staff = {
        Slot(date.fromisoformat(row["day"]), row["hour"]): _places(office, row)
        for row in tx.rows(
            "SELECT * FROM slot WHERE day BETWEEN ? AND ? AND (places IS NOT NULL OR closed IS NOT NULL)", *_span(days)
        )
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


def taken_in(tx: Transaction, slot: Slot, *, agent: str) -> int:
    """Return how many agents other than `agent` have a place in `slot`, booked or held."""
    day = slot.day.isoformat()
    row = tx.row(TAKEN_HERE, *(day, slot.hour, agent), *(day, slot.hour, as_text(tx.now), agent))
    assert row is not None
    return int(row["agents"])


def left(tx: Transaction, office: Office, days: Sequence[date], *, agent: str) -> Mapping[Slot, int]:
    """Return how many places each slot of `days` has left for `agent`."""
    if not days:
        return {}
    others = taken(tx, days, agent=agent)
    return {slot: max(0, most - others.get(slot, 0)) for slot, most in places(tx, office, days).items()}


def _places(office: Office, row: Row) -> int:
    if row["closed"] is not None:
        return 0
    return office.places if row["places"] is None else int(row["places"])


def _span(days: Sequence[date]) -> tuple[str, str]:
    return min(days).isoformat(), max(days).isoformat()
