"""A message as LINE shows it: Flex, in bubbles that are small enough; buttons below the last of them."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from bot.channels.line import flex
from bot.channels.line.alternative import alternative
from bot.channels.line.flex import Json, broad
from handlers.language import words
from handlers.message import NUMBERED, Attachment, Choice, Field, Message, Row
from handlers.phrases import pages

HEAVIEST = 28_000  # bytes of what is said and asked in one bubble: LINE takes 30 KB, with everything
LEAST = 8_000  # bytes of what is said, in the last of them
MOST = 5  # messages at a time
LINK = re.compile(r"https://[\x21-\x7e]+")
LABEL = 20  # characters of a label
BESIDE = 16  # columns of a label that may have another beside it; a full-width character takes two
ROW = 54  # columns of the ways out in one row
OUTSIDE = "?openExternalBrowser=1"  # LINE's own browser saves no files
Where = Callable[[Attachment], str]
"""Where an attachment is found, but for its ending; nothing, where nobody outside can open it."""


def messages(message: Message, revision: int, language: str, where: Where) -> tuple[Json, ...]:
    """Return `message`, in words of `language`, whose answers carry `revision`; its picture comes after it."""
    numbers = count()
    marks = (f"{mark} " if row.actions else "" for mark, row in zip(NUMBERED, message.rows, strict=False))
    rows = (_row(row, revision, numbers, mark) for row, mark in zip(message.rows, marks, strict=True))
    said = [*_said(message), *rows, *_paragraphs(message.after)]
    attached = _attached(message, language, where)
    asked = list(_asked((*attached, *message.choices), revision, numbers))
    *others, last = _parts(said, max(LEAST, HEAVIEST - len(json.dumps(asked))))
    parts = [*others, [*last, *asked]]
    made = (
        flex.message(
            alternative(message, n, len(parts), language),
            flex.bubble(part, head=_head(message) if n == 1 else (), ground=_ground(message)),
        )
        for n, part in enumerate(parts, 1)
    )
    places = (where(each) for each in message.attachments if each.kind == "card")
    return (*made, *(flex.picture(f"{place}.png") for place in places if place))[:MOST]


def _head(message: Message) -> Sequence[Json]:
    """Return the state of what is kept for the counter, which stands on its own ground."""
    return [flex.bold(str(message.title), size="lg", color=flex.WHITE)] if message.keep else ()


def _ground(message: Message) -> str:
    """Return the colour of what is valid, and so has a card, or of what is not any more."""
    return flex.GREEN if any(each.kind == "card" for each in message.attachments) else flex.SOFT


def _said(message: Message) -> Iterator[Json]:
    """Return what is said above the rows; of what is kept the date first, and largest."""
    fields = message.fields
    if message.keep:
        when, fields = fields[0], fields[1:]
        first, *others = map(str, when.lines)
        large = (flex.bold(first.replace("　", "\n"), size="xl"), *(flex.bold(each, size="md") for each in others))
        yield flex.column([flex.text(str(when.label), color=flex.SOFT), *large])
    else:
        yield flex.bold(str(message.title), size="lg")
    yield from _paragraphs(message.body)
    yield from map(_field, fields)


def _paragraphs(said: Iterable[object]) -> Iterator[Json]:
    for paragraph in map(str, said):
        pieces = range(0, len(paragraph), flex.LONGEST // 2)  # the broadest characters count twice
        yield from (_linked(paragraph[n : n + flex.LONGEST // 2]) for n in pieces)


def _linked(said: str) -> Json:
    """Return a text; where it holds an address, a tap opens it."""
    link = LINK.search(said)
    if link is None:
        return flex.text(said)
    host = link[0].split("/")[2][:LABEL]
    return flex.text(said, action=flex.uri(host, link[0]), color=flex.GREEN, decoration="underline")


def _field(field: Field) -> Json:
    values = flex.column([flex.text(str(each) or "–") for each in field.lines], flex=7)
    return flex.line([flex.text(str(field.label), color=flex.SOFT, flex=4), values], spacing="md")


def _row(row: Row, revision: int, numbers: Iterator[int], mark: str) -> Json:
    """Return a line with its own small buttons; its `mark` is how it is typed."""
    note = f"（{row.note}）" if row.note else ""
    actions = ((choice, _action(choice, revision, numbers, f"{row.text}　{choice.label}")) for choice in row.actions)
    buttons = (
        flex.small(str(choice.label), action, flex.RED if choice.tone == "danger" else flex.GREEN)
        for choice, action in actions
        if action
    )
    said = flex.text(f"{mark}{row.text}{note}", flex=1, gravity="center")
    return flex.line([said, *buttons], spacing="sm", alignItems="center")


def _attached(message: Message, language: str, where: Where) -> Iterator[Choice]:
    """Return the buttons that open what is attached."""
    is_valid = any(each.kind == "card" for each in message.attachments)
    for each in message.attachments:
        place = where(each)
        if place and each.kind == "calendar":
            label = words(pages.CALENDAR if is_valid else pages.UNCALENDAR, language)
            yield Choice(label, url=f"{place}.ics{OUTSIDE}")
        elif place:
            yield Choice(words(pages.PAGE, language), url=f"{place}{OUTSIDE}")


def _asked(choices: Sequence[Choice], revision: int, numbers: Iterator[int]) -> Iterator[Json]:
    """Return the buttons: short ones side by side, what cannot be pressed as grey words, the ways out last."""
    made = [(choice, _action(choice, revision, numbers)) for choice in choices]
    loud = [(choice, action) for choice, action in made if action and choice.tone != "quiet"]
    quiet = [(choice, action) for choice, action in made if action and choice.tone == "quiet"]
    if loud:
        yield flex.separator()
        yield flex.column(list(_side_by_side(loud)), spacing="sm")
    if quiet:
        yield flex.separator()
        yield from _ways(quiet)


def _side_by_side(made: Iterable[tuple[Choice, Json]]) -> Iterator[Json]:
    waiting: Json | None = None
    for choice, action in made:
        is_short = choice.tone == "plain" and not choice.closed and broad(str(choice.label)) <= BESIDE
        button = _button(choice, action)
        if is_short and waiting:
            yield flex.line([waiting, button], spacing="sm")
            waiting = None
        else:
            if waiting:
                yield waiting
            waiting = button if is_short else None
            if not is_short:
                yield button
    if waiting:
        yield waiting


def _button(choice: Choice, action: Json) -> Json:
    if choice.closed:
        return flex.text(f"{choice.label}　{choice.closed}", color=flex.GREY, align="center")
    if choice.tone == "plain":
        return flex.button(action)
    return flex.button(action, style="primary", color=flex.RED if choice.tone == "danger" else flex.GREEN)


def _ways(made: Iterable[tuple[Choice, Json]]) -> Iterator[Json]:
    """Return the ways out, as many in a row as can be read."""
    row: list[Json] = []
    taken = 0
    for choice, action in made:
        columns = broad(str(choice.label)) + 3
        if row and taken + columns > ROW:
            yield flex.line(row, spacing="sm")
            row, taken = [], 0
        row.append(flex.way(str(choice.label), action, columns))
        taken += columns
    yield flex.line(row, spacing="sm")


def _action(choice: Choice, revision: int, numbers: Iterator[int], shown: str = "") -> Json | None:
    """Return what the button of `choice` does, or None: nothing that LINE can do."""
    label = str(choice.label)
    if choice.value:
        return flex.postback(label, f"{revision}|{next(numbers)}", shown)
    if choice.command:
        return flex.postback(label, choice.command, shown)
    if choice.url.startswith("https://"):
        return flex.uri(label, choice.url)
    if choice.call:
        return flex.uri(label, f"tel:{choice.call}")
    return flex.clipboard(label, choice.copy) if choice.copy else None


def _parts(said: Sequence[Json], most: int) -> Iterator[list[Json]]:
    """Return what is said in parts, none of more than `most` bytes."""
    part: list[Json] = []
    weight = 0
    for each in said:
        heavy = len(json.dumps(each))
        if part and weight + heavy > most:
            yield part
            part, weight = [], 0
        part.append(each)
        weight += heavy
    yield part
