"""Which bookings are there? (予約を確認) What is to come first, then what is past."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answers import folded, index, pick
from handlers.message import Choice, Message, Row, Words
from handlers.phrases import buttons, lines, welcome
from handlers.steps import booking
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Booking
from storage import bookings

SHOWN = 10  # rows, all that every channel can hold


def ask(turn: Turn) -> Message:
    if turn.agent is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_UNKNOWN,), choices=(Choice(buttons.BOOK, "/book", "go"),))
    live, past = bookings.live(turn.tx, turn.office, turn.agent), bookings.past(turn.tx, turn.office, turn.agent)
    first, listed = _listed(turn, (*live, *past))
    rest = len(live) + len(past) - first - len(listed)
    return Message(
        welcome.BOOKINGS,
        (
            welcome.BOOKINGS_LIVE(count=len(live)) if live else welcome.BOOKINGS_NONE,
            *((welcome.BOOKINGS_PAST(count=len(past)),) if past else ()),
            *((welcome.BOOKINGS_ASK,) if listed else ()),
        ),
        rows=tuple(Row(_line(b), (Choice(buttons.OPEN, b.code),), _note(b, live)) for b in listed),
        choices=(
            *((Choice(buttons.MORE, f"from {first + SHOWN}"),) if rest > 0 else ()),
            *((Choice(buttons.FIRST_ROWS, "from 0"),) if first else ()),
            *(() if live else (Choice(buttons.BOOK, "/book", "go"),)),
        ),
    )


def answer(turn: Turn) -> Next:
    if turn.agent is None:
        return Again(lines.NOT_UNDERSTOOD)
    if turn.said.startswith("from "):
        return Again(draft=replace(turn.draft, first_row=index(turn.said[5:]) or 0))
    every = (*bookings.live(turn.tx, turn.office, turn.agent), *bookings.past(turn.tx, turn.office, turn.agent))
    _, listed = _listed(turn, every)
    code = pick(turn.said, [b.code for b in listed]) or folded(turn.said).upper()
    if code not in {b.code for b in every}:
        return Again(lines.NOT_UNDERSTOOD)
    return Goto("booking", turn.draft.looking_at(code))


def meant(turn: Turn, way: str) -> Next:
    """Go about `way` with the one booking that can be meant, or ask which."""
    if turn.agent is None:
        return Goto("bookings", turn.draft)
    live = bookings.live(turn.tx, turn.office, turn.agent)
    if len(live) != 1:
        return Goto("bookings", replace(turn.draft, first_row=0), welcome.BOOKINGS_WHICH if live else None)
    draft = turn.draft.looking_at(live[0].code)
    return booking.gone_about(replace(turn, draft=draft), way) if way else Goto("booking", draft)


def _listed(turn: Turn, every: Sequence[Booking]) -> tuple[int, Sequence[Booking]]:
    """Return which of `every` booking are shown, and the place of the first."""
    first = turn.draft.first_row if turn.draft.first_row < len(every) else 0
    return first, every[first : first + SHOWN]


def _line(b: Booking) -> Words:
    return welcome.BOOKINGS_LINE(day=b.slot.day, hour=b.slot.hour, end=b.slot.hour + 1, count=len(b.cases), code=b.code)


def _note(b: Booking, live: Sequence[Booking]) -> Words | None:
    if b.is_cancelled:
        return welcome.BOOKINGS_CANCELLED
    return None if b in live else welcome.BOOKINGS_OVER
