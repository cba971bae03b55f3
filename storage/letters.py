"""The box of letters: what is due, who is sending it, what became of it.

A letter holds no words. Its `about` is unique, so that it can be put into the box any number of times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.database import Row, Transaction, as_moment, as_text
from storage.keys import new_id

LEASE = timedelta(minutes=7)  # longer than a few sends may take, each with a picture that is tried twice
ATTEMPTS = 8
PAUSE = timedelta(seconds=5)  # doubled with each attempt

PRIORITIES = {"proof": 0, "readdressed": 0, "confirmation": 1, "cancellation": 1}
"""Which kinds go first: somebody waits for them. Every other is 2."""

DUE = (
    "SELECT id, priority, due FROM letter WHERE state = 'pending' AND due <= ?"
    " UNION ALL SELECT id, priority, due FROM letter WHERE state = 'leased' AND lease_until <= ?"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be said unasked: of which kind, about what."""

    id: str
    about: str
    kind: str
    subject: str
    attempts: int
    owner: str
    useless_after: datetime | None = None


def put(
    tx: Transaction, kind: str, subject: str, *, due: datetime | None = None, useless_after: datetime | None = None
) -> None:
    """Put a letter of `kind` about `subject` into the box, due now or then; once, however often it is put.

    One that was withdrawn before it was due is in the box again.
    """
    tx.rows(
        "INSERT INTO letter VALUES (?, ?, ?, ?, ?, ?, 'pending', 0, NULL, NULL, ?, NULL, ?)"
        " ON CONFLICT (about) DO UPDATE SET state = 'pending', finished = NULL"
        " WHERE letter.state = 'skipped' AND letter.due > excluded.put",
        *(new_id(), f"{kind}:{subject}", kind, subject, as_text(due or tx.now)),
        *(as_text(useless_after) if useless_after else None, as_text(tx.now), PRIORITIES.get(kind, 2)),
    )


def withdraw(tx: Transaction, kind: str, subject: str) -> None:
    """Let the letter of `kind` about `subject` not be sent, if nobody is sending it."""
    tx.rows(
        "UPDATE letter SET state = 'skipped', finished = ? WHERE about = ? AND state = 'pending'",
        *(as_text(tx.now), f"{kind}:{subject}"),
    )


def claim(tx: Transaction, owner: str, *, most: int) -> Sequence[Letter]:
    """Return up to `most` letters that are due, leased to `owner`: new ones, and those whose sender is gone."""
    now = as_text(tx.now)
    tx.rows(  # one at which its sender was gone each time is at fault itself
        "UPDATE letter SET state = 'failed', finished = ?"
        " WHERE state = 'leased' AND lease_until <= ? AND attempts >= ?",
        *(now, now, ATTEMPTS),
    )
    rows = tx.rows(
        "UPDATE letter SET state = 'leased', lease_owner = ?, lease_until = ?, attempts = attempts + 1"
        f" WHERE id IN (SELECT id FROM ({DUE}) AS waiting ORDER BY priority, due LIMIT ?)"
        " AND (state = 'pending' OR lease_until <= ?) RETURNING *",
        *(owner, as_text(tx.now + LEASE), now, now, most, now),  # asked again: another may have claimed it meanwhile
    )
    return [_letter(row) for row in rows]


def take_over(tx: Transaction) -> None:
    """End every lease: whoever held one is gone, where a program that starts is alone with its database."""
    tx.rows("UPDATE letter SET lease_until = ? WHERE state = 'leased'", as_text(tx.now))


def finish(tx: Transaction, letter: Letter, state: str) -> None:
    """Remember what became of `letter`: sent, skipped or failed; only its owner of this attempt can say so."""
    tx.rows(
        "UPDATE letter SET state = ?, finished = ?, lease_owner = NULL, lease_until = NULL"
        " WHERE id = ? AND lease_owner = ? AND attempts = ?",
        *(state, as_text(tx.now), letter.id, letter.owner, letter.attempts),
    )


def postpone(tx: Transaction, letter: Letter) -> None:
    """Put `letter`, which could not be sent just now, back for later; after so many attempts it has failed."""
    if letter.attempts >= ATTEMPTS:
        finish(tx, letter, "failed")
        return
    tx.rows(
        "UPDATE letter SET state = 'pending', due = ?, lease_owner = NULL, lease_until = NULL"
        " WHERE id = ? AND lease_owner = ? AND attempts = ?",
        *(as_text(tx.now + PAUSE * 2**letter.attempts), letter.id, letter.owner, letter.attempts),
    )


def next_due(tx: Transaction) -> datetime | None:
    """Return when the next letter is due, or its lease ends, or None."""
    row = tx.row(
        "SELECT MIN(due) AS due FROM (SELECT MIN(due) AS due FROM letter WHERE state = 'pending'"
        " UNION ALL SELECT MIN(lease_until) FROM letter WHERE state = 'leased') AS waiting"
    )
    return as_moment(row["due"]) if row is not None and row["due"] else None


def upcoming(tx: Transaction, *, most: int) -> Sequence[tuple[datetime, str]]:
    """Return when the next letters are due that are not due yet, each moment with a kind once."""
    rows = tx.rows(
        "SELECT due, kind FROM letter WHERE state = 'pending' AND due > ?"
        " GROUP BY due, kind ORDER BY due, kind LIMIT ?",
        *(as_text(tx.now), most),
    )
    return [(as_moment(row["due"]), row["kind"]) for row in rows]


def are_all_sent(tx: Transaction, until: datetime) -> bool:
    """Return whether nothing that was due `until` then is waiting, or on its way."""
    return tx.row("SELECT id FROM letter WHERE state IN ('pending', 'leased') AND due <= ?", as_text(until)) is None


def _letter(row: Row) -> Letter:
    return Letter(
        id=row["id"],
        about=row["about"],
        kind=row["kind"],
        subject=row["subject"],
        attempts=row["attempts"],
        owner=row["lease_owner"],
        useless_after=as_moment(row["useless_after"]) if row["useless_after"] else None,
    )
