"""The box of letters: what is to be said unasked, put there by whoever causes it.

A letter holds no words. It goes by a channel: by mail, or into a chat. Its `about` is unique, so that it can
be put into the box any number of times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction, as_moment, as_text
from storage.keys import new_id

UNWATCHED = frozenset({"web", "mail"})  # channels at which nobody may be looking
KEPT_HERE = frozenset({"web"})  # channels whose screens stand in our database: what is answered there is not lost
MAIL = "mail"  # the channel of letters that go to an address
FILES = ("card", "calendar")  # kinds of letters that are a file, said after the words that it belongs to

PRIORITIES = {
    "proof": 0,
    "readdressed": 0,
    "returned": 0,
    "confirmation": 1,
    "cancellation": 1,
    "vacancy": 1,
    "closed": 1,
    "card": 1,
    "calendar": 1,
}
"""Which kinds go first: somebody waits for them."""
USUAL = 2  # the priority of every other


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be said unasked: of which kind, about what, by which channel, in which chat if it is none by mail."""

    id: str
    about: str
    kind: str
    subject: str
    attempts: int
    owner: str
    channel: str = MAIL
    chat: str = ""
    due: datetime | None = None
    useless_after: datetime | None = None


def channel_of(chat: str) -> str:
    """Return the channel by which `chat` is reached; letters to none go by mail."""
    return chat.partition(":")[0] or MAIL


def ways(chat: str, *, is_mailed: bool = False) -> tuple[str, ...]:
    """Return how what is said in `chat` is sent: there, and by mail too where nobody may be looking, or `is_mailed`."""
    return (chat, "") if is_mailed or channel_of(chat) in UNWATCHED else (chat,)


def put(
    tx: Transaction,
    kind: str,
    subject: str,
    *,
    chat: str = "",
    due: datetime | None = None,
    useless_after: datetime | None = None,
) -> None:
    """Put a letter of `kind` about `subject` into the box, due now or then; once, however often it is put.

    It goes into `chat`, the one named last, or by mail where none is. One that was withdrawn before it was due is
    in the box again.
    """
    moment = as_text(due or tx.now)
    tx.rows(
        "INSERT INTO letter (id, about, kind, subject, channel, chat, priority, due, next_attempt, useless_after,"
        " state, attempts, lost, put) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, 0, ?)"
        " ON CONFLICT (about) DO UPDATE SET state = 'pending', finished = NULL, channel = excluded.channel,"
        " chat = excluded.chat"
        " WHERE letter.state = 'pending' OR (letter.state = 'skipped' AND letter.due > excluded.put)",
        *(new_id(), f"{kind}:{subject}{'@chat' if chat else ''}", kind, subject, channel_of(chat), chat),
        *(
            PRIORITIES.get(kind, USUAL),
            moment,
            moment,
            as_text(useless_after) if useless_after else None,
            as_text(tx.now),
        ),
    )


def confirm(tx: Transaction, kind: str, subject: str, chat: str) -> None:
    """Put the letters that say what was done with a booking: by mail, and into `chat` unless its own screen does."""
    for way in ("",) if channel_of(chat) in KEPT_HERE else ("", chat):
        put(tx, kind, subject, chat=way)


def is_out(tx: Transaction, kind: str, subject: str) -> bool:
    """Return whether a letter of `kind` about `subject` was worded already."""
    return (
        tx.row("SELECT 1 FROM letter WHERE subject = ? AND kind = ? AND state <> 'pending'", subject, kind) is not None
    )


def was_sent(tx: Transaction, kind: str, subject: str) -> bool:
    """Return whether a letter of `kind` about `subject` may have arrived."""
    sql = "SELECT 1 FROM letter WHERE subject = ? AND kind = ? AND state IN ('leased', 'sent', 'uncertain')"
    return tx.row(sql, subject, kind) is not None


def is_there(tx: Transaction, kind: str, subject: str) -> bool:
    """Return whether there is a letter of `kind` about `subject`."""
    return tx.row("SELECT 1 FROM letter WHERE subject = ? AND kind = ?", subject, kind) is not None


def withdraw(tx: Transaction, kind: str, subject: str) -> None:
    """Let the letters of `kind` about `subject` not be sent, where nobody is sending them."""
    tx.rows(
        "UPDATE letter SET state = 'skipped', finished = ? WHERE subject = ? AND kind = ? AND state = 'pending'",
        *(as_text(tx.now), subject, kind),
    )


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
