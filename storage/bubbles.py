"""What was said in a web chat, which has no vendor that would keep it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Row, Transaction, as_moment, as_text


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing that was said: its place in the chat, the change that wrote it, and its content as JSON.

    `about` is the letter that it is; a screen of the talk, or what the agent said, is about nothing.
    """

    number: int
    change: int
    side: str
    content: str
    at: datetime
    about: str = ""


def add(tx: Transaction, chat: str, side: str, content: str, *, about: str = "") -> int:
    """Write a new bubble at the end of `chat`; return its change. `about` is the letter that it is, or nothing."""
    number, change = _last(tx, chat)
    tx.rows(
        "INSERT INTO bubble VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(chat, number + 1, change + 1, side, content, as_text(tx.now), about),
    )
    return change + 1


def rewrite(tx: Transaction, chat: str, content: str) -> int:
    """Write the last screen of `chat` anew, as a channel edits its last message; return its change."""
    _, change = _last(tx, chat)
    tx.rows(
        "UPDATE bubble SET content = ?, change = ? WHERE chat = ? AND number ="
        " (SELECT MAX(number) FROM bubble WHERE chat = ? AND about = '')",
        *(content, change + 1, chat, chat),
    )
    return change + 1


def since(tx: Transaction, chat: str, change: int = 0, *, most: int = 200) -> Sequence[Bubble]:
    """Return the latest `most` bubbles of `chat` written after `change`, in their order."""
    rows = tx.rows(
        "SELECT * FROM bubble WHERE chat = ? AND change > ? ORDER BY number DESC LIMIT ?", chat, change, most
    )
    return [_bubble(row) for row in reversed(rows)]


def last_screen(tx: Transaction, chat: str) -> Bubble | None:
    """Return what was said last in the talk of `chat`, letters apart, or None: nothing was."""
    row = tx.row("SELECT * FROM bubble WHERE chat = ? AND about = '' ORDER BY number DESC LIMIT 1", chat)
    return None if row is None else _bubble(row)


def letters(tx: Transaction, chat: str) -> Sequence[Bubble]:
    """Return the letters among what was said in `chat`, the latest first."""
    rows = tx.rows("SELECT * FROM bubble WHERE chat = ? AND about <> '' ORDER BY number DESC", chat)
    return [_bubble(row) for row in rows]


def is_there(tx: Transaction, chat: str, about: str) -> bool:
    """Return whether the letter `about` stands in `chat`."""
    return tx.row("SELECT 1 FROM bubble WHERE chat = ? AND about = ? AND about <> ''", chat, about) is not None


def clear(tx: Transaction, chat: str) -> None:
    """Forget what was said in `chat`."""
    tx.rows("DELETE FROM bubble WHERE chat = ?", chat)


def is_cleared(tx: Transaction, chat: str, change: int) -> bool:
    """Return whether a page that has seen `change` of `chat` shows what was forgotten since."""
    return change > 1 and _last(tx, chat)[1] < change


def _bubble(row: Row) -> Bubble:
    return Bubble(row["number"], row["change"], row["side"], row["content"], as_moment(row["at"]), row["about"])


def _last(tx: Transaction, chat: str) -> tuple[int, int]:
    row = tx.row("SELECT MAX(number) AS number, MAX(change) AS change FROM bubble WHERE chat = ?", chat)
    assert row is not None
    return row["number"] or 0, row["change"] or 0
