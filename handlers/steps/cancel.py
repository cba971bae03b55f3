"""Cancel this booking? (キャンセルする)"""

from handlers.answers import pick
from handlers.confirmation import when
from handlers.message import Choice, Field, Message
from handlers.phrases import booked, buttons, change, lines
from handlers.steps import booking
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Booking
from rules.refusal import Refusal
from storage import changes


def ask(turn: Turn) -> Message:
    found = booking.changeable(turn)
    if found is None:
        return booking.ask(turn)
    return Message(
        change.CANCEL,
        (change.CANCEL_MEANS,),
        fields=(
            Field(booked.WHEN, when(found.slot)),
            Field(booked.CODE, found.code),
            Field(booked.COUNT, booked.COUNT_VALUE(count=len(found.cases))),
            Field(booked.NUMBERS, tuple(case.typed for case in found.cases)),
        ),
        choices=(Choice(buttons.CANCEL, "cancel", "danger"), Choice(buttons.KEEP, "keep")),
    )


def answer(turn: Turn) -> Next:
    found = booking.looked_at(turn)
    if isinstance(found, Goto):
        return found
    match pick(turn.said, ("cancel", "keep")):
        case "keep":
            return Goto("booking", turn.draft, change.KEPT)
        case "cancel":
            return _cancelled(turn, found)
        case _:
            return Again(lines.NOT_UNDERSTOOD)


def _cancelled(turn: Turn, found: Booking) -> Next:
    outcome = changes.cancel(turn.tx, turn.office, turn.who, found.code, chat=turn.chat, version=found.version)
    assert not isinstance(outcome, Refusal)  # it was looked at in this very turn
    return Goto("cancelled", turn.draft.unchanging())
