"""After a backup is restored: whether letters were sent that were due before, nobody knows; staff decide.

Such a letter is `uncertain`, and not finished.
"""

from collections.abc import Sequence

from rules.model import Office
from storage import sheets, wishes
from storage.database import Transaction, as_text
from storage.letters import Letter
from storage.postbag import from_row

WAITING = "state IN ('failed', 'uncertain') AND state = 'uncertain' AND finished IS NULL"  # so that an index answers
MOST = 200  # letters that are shown


def set_aside(tx: Transaction, office: Office) -> None:
    """Let no letter that is due be sent before somebody decides it.

    Among them those that the house puts by itself: they may have been put, and sent, since the backup.
    """
    wishes.grant(tx, office)
    sheets.announce(tx, office)
    tx.rows(
        "UPDATE letter SET state = 'uncertain', finished = NULL, lease_owner = NULL, lease_until = NULL"
        " WHERE state = 'leased' OR (state = 'pending' AND due <= ?)",
        as_text(tx.now),
    )


def waiting(tx: Transaction) -> Sequence[Letter]:
    """Return the letters that wait for a decision, those first that were due first."""
    return [from_row(row) for row in tx.rows(f"SELECT * FROM letter WHERE {WAITING} ORDER BY due, id LIMIT ?", MOST)]


def count(tx: Transaction) -> int:
    """Return how many letters wait for a decision."""
    row = tx.row(f"SELECT COUNT(*) AS letters FROM letter WHERE {WAITING}")
    assert row is not None
    return int(row["letters"])


def decide(tx: Transaction, letter: str, *, is_to_be_sent: bool) -> int:
    """Let `letter`, or all where it is none, be sent, or not; return how many it was."""
    which, named = (" AND id = ?", (letter,)) if letter else ("", ())
    state = "pending" if is_to_be_sent else "skipped"
    rows = tx.rows(
        "UPDATE letter SET state = ?, finished = ?, next_attempt = ?, attempts = 0, lost = 0"
        f" WHERE {WAITING}{which} RETURNING id",
        *(state, None if is_to_be_sent else as_text(tx.now), as_text(tx.now), *named),
    )
    return len(rows)
