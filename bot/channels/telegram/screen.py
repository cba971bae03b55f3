"""A message as Telegram shows it: HTML in parts that are short enough, and buttons beneath the last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import count
from unicodedata import east_asian_width

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit

from handlers.message import NUMBERED, Choice, Field, Message, Row

LONGEST: int = MessageLimit.MAX_TEXT_LENGTH  # UTF-16 units of what is read, tags apart
BROADEST = 45  # columns of one row of buttons on a phone; a full-width character takes two
SIDE_BY_SIDE = 3  # buttons in a row, at most
STYLES = {"go": "success", "danger": "danger"}


GAP = "\n\n"  # between paragraphs
BULLETS = ("・", "- ")  # begin an item of a list, which follows the one before


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a paragraph: `text` behind what is `bold`, and the gap that sets it off from the one before."""

    text: str
    bold: str = ""
    gap: str = GAP

    @property
    def html(self) -> str:
        """The line as HTML that shows it as it is."""
        return (f"<b>{plain(self.bold)}</b>" if self.bold else "") + plain(self.text)

    @property
    def units(self) -> int:
        """How long it is read to be, in UTF-16 units, with its gap."""
        return len((self.gap + self.bold + self.text).encode("utf-16-le")) // 2

    def pieces(self) -> "Iterator[Line]":
        """Return the line in pieces none of which is too long by itself."""
        left = self
        while left.units > LONGEST:
            cut = LONGEST // 2 - len(left.gap + left.bold)  # the broadest characters are two units each
            yield replace(left, text=left.text[:cut])
            left = Line(left.text[cut:], gap="")
        yield left


@dataclass(frozen=True, slots=True)
class Screen:
    """What is sent: `parts` of HTML, and the buttons below the last; `standing` are those that outlive the talk."""

    parts: tuple[str, ...]
    buttons: InlineKeyboardMarkup | None = None
    standing: InlineKeyboardMarkup | None = None


def screen(message: Message, revision: int) -> Screen:
    """Return `message`, in words already, whose answers carry `revision`."""
    numbers = count()
    rows = [
        [_button(choice, revision, numbers, before=mark) for choice in row.actions]
        for mark, row in zip(_marks(message.rows), message.rows, strict=True)
    ]
    made = [
        (choice, button) for choice in message.choices if (button := _button(choice, revision, numbers)) is not None
    ]
    loud = [button for choice, button in made if choice.tone != "quiet"]
    quiet = [button for choice, button in made if choice.tone == "quiet"]
    standing = [button for choice, button in made if not choice.value]
    actions = [[button for button in row if button is not None] for row in rows]
    if all(len(row) <= 1 for row in actions):
        actions = _side_by_side(button for row in actions for button in row)
    return Screen(
        tuple(_parts(_lines(message))),
        _markup([*filter(None, actions), *_side_by_side(loud), *_side_by_side(quiet)]),
        _markup(_side_by_side(standing)),
    )


def plain(text: str) -> str:
    """Return `text` as HTML that shows it as it is."""
    return escape(text, quote=False)


def _marks(rows: Sequence[Row]) -> Iterator[str]:
    yield from (f"{NUMBERED[n]} " if row.actions and n < len(NUMBERED) else "" for n, row in enumerate(rows))


def _button(choice: Choice, revision: int, numbers: Iterator[int], *, before: str = "") -> InlineKeyboardButton | None:
    """Return the button of `choice`, or None where Telegram has none: it makes links of telephone numbers itself."""
    label = f"{before}{choice.label}" + (f" ×{choice.closed}" if choice.closed else "")
    style = STYLES.get(choice.tone)
    if choice.value:
        return InlineKeyboardButton(label, callback_data=f"{revision}|{next(numbers)}", style=style)
    if choice.command:
        return InlineKeyboardButton(label, callback_data=choice.command, style=style)
    if choice.url.startswith("https://"):
        return InlineKeyboardButton(label, url=choice.url)
    if choice.copy:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(choice.copy))
    return None


def _side_by_side(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Return `buttons` in rows, as many beside each other as can be read; what matters stands alone."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        is_alone = not rows or len(rows[-1]) == SIDE_BY_SIDE or button.style or rows[-1][-1].style
        if not is_alone and _broad([*rows[-1], button]) <= BROADEST:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _broad(row: Sequence[InlineKeyboardButton]) -> int:
    """Return how many columns `row` takes: its buttons are equally broad."""
    widths = (sum(2 if east_asian_width(c) in "WFA" else 1 for c in button.text) + 3 for button in row)
    return max(widths) * len(row)


def _markup(rows: Sequence[Sequence[InlineKeyboardButton]]) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup(rows) if rows else None


def _lines(message: Message) -> Iterator[Line]:
    yield Line("", bold=str(message.title), gap="")
    yield from (Line(str(said), gap="\n" if str(said).startswith(BULLETS) else GAP) for said in message.body)
    for n, field in enumerate(message.fields):
        yield Line(_value(field), bold=str(field.label), gap=GAP if n == 0 else "\n")
    for n, (mark, row) in enumerate(zip(_marks(message.rows), message.rows, strict=True)):
        note = f"（{row.note}）" if row.note else ""
        yield Line(f"{mark}{row.text}{note}", gap=GAP if n == 0 else "\n")
    yield from (Line(str(said)) for said in message.after)


def _value(field: Field) -> str:
    first, *others = map(str, field.lines)
    return f"：{first}" + "".join(f"\n　{line}" for line in others)


def _parts(lines: Iterable[Line]) -> Iterator[str]:
    """Return HTML in parts of at most LONGEST, split between lines, or where one alone is longer, within it."""
    part, taken = "", 0
    for line in (piece for whole in lines for piece in whole.pieces()):
        if part and taken + line.units > LONGEST:
            yield part
            part, taken = "", 0
        part += (line.gap if part else "") + line.html
        taken += line.units
    yield part
