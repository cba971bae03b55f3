"""What there is just now, counted for whoever watches the program: figures alone, nothing of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from rules.model import Office
from storage.database import Transaction, as_text

FARTHEST = timedelta(minutes=15)  # to which a letter that is due may be put off


@dataclass(frozen=True, slots=True)
class Census:
    """How many bookings are to come, places held, letters due by channel, letters that failed."""

    bookings: int
    holds: int
    due: Mapping[str, int]
    failed: int


def counted(tx: Transaction, office: Office) -> Census:
    """Return what there is; nothing is counted that could be a million."""
    now, today = as_text(tx.now), tx.now.astimezone(office.zone).date().isoformat()
    due = tx.rows(
        "SELECT channel, COUNT(*) AS counted FROM letter"
        " WHERE state = 'pending' AND channel IN ('mail', 'web', 'telegram', 'line') AND priority IN (0, 1, 2)"
        " AND next_attempt <= ? AND due <= ? GROUP BY channel",
        *(as_text(tx.now + FARTHEST), now),
    )
    return Census(
        bookings=_count(tx, "booking WHERE state = 'booked' AND day >= ?", today),
        holds=_count(tx, "hold WHERE until > ?", now),
        due={row["channel"]: row["counted"] for row in due},
        failed=_count(tx, "letter WHERE state IN ('failed', 'uncertain')"),
    )


def beat(tx: Transaction) -> None:
    """Remember something, to see whether anything can be."""
    tx.rows("INSERT INTO pulse VALUES ('health', ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at", as_text(tx.now))


def _count(tx: Transaction, what: str, *values: str) -> int:
    row = tx.row(f"SELECT COUNT(*) AS counted FROM {what}", *values)
    assert row is not None
    return int(row["counted"])
