"""What a step returns and a channel renders, so that no step ever knows a channel."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Tone = Literal["plain", "go", "danger", "quiet"]  # quiet: the way back, help and the like


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the source language, with the values that it takes; it becomes words after the turn.

    `{day:date}` and the like are set as the language writes them. `plural` serves where `count` is not one.
    """

    text: str
    plural: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, **values: Any) -> "Phrase":
        """Return the phrase with its values."""
        return replace(self, values=values)


NUMBERED = "①②③④⑤⑥⑦⑧⑨⑩"
"""Rows, as they are told apart where their buttons do not stand beside them, or are typed."""

Words = Phrase | str
"""A phrase, or what people typed and is shown as it is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `value` is the answer that it gives to this screen; `closed` says why it cannot be pressed.

    A `command`, `verb|code|version`, outlives the talk; a url, a number to call or a text to copy needs neither.
    """

    label: Words
    value: str = ""
    tone: Tone = "plain"
    closed: Words | None = None
    command: str = ""
    url: str = ""
    call: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value, in several lines where it is a tuple: the review, the words of the card."""

    label: Words
    value: Words | tuple[Words, ...]

    @property
    def lines(self) -> tuple[Words, ...]:
        """The value, line by line."""
        return self.value if isinstance(self.value, tuple) else (self.value,)


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its own small actions, and a note beside it."""

    text: Words
    actions: tuple[Choice, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """What can be fetched of a booking's version: its card, or its calendar file; a name, never bytes."""

    kind: Literal["card", "calendar"]
    booking: str
    version: int


@dataclass(frozen=True, slots=True)
class Message:
    """One screen of the talk.

    `body` and `after` hold paragraphs above and below fields and rows; `keep` marks what is never edited away.
    """

    title: Words
    body: tuple[Words, ...] = ()
    fields: tuple[Field, ...] = ()
    rows: tuple[Row, ...] = ()
    after: tuple[Words, ...] = ()
    choices: tuple[Choice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    keep: bool = False

    @property
    def buttons(self) -> tuple[Choice, ...]:
        """Everything that can be pressed and is an answer, in the order in which it is numbered."""
        actions = (action for row in self.rows for action in row.actions)
        return tuple(choice for choice in (*actions, *self.choices) if choice.value)
