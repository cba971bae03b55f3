"""Wishes: agents who want to be told when a place in a full slot becomes free, in the order in which they asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rules.cutoff import cutoff_of
from rules.model import Agent, Office, Slot
from rules.window import window
from storage import letters, slots
from storage.database import Row, Transaction, as_text
from storage.keys import new_id

VACANCY = "vacancy"  # the kind of their letters
THEIRS = (
    "EXISTS (SELECT 1 FROM booking WHERE booking.agent = wish.agent AND booking.day = wish.day"
    " AND booking.hour = wish.hour AND booking.state = 'booked')"
)
OPEN = (
    f"NOT EXISTS (SELECT 1 FROM letter WHERE letter.subject = wish.id AND letter.state <> 'skipped') AND NOT {THEIRS}"
)
"""Who was to be told of a place that was gone by then has not been told; who has one need not be."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The agent with the id `agent` wants to be told of a place in `slot`."""

    agent: str
    slot: Slot


def put(tx: Transaction, agent: Agent, chat: str, slot: Slot) -> None:
    """Remember that `agent` wants to be told of a place in `slot`; who asks again stands at the end."""
    drop(tx, agent, slot)
    tx.rows(
        "INSERT INTO wish VALUES (?, ?, ?, ?, ?, ?, NULL)",
        *(new_id(), agent.id, chat, slot.day.isoformat(), slot.hour, as_text(tx.now)),
    )


def drop(tx: Transaction, agent: Agent, slot: Slot) -> None:
    """Forget that `agent` wants to be told of a place in `slot`."""
    tx.rows("DELETE FROM wish WHERE agent = ? AND day = ? AND hour = ?", *(agent.id, slot.day.isoformat(), slot.hour))


def of(tx: Transaction, agent: Agent) -> frozenset[Slot]:
    """Return the slots of which `agent` is still to be told."""
    return frozenset(_slot(row) for row in tx.rows(f"SELECT * FROM wish WHERE agent = ? AND {OPEN}", agent.id))


def named(tx: Transaction, subject: str) -> Wish | None:
    """Return the wish that a letter's subject names, or None: it is gone, was put anew, or is told of again."""
    row = tx.row("SELECT * FROM wish WHERE id = ?", subject)
    return None if row is None else Wish(row["agent"], _slot(row))


def is_any(tx: Transaction) -> bool:
    """Return whether somebody wants to be told."""
    return tx.row("SELECT 1 FROM wish LIMIT 1") is not None


def grant(tx: Transaction, office: Office) -> int:
    """Put letters to those who are next, as many as there are places that nobody was told of lately; return how many.

    Whoever is told has as long as a hold lasts, before the next is.
    """
    closed = slots.closed(tx)
    days = window(office, closed, now=tx.now)
    left = slots.left(tx, office, days, agent="")
    granted = 0
    waited_for = f"SELECT DISTINCT day, hour FROM wish WHERE day BETWEEN ? AND ? AND {OPEN}"
    for row in tx.rows(waited_for, days[0].isoformat(), days[-1].isoformat()):
        slot = _slot(row)
        free = left.get(slot, 0) - _told_lately(tx, office, slot)
        until = cutoff_of(office, slot.day, closed)
        granted += sum(_tell(tx, wish, until=until) for wish in _next(tx, slot, most=max(0, free)))
    return granted


def _next(tx: Transaction, slot: Slot, *, most: int) -> Sequence[Row]:
    """Return those who are to be told of `slot` next: who asked first goes first."""
    return tx.rows(
        f"SELECT * FROM wish WHERE day = ? AND hour = ? AND {OPEN} ORDER BY asked, id LIMIT ?",
        *(slot.day.isoformat(), slot.hour, most),
    )


def _told_lately(tx: Transaction, office: Office, slot: Slot) -> int:
    row = tx.row(
        f"SELECT COUNT(*) AS told FROM wish WHERE day = ? AND hour = ? AND told > ? AND NOT {THEIRS}",
        *(slot.day.isoformat(), slot.hour, as_text(tx.now - office.hold)),
    )
    assert row is not None
    return int(row["told"])


def _tell(tx: Transaction, wish: Row, *, until: datetime) -> bool:
    """Put the letters about `wish`, which has a name of its own each time; return False where another has just told."""
    name = new_id()
    if not tx.rows("UPDATE wish SET id = ?, told = ? WHERE id = ? RETURNING id", name, as_text(tx.now), wish["id"]):
        return False
    for chat in letters.ways(wish["chat"]):
        letters.put(tx, VACANCY, name, chat=chat, useless_after=until)
    return True


def _slot(row: Row) -> Slot:
    return Slot(date.fromisoformat(row["day"]), row["hour"])
