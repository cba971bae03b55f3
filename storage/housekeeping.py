"""Housekeeping: what is over is forgotten, a little at a time, whoever asked for it or nobody."""

from collections.abc import Sequence
from datetime import timedelta

from rules.model import Office
from storage import agents, bookings, forgetting, reminders, shown, talks
from storage.database import Transaction, as_text
from storage.letters import channel_of

DAY = timedelta(days=1)
AT_ONCE = 50  # rows of which each takes statements of its own: a turn is short

OVER = (
    "DELETE FROM hold WHERE until <= ?",
    "DELETE FROM heard WHERE at <= ?",
    "DELETE FROM letter WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar',"
    " 'closed', 'suspended', 'suspension-lifted', 'strike-lifted') AND put <= ?"
    " AND state IN ('sent', 'skipped', 'failed', 'uncertain') AND finished IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM wish WHERE wish.id = letter.subject)",
    "DELETE FROM verification WHERE asked <= ?"
    " AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.subject = verification.nonce)",
)
"""What nobody needs a day later: limits count a day, a redelivery comes sooner."""


def sweep(tx: Transaction, office: Office) -> int:
    """Forget what is over, and some of those agents, visits and chats whose time has come; return how many of them."""
    for sql in OVER:
        tx.rows(sql, as_text(tx.now - DAY))
    tx.rows("DELETE FROM bubble WHERE at <= ?", as_text(tx.now - office.erase_after))
    tx.rows("DELETE FROM upload WHERE at <= ?", as_text(tx.now - office.erase_after))
    tx.rows("DELETE FROM wish WHERE day <= ?", tx.now.astimezone(office.zone).date().isoformat())
    _remind(tx, office)
    return (
        sum(_finished(tx, office, agent) for agent in _leaving(tx))
        + sum(_forgotten(tx, office, agent) for agent in _gone(tx, office))
        + _erased(tx, office)
        + sum(_silence(tx, chat) for chat in _silent(tx, office))
    )


def _silent(tx: Transaction, office: Office) -> Sequence[str]:
    """Return some chats that something is known of, and where nobody has said a word for so long."""
    rows = tx.rows(
        "SELECT id FROM chat WHERE spoke > '' AND spoke <= ? AND (draft <> '{}' OR agent IS NULL OR id LIKE 'web:%')"
        " ORDER BY spoke LIMIT ?",
        *(as_text(tx.now - office.erase_after), AT_ONCE),
    )
    return [row["id"] for row in rows]


def _silence(tx: Transaction, chat: str) -> bool:
    """Forget what was being talked about in `chat`; return whether nobody was speaking there just then.

    A web chat goes with it, and whoever looks at it is a stranger again; in others an agent is still known.
    """
    if not tx.lock_if_free("chat", chat):
        return False
    if channel_of(chat) == "web" or talks.agent_of(tx, chat) is None:
        talks.forget(tx, chat)
    else:
        shown.forget(tx, chat)
        tx.rows("UPDATE chat SET step = 'menu', draft = '{}', path = '[]' WHERE id = ?", chat)
    return True


def _remind(tx: Transaction, office: Office) -> None:
    """Put reminders of what was booked by a program that had none; a little at a time, the nearest first."""
    rows = tx.rows(
        "SELECT id FROM booking WHERE state = 'booked' AND day >= ? AND cutoff > ? AND NOT EXISTS (SELECT 1 FROM letter"
        " WHERE letter.about = 'deadline:' || booking.agent || ' ' || booking.day || ' ' || booking.cutoff)"
        " ORDER BY day, id LIMIT ?",
        *(tx.now.astimezone(office.zone).date().isoformat(), as_text(tx.now), AT_ONCE),
    )
    for row in rows:
        found = bookings.find_by_id(tx, row["id"])
        assert found is not None
        reminders.put(tx, office, found)


def _finished(tx: Transaction, office: Office, agent: str) -> bool:
    """Forget the rest of an agent who is leaving still; return whether that was all."""
    tx.lock("agent", agent)
    is_leaving = tx.row("SELECT 1 FROM agent WHERE id = ? AND leaving IS NOT NULL", agent)
    return is_leaving is not None and forgetting.finish(tx, office, agents.find(tx, agent))


def _leaving(tx: Transaction) -> Sequence[str]:
    """Return some agents who asked to be forgotten, those first that were looked at longest ago."""
    rows = tx.rows("SELECT id FROM agent WHERE leaving IS NOT NULL ORDER BY leaving, id LIMIT ?", AT_ONCE)
    return [row["id"] for row in rows]


def _gone(tx: Transaction, office: Office) -> Sequence[str]:
    """Return some agents who have said nothing for so long, and of whom no visit is left."""
    rows = tx.rows(
        "SELECT id FROM agent WHERE created <= ? AND leaving IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM booking WHERE booking.agent = agent.id)"
        " AND NOT EXISTS (SELECT 1 FROM chat WHERE chat.agent = agent.id AND chat.spoke > ?)"
        " ORDER BY created LIMIT ?",
        *(as_text(tx.now - office.forget_after), as_text(tx.now - office.forget_after), AT_ONCE),
    )
    return [row["id"] for row in rows]


def _forgotten(tx: Transaction, office: Office, agent: str) -> bool:
    """Forget an agent who is gone; return whether nobody was speaking for them just then, and nothing stands."""
    tx.lock("agent", agent)
    known = agents.known(tx, agent)
    return known is not None and forgetting.forget(tx, office, known, "")


def _erased(tx: Transaction, office: Office) -> int:
    """Forget some visits that were so long ago as the profile says."""
    last = tx.now.astimezone(office.zone).date() - office.erase_after
    rows = tx.rows(
        "SELECT booking.id, booking.agent FROM booking WHERE day <= ?"
        " AND NOT EXISTS (SELECT 1 FROM strike WHERE strike.booking = booking.id AND strike.day > ?)"
        " ORDER BY day LIMIT ?",
        *(last.isoformat(), (tx.now.astimezone(office.zone).date() - office.strikes_within).isoformat(), AT_ONCE),
    )
    for row in rows:
        forgetting.forget_booking(tx, office, row["id"])
    return len(rows)
