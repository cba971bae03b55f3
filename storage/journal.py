"""The journal: who did what at the counter, when and why. Rows are added, and never changed.

It names staff, and everybody else by an opaque id alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Row, Transaction, as_moment, as_text


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person of the staff did, or was refused: `result` is `done`, or the objection."""

    id: str
    at: datetime
    staff: str
    act: str
    about: str
    why: str
    result: str


def put(tx: Transaction, id: str, staff: str, act: str, *, about: str, why: str, result: str) -> None:  # noqa: A002
    """Write down that `staff` did `act`; `id` is the form's once-key."""
    tx.rows(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(id, as_text(tx.now), staff, act, about, why, result),
    )


def find(tx: Transaction, id: str) -> Entry | None:  # noqa: A002
    """Return the entry `id`, or None: that form was not sent yet."""
    row = tx.row("SELECT * FROM journal WHERE id = ?", id)
    return None if row is None else _entry(row)


def latest(tx: Transaction, *, most: int) -> Sequence[Entry]:
    """Return what was done last, the latest first."""
    return [_entry(row) for row in tx.rows("SELECT * FROM journal ORDER BY at DESC, id LIMIT ?", most)]


def named(tx: Transaction, subject: str) -> str:
    """Return the code of the booking that an entry is about, or what else it names, where that is no opaque id."""
    row = tx.row("SELECT code FROM booking WHERE id = ?", subject)
    return row["code"] if row is not None else subject if " " in subject else ""


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        at=as_moment(row["at"]),
        staff=row["staff"],
        act=row["act"],
        about=row["about"],
        why=row["why"],
        result=row["result"],
    )
