"""Housekeeping: what is over is forgotten, a little at a time, whoever asked for it or nobody."""

from collections.abc import Sequence
from datetime import timedelta

from rules.model import Office
from storage import agents, forgetting
from storage.database import Transaction, as_text

DAY = timedelta(days=1)
AT_ONCE = 50  # rows of which each takes statements of its own: a turn is short

OVER = (
    "DELETE FROM hold WHERE until <= ?",
    "DELETE FROM heard WHERE at <= ?",
    "DELETE FROM letter WHERE kind IN ('proof', 'readdressed') AND put <= ? AND state <> 'leased'",
    "DELETE FROM verification WHERE asked <= ?",
)
"""What nobody needs a day later: limits count a day, a redelivery comes sooner."""


def sweep(tx: Transaction, office: Office) -> int:
    """Forget what is over, and some of those agents and visits whose time has come; return how many there were."""
    for sql in OVER:
        tx.rows(sql, as_text(tx.now - DAY))
    return sum(forgetting.finish(tx, office, agents.locked(tx, agent)) for agent in _leaving(tx)) + _erased(tx, office)


def _leaving(tx: Transaction) -> Sequence[str]:
    """Return some agents who asked to be forgotten, those first that were looked at longest ago."""
    rows = tx.rows("SELECT id FROM agent WHERE leaving IS NOT NULL ORDER BY leaving, id LIMIT ?", AT_ONCE)
    return [row["id"] for row in rows]


def _erased(tx: Transaction, office: Office) -> int:
    """Forget some visits that were so long ago as the profile says."""
    last = tx.now.astimezone(office.zone).date() - office.erase_after
    rows = tx.rows(
        "SELECT booking.id, booking.agent FROM booking WHERE day <= ?"
        " AND NOT EXISTS (SELECT 1 FROM strike WHERE strike.booking = booking.id AND strike.day > ?)"
        " ORDER BY day, id LIMIT ?",
        *(last.isoformat(), (tx.now.astimezone(office.zone).date() - office.strikes_within).isoformat(), AT_ONCE),
    )
    for row in rows:
        forgetting.forget_booking(tx, office, row["id"])
    return len(rows)
