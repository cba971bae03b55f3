"""The journal: who did what at the counter, when and why. Rows are added, and never changed.

It names staff, and everybody else by an opaque id alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Row, Transaction, as_moment, as_text

LAST = "9"  # after every moment


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person of the staff did, or was refused: `result` is `done`, or the objection.

    `what` was recorded: outcomes, each with the number of cases, such as `delivered=2`.
    """

    id: str
    at: datetime
    staff: str
    act: str
    about: str
    why: str
    result: str
    what: str = ""


def put(tx: Transaction, id: str, staff: str, act: str, *, about: str, why: str, result: str, what: str = "") -> None:  # noqa: A002
    """Write down that `staff` did `act`; `id` is the form's once-key."""
    tx.rows(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        *(id, as_text(tx.now), staff, act, about, why, result, what),
    )


def find(tx: Transaction, id: str) -> Entry | None:  # noqa: A002
    """Return the entry `id`, or None: that form was not sent yet."""
    row = tx.row("SELECT * FROM journal WHERE id = ?", id)
    return None if row is None else _entry(row)


def latest(tx: Transaction, *, most: int, before: str = LAST) -> Sequence[Entry]:
    """Return what was done last `before` a moment, the latest first."""
    return [
        _entry(row) for row in tx.rows("SELECT * FROM journal WHERE at < ? ORDER BY at DESC, id LIMIT ?", before, most)
    ]


def named(tx: Transaction, subject: str) -> str:
    """Return what an entry is about: the code of a booking, the name of an agent or of staff, or what was closed.

    Nothing, where it is forgotten.
    """
    row = tx.row(
        "SELECT code AS name FROM booking WHERE id = ? UNION ALL SELECT name FROM agent WHERE id = ?"
        " UNION ALL SELECT CASE WHEN removed IS NULL THEN name ELSE REPLACE(name, ' ' || id, '') END FROM staff"
        " WHERE id = ?",
        *(subject, subject, subject),
    )
    return row["name"] if row is not None else subject if "-" in subject else ""


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        at=as_moment(row["at"]),
        staff=row["staff"],
        act=row["act"],
        about=row["about"],
        why=row["why"],
        result=row["result"],
        what=row["what"],
    )
