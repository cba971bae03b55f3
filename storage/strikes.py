"""Strikes: what staff recorded of visits that did not take place (§6(4))."""

from collections.abc import Sequence
from datetime import date

from rules.model import Agent, Strike
from storage.database import Row, Transaction

NO_SHOW, LATE_CANCELLATION = "no-show", "late-cancellation"  # reasons of a strike


def of(tx: Transaction, agent: Agent) -> Sequence[Strike]:
    """Return every strike of `agent`, the latest first."""
    return [strike for _, strike in by_booking(tx, agent)]


def by_booking(tx: Transaction, agent: Agent) -> Sequence[tuple[str, Strike]]:
    """Return every strike of `agent`, with the id of the booking that it is about, the latest first."""
    rows = tx.rows("SELECT booking, day, reason FROM strike WHERE agent = ? ORDER BY day DESC, booking", agent.id)
    return [(row["booking"], _strike(row)) for row in rows]


def about(tx: Transaction, booking: str) -> Strike | None:
    """Return the strike of the visit that the booking with the id `booking` was, or None."""
    row = tx.row("SELECT day, reason FROM strike WHERE booking = ?", booking)
    return None if row is None else _strike(row)


def put(tx: Transaction, agent: Agent, booking: str, day: date, reason: str) -> None:
    """Record a strike of `agent` for the visit of `booking` on `day`: one, however often."""
    tx.rows(
        "INSERT INTO strike VALUES (?, ?, ?, ?) ON CONFLICT (booking) DO NOTHING",
        *(booking, agent.id, day.isoformat(), reason),
    )


def lift(tx: Transaction, booking: str) -> None:
    """Take back the strike of the visit of `booking`, where there is one."""
    tx.rows("DELETE FROM strike WHERE booking = ?", booking)


def _strike(row: Row) -> Strike:
    return Strike(date.fromisoformat(row["day"]), row["reason"])
