"""The web chat: what is said and what is answered is kept in the chat's own bubbles, in the turn's transaction."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from handlers.answers import index
from handlers.conversation import greeting, hear
from handlers.language import COUNTER_READS, on_screen
from handlers.letters.mail import Post
from handlers.message import Message
from handlers.turn import Premises, Said
from storage import bubbles, talks
from storage.bubbles import Bubble
from storage.database import Transaction
from storage.letters import Letter


@dataclass(frozen=True, slots=True)
class Screen:
    """A bubble as a page shows it: `message` is the office's, `text` the agent's. A letter interrupts no talk."""

    number: int
    change: int
    is_letter: bool = False
    revision: int = 0
    language: str = COUNTER_READS
    text: str = ""
    message: dict[str, Any] = field(default_factory=dict)


def turn(tx: Transaction, premises: Premises, said: Said) -> int:
    """Hear what was said and keep both sides of it; return the last change of the chat."""
    talks.find(tx, said.chat, language=said.language)  # locked before its bubbles are counted
    if not bubbles.since(tx, said.chat, most=1):
        bubbles.add(tx, said.chat, "office", _content(0, greeting(tx, premises, language=said.language), said.language))
    shown = _shown(tx, said)
    heard = hear(tx, premises, said)
    content = _content(heard.revision, heard.message, heard.language)
    if heard.is_signed_out:
        bubbles.clear(tx, said.chat)
    elif heard.is_edit:
        return bubbles.rewrite(tx, said.chat, content)
    if shown and not heard.is_signed_out:
        bubbles.add(tx, said.chat, "agent", json.dumps({"text": shown}, ensure_ascii=False))
    return bubbles.add(tx, said.chat, "office", content)


def first_screen(tx: Transaction, premises: Premises, *, language: str) -> Screen:
    """Return the screen of a chat in which nothing was said: none is kept until something is."""
    content = _content(0, greeting(tx, premises, language=language), language)
    return Screen(number=1, change=1, **json.loads(content))


def screen(bubble: Bubble) -> Screen:
    """Return `bubble` as a page shows it."""
    return Screen(bubble.number, bubble.change, bool(bubble.about), **json.loads(bubble.content))


def post(tx: Transaction, letter: Letter, said: Post) -> None:
    """Say `said`, the words of `letter`, in its chat, once, however often it is delivered."""
    if bubbles.is_there(tx, letter.chat, letter.id):
        return
    content = _content(0, said.message, talks.language_of(tx, letter.chat))
    bubbles.add(tx, letter.chat, "office", content, about=letter.id)


def _content(revision: int, message: Message, language: str) -> str:
    return json.dumps(
        {"revision": revision, "language": language, "message": asdict(on_screen(message, language))},
        ensure_ascii=False,
    )


def _shown(tx: Transaction, said: Said) -> str:
    """Return what the agent's own bubble shows: the words, or those of the button."""
    if not said.button:
        return "" if said.is_quiet else said.text
    last = bubbles.last_screen(tx, said.chat)
    revision, _, n = said.button.partition("|")
    content = json.loads(last.content) if last else {}
    place = index(n)
    if str(content.get("revision")) != revision or place is None:
        return _commanded(tx, said)
    labels = [choice["label"] for choice in _buttons(content["message"])]
    return str(labels[place]) if place < len(labels) else ""


def _commanded(tx: Transaction, said: Said) -> str:
    """Return what the button of a letter is called that was pressed, or nothing."""
    letters = (json.loads(bubble.content)["message"] for bubble in bubbles.letters(tx, said.chat))
    choices = (choice for message in letters for choice in message["choices"])
    return next((str(choice["label"]) for choice in choices if choice["command"] == said.button), "")


def _buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    actions = [action for row in message["rows"] for action in row["actions"]]
    return [choice for choice in (*actions, *message["choices"]) if choice["value"]]
