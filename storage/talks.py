"""Where each chat's talk stands."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from storage.database import Transaction, as_moment, as_text

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Talk:
    """The position of a talk: the step that was asked, what was answered so far, what was offered.

    `path` holds the steps to go back to, `offered` the values behind the buttons of `revision`.
    """

    chat: str
    language: str
    step: str = ""
    draft: dict[str, Any] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    revision: int = 0
    spoke: datetime | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat, and when something was said in it last."""

    id: str
    spoke: datetime


def is_new(tx: Transaction, update: str, chat: str) -> bool:
    """Return whether `update` is heard for the first time, and remember it."""
    return bool(
        tx.rows(
            "INSERT INTO heard VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id", update, chat, as_text(tx.now)
        )
    )


def was_heard(tx: Transaction, update: str) -> bool:
    """Return whether `update` was heard before."""
    return tx.row("SELECT 1 FROM heard WHERE id = ?", update) is not None


def turns_lately(tx: Transaction, chat: str) -> int:
    """Return how many turns `chat` had in the last minute."""
    row = tx.row("SELECT COUNT(*) AS turns FROM heard WHERE chat = ? AND at > ?", chat, as_text(tx.now - MINUTE))
    assert row is not None
    return int(row["turns"])


def find(tx: Transaction, chat: str, *, language: str) -> Talk:
    """Return the talk of `chat`, locked until the end of the turn; a new one speaks `language`."""
    tx.rows(
        "INSERT INTO chat VALUES (?, NULL, ?, '', '{}', '[]', '[]', 0, '', NULL, 0) ON CONFLICT (id) DO NOTHING",
        chat,
        language,
    )
    tx.lock("chat", chat)
    row = tx.row("SELECT * FROM chat WHERE id = ?", chat)
    assert row is not None
    return Talk(
        chat=chat,
        language=row["language"],
        step=row["step"],
        draft=json.loads(row["draft"]),
        path=tuple(json.loads(row["path"])),
        offered=tuple(json.loads(row["offered"])),
        revision=row["revision"],
        spoke=as_moment(row["spoke"]) if row["spoke"] else None,
    )


def save(tx: Transaction, talk: Talk) -> None:
    """Remember `talk` as it stands now."""
    tx.rows(
        "UPDATE chat SET language = ?, step = ?, draft = ?, path = ?, offered = ?, revision = ?, spoke = ?"
        " WHERE id = ?",
        talk.language,
        talk.step,
        json.dumps(talk.draft, ensure_ascii=False),
        json.dumps(talk.path),
        json.dumps(talk.offered, ensure_ascii=False),
        talk.revision,
        as_text(tx.now),
        talk.chat,
    )


def draft_of(tx: Transaction, chat: str) -> dict[str, Any]:
    """Return what is being entered in `chat`."""
    row = tx.row("SELECT draft FROM chat WHERE id = ?", chat)
    draft: dict[str, Any] = json.loads(row["draft"]) if row is not None else {}
    return draft


def bind(tx: Transaction, chat: str, agent: str) -> None:
    """Remember that whoever speaks in `chat` has proven to be `agent`."""
    tx.rows("UPDATE chat SET agent = ? WHERE id = ?", agent, chat)


def agent_of(tx: Transaction, chat: str) -> str | None:
    """Return the id of the agent who speaks in `chat`, or None: nobody has proven an address there."""
    row = tx.row("SELECT agent FROM chat WHERE id = ?", chat)
    return row["agent"] if row is not None else None


def is_there(tx: Transaction, chat: str) -> bool:
    """Return whether anything was said in `chat`, and it was not forgotten since."""
    return tx.row("SELECT 1 FROM chat WHERE id = ?", chat) is not None


def leave(tx: Transaction, chat: str, *, at: int) -> None:
    """Remember that nobody reads what is sent into `chat` since `at`, until something is said there again."""
    tx.rows("UPDATE chat SET gone = ?, latest = ? WHERE id = ? AND latest <= ?", *(as_text(tx.now), at, chat, at))


def is_late(tx: Transaction, chat: str, *, at: int) -> bool:
    """Return whether what was said `at` comes after something later; else it is the latest, and somebody is there."""
    return not tx.rows(
        "UPDATE chat SET latest = ?, gone = NULL WHERE id = ? AND latest <= ? RETURNING id", at, chat, at
    )


def is_gone(tx: Transaction, chat: str) -> bool:
    """Return whether nobody reads what is sent into `chat`."""
    return tx.row("SELECT 1 FROM chat WHERE id = ? AND gone IS NOT NULL", chat) is not None


def speaking(tx: Transaction, channel: str, language: str) -> Sequence[str]:
    """Return the chats of `channel` in which `language` is spoken."""
    found = tx.rows("SELECT id FROM chat WHERE id LIKE ? AND language = ? ORDER BY id", f"{channel}:%", language)
    return [row["id"] for row in found]


def language_of(tx: Transaction, chat: str) -> str:
    """Return the language that is spoken in `chat`; Japanese where the chat is gone."""
    row = tx.row("SELECT language FROM chat WHERE id = ?", chat)
    return str(row["language"]) if row is not None else "ja"


def of_agent(tx: Transaction, agent: str) -> Sequence[Chat]:
    """Return the chats in which `agent` has proven to be who they are, always in the same order."""
    rows = tx.rows("SELECT id, spoke FROM chat WHERE agent = ? ORDER BY id", agent)
    return [Chat(row["id"], as_moment(row["spoke"]) if row["spoke"] else tx.now) for row in rows]


def unbind(tx: Transaction, chat: str) -> None:
    """Let whoever speaks in `chat`, whose row is locked, be a stranger from here on."""
    tx.rows("DELETE FROM hold WHERE chat = ?", chat)
    tx.rows("UPDATE chat SET agent = NULL WHERE id = ?", chat)


def forget(tx: Transaction, chat: str) -> None:
    """Forget the talk of `chat`, what was said in it and where its screen stands; bookings stay."""
    tx.lock("chat", chat)
    for table, column in (("hold", "chat"), ("bubble", "chat"), ("shown", "chat"), ("chat", "id")):
        tx.rows(f"DELETE FROM {table} WHERE {column} = ?", chat)
