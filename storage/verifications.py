"""Addresses being proven: a nonce, until when, how many tries; never the link or the code."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.model import Office
from rules.refusal import Refusal
from rules.verification import NONCE, address_for_limits, refusal_to_mail
from storage.database import Row, Transaction, as_moment, as_text
from storage.keys import new_id

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
assert len(new_id()) == NONCE


@dataclass(frozen=True, slots=True)
class Verification:
    """An address that `chat` said, having agreed to `notice`, and that is proven by what is derived from `nonce`.

    `replaces` is the agent's address that it is to take the place of, if any.
    """

    nonce: str
    chat: str
    address: str
    notice: str
    expires: datetime
    tries: int
    is_open: bool
    replaces: str = ""
    is_used: bool = False


def ask(
    tx: Transaction, office: Office, chat: str, address: str, *, notice: str, origin: str, replaces: str = ""
) -> Verification | Refusal:
    """Begin to prove `address` for `chat`, which agreed to `notice`; its older links are worth nothing now (§2)."""
    tx.one_by_one("verification")  # counted and taken under one lock
    for_limits = address_for_limits(address)
    refusal = refusal_to_mail(
        office,
        chat=_asked(tx, HOUR, "chat", chat),
        address=_asked(tx, DAY, "for_limits", for_limits),
        origin=_asked(tx, HOUR, "origin", origin) if origin else 0,
        in_all=_asked(tx, HOUR),
    )
    if refusal is not None:
        return refusal
    asked = Verification(new_id(), chat, address, notice, tx.now + office.link, 0, is_open=True, replaces=replaces)
    tx.rows("UPDATE verification SET state = 'replaced' WHERE chat = ? AND state = 'open'", chat)
    tx.rows(
        "INSERT INTO verification VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 'open', ?)",
        *(asked.nonce, chat, address, for_limits, notice, origin, as_text(tx.now), as_text(asked.expires), replaces),
    )
    return asked


def of_chat(tx: Transaction, chat: str) -> Verification | None:
    """Return the newest verification that `chat` asked for, if it is still open."""
    row = tx.row("SELECT * FROM verification WHERE chat = ? AND state = 'open' ORDER BY asked DESC LIMIT 1", chat)
    return None if row is None else _verification(row)


def find(tx: Transaction, nonce: str) -> Verification | None:
    """Return the verification whose nonce this is, or None."""
    row = tx.row("SELECT * FROM verification WHERE nonce = ?", nonce)
    return None if row is None else _verification(row)


def open_now(tx: Transaction, nonce: str) -> Verification | None:
    """Return the verification whose nonce this is, if it can still prove its address."""
    asked = find(tx, nonce)
    return asked if asked is not None and asked.is_open and asked.expires > tx.now else None


def count_try(tx: Transaction, asked: Verification) -> None:
    """Remember that a wrong code was said."""
    tx.rows("UPDATE verification SET tries = tries + 1 WHERE nonce = ?", asked.nonce)


def end(tx: Transaction, asked: Verification) -> None:
    """Remember that it proves nothing any more."""
    tx.rows("UPDATE verification SET state = 'replaced' WHERE nonce = ?", asked.nonce)


def use(tx: Transaction, asked: Verification) -> None:
    """Remember that it proved its address: it works once."""
    tx.rows("UPDATE verification SET state = 'used' WHERE nonce = ?", asked.nonce)


def _asked(tx: Transaction, span: timedelta, column: str = "", value: str = "") -> int:
    """Return how many were asked for within `span`, of all or where `column` is `value`."""
    where, values = (f" AND {column} = ?", [value]) if column else ("", [])
    row = tx.row(f"SELECT COUNT(*) AS mails FROM verification WHERE asked > ?{where}", as_text(tx.now - span), *values)
    assert row is not None
    return int(row["mails"])


def _verification(row: Row) -> Verification:
    return Verification(
        nonce=row["nonce"],
        chat=row["chat"],
        address=row["address"],
        notice=row["notice"],
        expires=as_moment(row["expires"]),
        tries=row["tries"],
        is_open=row["state"] == "open",
        replaces=row["replaces"],
        is_used=row["state"] == "used",
    )
