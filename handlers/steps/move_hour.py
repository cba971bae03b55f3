"""To which hour is the booking to move? From here on that place is held for it (日時を変更)."""

from dataclasses import replace
from datetime import date

from handlers.answers import date_in
from handlers.message import Choice, Message
from handlers.phrases import buttons, change, lines, visit
from handlers.steps import booking, move, slot
from handlers.turn import Again, Goto, Next, Turn
from rules.changes import refusal_to_move
from rules.model import Slot
from rules.refusal import Refusal
from storage import holds


def ask(turn: Turn) -> Message:
    found = booking.movable(turn)
    if found is None:
        return booking.ask(turn)
    if not turn.draft.wanted_day:
        return move.ask(turn)
    shown = date.fromisoformat(turn.draft.wanted_day)
    return Message(
        visit.SLOT(day=shown),
        (change.NOT_YET, visit.SLOT_BODY),
        fields=(move.stands(found),),
        after=(slot.example(turn),),
        choices=(*slot.choices(turn, shown, found), Choice(buttons.KEEP_AS_IS, "keep")),
    )


def answer(turn: Turn) -> Next:
    stopped = move.stopped(turn)
    if stopped is not None:
        return stopped
    hour = slot.said(turn)
    if hour is not None and turn.draft.wanted_day:
        return chosen(turn, Slot(date.fromisoformat(turn.draft.wanted_day), hour))
    if turn.said == "day":
        return Goto("move", turn.draft)
    return move.answer(turn) if date_in(turn.said, today=turn.today) else Again(lines.NOT_UNDERSTOOD)


def chosen(turn: Turn, wanted: Slot) -> Next:
    """Hold `wanted` for the booking, and ask whether it is to move there."""
    found = booking.movable(turn)
    assert found is not None  # asked by whoever calls
    outcome = refusal_to_move(turn.office, turn.who, found, wanted) or holds.hold(
        turn.tx, turn.office, turn.who, turn.chat, wanted, replacing=found
    )
    if isinstance(outcome, Refusal):
        return move.refused(turn, outcome, wanted)
    return Goto("move_review", replace(turn.draft, wanted_day=wanted.day.isoformat(), wanted_hour=wanted.hour))
