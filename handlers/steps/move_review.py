"""Move the booking there? Asked once, with what it means (日時を変更)."""

from handlers.answers import pick
from handlers.confirmation import when
from handlers.held import cutoff_in, held_until
from handlers.message import Choice, Field, Message, Phrase
from handlers.phrases import booked, buttons, change, lines
from handlers.steps import booking, move, move_hour
from handlers.turn import Again, Goto, Next, Turn
from rules.cutoff import last_minute
from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage import changes, holds


def ask(turn: Turn) -> Message:
    found, wanted = booking.movable(turn), turn.draft.wanted
    if found is None or wanted is None:
        return move.ask(turn)
    is_held = _is_held(turn, wanted)
    cutoff = cutoff_in(turn, wanted, found)
    confirm = Choice(buttons.CONFIRM_CHANGE, "confirm", "go") if is_held else Choice(buttons.HOLD_AGAIN, "hold", "go")
    return Message(
        change.MOVE_THERE,
        (change.NOT_YET, held_until(turn, found) if is_held else lines.HOLD_ENDED, _meaning(found)),
        fields=(
            move.stands(found),
            Field(change.THEN, when(wanted)),
            Field(booked.CODE, found.code),
            Field(booked.COUNT, booked.COUNT_VALUE(count=len(found.cases))),
            Field(booked.CUTOFF, booked.CUTOFF_VALUE(cutoff=last_minute(turn.office, cutoff))),
        ),
        choices=(confirm, Choice(buttons.OTHER_SLOT, "other"), Choice(buttons.KEEP_AS_IS, "keep")),
    )


def answer(turn: Turn) -> Next:
    stopped = move.stopped(turn)
    if stopped is not None:
        return stopped
    wanted = turn.draft.wanted
    if wanted is None:
        return move.answer(turn)
    match pick(turn.said, ("confirm" if _is_held(turn, wanted) else "hold", "other")) or turn.said:
        case "confirm":
            return _confirmed(turn, wanted)
        case "hold":
            return move_hour.chosen(turn, wanted)
        case "other":
            return Goto("move", turn.draft)
        case _:
            return Again(lines.NOT_UNDERSTOOD)


def _meaning(found: Booking) -> Phrase:
    """Return what is given up, and what stays: of what staff closed there is nothing to give up."""
    return change.CODE_STAYS if found.is_cancelled else change.MOVE_MEANS


def _is_held(turn: Turn, wanted: Slot) -> bool:
    found = booking.named(turn)
    held = holds.of_chat(turn.tx, turn.chat, replacing=found.id) if found else None
    return held is not None and held.slot == wanted


def _confirmed(turn: Turn, wanted: Slot) -> Next:
    draft = turn.draft
    outcome = changes.move(
        turn.tx, turn.office, turn.who, turn.chat, draft.booking, wanted=wanted, version=draft.version
    )
    if not isinstance(outcome, Refusal):
        return Goto("changed", draft.unchanging())
    if outcome is Refusal.HOLD_ENDED:
        return Again()  # which says so
    return move.refused(turn, outcome, wanted)
