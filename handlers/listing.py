"""The application numbers of a talk, as a list: each with its own small actions; corrected, removed, added to."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.answers import index
from handlers.message import Choice, Phrase, Row, Words
from handlers.phrases import buttons, lines
from handlers.turn import Turn
from rules.model import Number
from rules.numbers import Reading, as_typed, merged, read
from storage.numbers import clashes


@dataclass(frozen=True, slots=True)
class Added:
    """A list with what was added to it, what did not fit any more, and how it was read."""

    numbers: tuple[str, ...]
    beyond: tuple[str, ...]
    reading: Reading


def rows(listed: Sequence[str], notes: Sequence[Words | None] = ()) -> tuple[Row, ...]:
    """Return the lines of a list, each with a note where there is one."""
    return tuple(
        Row(typed, (Choice(buttons.CORRECT, f"correct {n}"), Choice(buttons.REMOVE, f"remove {n}")), note)
        for n, (typed, note) in enumerate(zip(listed, notes or [None] * len(listed), strict=True))
    )


def pressed(said: str, listed: Sequence[str]) -> tuple[str, int] | None:
    """Return which action of which line was said, `correct` or `remove` and its place, or None."""
    act, _, line = said.partition(" ")
    place = index(line)
    if act not in ("correct", "remove") or place is None or place >= len(listed):
        return None
    return act, place


def removed(listed: Sequence[str], place: int) -> tuple[str, ...]:
    """Return `listed` without the line at `place`."""
    return (*listed[:place], *listed[place + 1 :])


def replaced(turn: Turn, listed: Sequence[str], place: int, *, but: str = "") -> Number | Phrase:
    """Return the number said for the line at `place`, or why it cannot stand there.

    `but` is the id of the booking whose numbers these are, which may have it already.
    """
    found = read(turn.office, turn.said).numbers
    if len(found) != 1:
        return lines.ONE_NUMBER if found else lines.NOTHING_READ
    others = as_typed(turn.office, removed(listed, place))
    if found[0].comparable in {other.comparable for other in others}:
        return lines.ALREADY_LISTED(number=found[0].typed)
    return clash(turn, found, but=but) or found[0]


def added(turn: Turn, listed: Sequence[str], *, most: int, but: str = "") -> Added | Phrase:
    """Return `listed` with the numbers that were said, up to `most`, or why nothing was added."""
    reading = merged(as_typed(turn.office, listed), read(turn.office, turn.said))
    if len(reading.numbers) == len(listed):
        return not_read(reading) or lines.NOTHING_READ
    taken = reading.numbers[: max(most, len(listed))]
    beyond = tuple(number.typed for number in reading.numbers[len(taken) :])
    return clash(turn, taken, but=but) or Added(tuple(number.typed for number in taken), beyond, reading)


def clash(turn: Turn, cases: Sequence[Number], *, but: str = "") -> Phrase | None:
    """Return which of `cases` is in which other live booking of the agent, or None (§3(2))."""
    for number, code in clashes(turn.tx, turn.office, turn.who, cases, but=but):
        return lines.CLASH(number=number.typed, code=code)
    return None


def not_read(reading: Reading) -> Phrase | None:
    """Return what was dropped or left aside, so that nothing goes missing unsaid."""
    if reading.aside:
        return lines.ASIDE(pieces=as_one(dict.fromkeys(reading.aside)))
    if reading.repeated:
        return lines.REPEATED(numbers=as_one(reading.repeated))
    return None


def as_one(pieces: Sequence[str] | dict[str, None]) -> str:
    """Return `pieces` on one line, no longer than anybody reads."""
    return " / ".join(pieces)[:300]
