"""Leases of letters: whoever sends one holds it for a while, unless their program is gone, so that nobody else does."""

from collections.abc import Sequence
from datetime import timedelta

from storage.database import Transaction, as_text
from storage.letters import MAIL, Letter

LEASE = timedelta(minutes=7)  # longer than a few sends may take, each with a picture that is tried twice


def renew(tx: Transaction, letter: Letter) -> bool:
    """Lease `letter` anew to whoever holds it and has waited; return False where another may be sending it by now."""
    rows = tx.rows(
        "UPDATE letter SET lease_until = ? WHERE id = ? AND state = 'leased' AND lease_owner = ? AND attempts = ?"
        " RETURNING id",
        *(as_text(tx.now + LEASE), letter.id, letter.owner, letter.attempts),
    )
    return bool(rows)


def was_lost(tx: Transaction, letter: Letter) -> bool:
    """Return whether whoever held `letter` before was gone in the middle of it."""
    return tx.row("SELECT 1 FROM letter WHERE id = ? AND lost > 0", letter.id) is not None


def owners(tx: Transaction, channel: str = MAIL) -> Sequence[str]:
    """Return to whom letters of `channel` are leased."""
    sql = "SELECT DISTINCT lease_owner FROM letter WHERE state = 'leased' AND channel = ? AND lease_until > ?"
    return [row["lease_owner"] for row in tx.rows(sql, channel, as_text(tx.now))]


def take_over(tx: Transaction, owner: str, channel: str = MAIL) -> None:
    """End every lease of `channel` to `owner`, whose program is gone."""
    tx.rows(
        "UPDATE letter SET lease_until = ? WHERE state = 'leased' AND channel = ? AND lease_owner = ?",
        *(as_text(tx.now), channel, owner),
    )


def hand_back(tx: Transaction, owner: str, chat: str) -> None:
    """End the leases by which `owner` was to answer in `chat`, and does not: whoever looks next sends them."""
    tx.rows(
        "UPDATE letter SET lease_until = ? WHERE state = 'leased' AND lease_owner = ? AND chat = ?"
        " AND kind IN ('confirmation', 'cancellation')",
        *(as_text(tx.now), owner, chat),
    )
