"""What was said in a web chat, which has no vendor that would keep it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction, as_moment, as_text


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing that was said: its place in the chat, the change that wrote it, and its content as JSON."""

    number: int
    change: int
    side: str
    content: str
    at: datetime


def add(tx: Transaction, chat: str, side: str, content: str, *, about: str = "") -> int:
    """Write a new bubble at the end of `chat`; return its change. `about` is the letter that it is, or nothing."""
    number, change = _last(tx, chat)
    tx.rows(
        "INSERT INTO bubble VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(chat, number + 1, change + 1, side, content, as_text(tx.now), about),
    )
    return change + 1


def rewrite(tx: Transaction, chat: str, content: str) -> int:
    """Write the last bubble of `chat` anew, as a channel edits its last message; return its change."""
    number, change = _last(tx, chat)
    tx.rows(
        "UPDATE bubble SET content = ?, change = ? WHERE chat = ? AND number = ?", content, change + 1, chat, number
    )
    return change + 1


def since(tx: Transaction, chat: str, change: int = 0, *, most: int = 200) -> Sequence[Bubble]:
    """Return the latest `most` bubbles of `chat` written after `change`, in their order."""
    rows = tx.rows(
        "SELECT * FROM bubble WHERE chat = ? AND change > ? ORDER BY number DESC LIMIT ?", chat, change, most
    )
    return [
        Bubble(row["number"], row["change"], row["side"], row["content"], as_moment(row["at"]))
        for row in reversed(rows)
    ]


def clear(tx: Transaction, chat: str) -> None:
    """Forget what was said in `chat`."""
    tx.rows("DELETE FROM bubble WHERE chat = ?", chat)


def is_cleared(tx: Transaction, chat: str, change: int) -> bool:
    """Return whether a page that has seen `change` of `chat` shows what was forgotten since."""
    return change > 1 and _last(tx, chat)[1] < change


def _last(tx: Transaction, chat: str) -> tuple[int, int]:
    row = tx.row("SELECT MAX(number) AS number, MAX(change) AS change FROM bubble WHERE chat = ?", chat)
    assert row is not None
    return row["number"] or 0, row["change"] or 0
