"""Is everything right? With what one declares by confirming."""

from dataclasses import replace
from datetime import date

from handlers.confirmation import papers, when
from handlers.draft import Draft
from handlers.held import cutoff_in, held_until
from handlers.listing import clash, pressed, removed, rows
from handlers.message import Choice, Field, Message, Words
from handlers.phrases import booked, buttons, lines, names, visit
from handlers.steps import slot
from handlers.steps.numbers import OTHER_SLOT
from handlers.turn import Again, Goto, Next, Turn
from rules.cutoff import last_minute
from rules.model import Booking, Kind, Mode
from rules.refusal import Refusal
from storage import bookings, holds


def ask(turn: Turn) -> Message:
    draft, chosen = turn.draft, turn.draft.slot
    assert chosen is not None
    is_held = holds.of_chat(turn.tx, turn.chat) is not None
    cutoff = cutoff_in(turn, chosen)
    confirm = Choice(buttons.CONFIRM, "confirm", "go") if is_held else Choice(buttons.HOLD_AGAIN, "hold", "go")
    return Message(
        visit.REVIEW,
        (visit.REVIEW_NOT_YET, held_until(turn)),
        fields=(
            Field(booked.WHEN, when(chosen)),
            Field(booked.AGENT, (turn.who.name, turn.who.workplace)),
            Field(booked.MODE, names.MODES[Mode(draft.mode)]),
            Field(booked.KINDS, booked.LIST(items=tuple(names.KINDS[Kind(kind)] for kind in draft.kinds))),
            Field(booked.COUNT, booked.COUNT_VALUE(count=len(draft.numbers))),
            Field(booked.BRING, papers(turn.office, turn.who, Mode(draft.mode))),
            Field(booked.CUTOFF, booked.CUTOFF_VALUE(cutoff=last_minute(turn.office, cutoff))),
        ),
        rows=rows(turn.draft.numbers),
        after=_declared(turn) if is_held else (),
        choices=(
            confirm,
            OTHER_SLOT,
            Choice(buttons.ADD_NUMBERS, "add"),
            Choice(buttons.OTHER_MODE, "mode"),
            Choice(buttons.NOTICE, "/notice"),
        ),
    )


def answer(turn: Turn) -> Next:
    match turn.said:
        case "confirm":
            return _confirmed(turn)
        case "hold":
            assert turn.draft.slot is not None
            return slot.chosen(turn, turn.draft.slot)
        case "slot":
            return Goto("day", turn.draft.returning_to("review"))
        case "add":
            return Goto("numbers", turn.draft.returning_to("review"))
        case "mode":
            return Goto("mode", turn.draft.returning_to("review"))
        case _:
            return corrected(turn) or Again(
                visit.REVIEW_PRESS if holds.of_chat(turn.tx, turn.chat) else lines.NOT_UNDERSTOOD
            )


def corrected(turn: Turn) -> Next | None:
    """Return where the action of a row leads, or None where none was said."""
    act, place = pressed(turn.said, turn.draft.numbers) or ("", 0)
    if not act:
        return None
    if act == "correct":
        return Goto("number", replace(turn.draft, correcting=place))
    left = removed(turn.draft.numbers, place)
    draft = replace(turn.draft, numbers=left)
    return Again(draft=draft) if left else Goto("numbers", draft, Refusal.NO_CASES)


def _confirmed(turn: Turn) -> Next:
    draft = turn.draft
    kinds = [Kind(kind) for kind in draft.kinds]
    outcome = bookings.book(
        turn.tx, turn.office, turn.who, turn.chat, mode=Mode(draft.mode), kinds=kinds, cases=turn.cases()
    )
    match outcome:
        case Booking():
            return Goto("booked", Draft(booking=outcome.code), is_fresh=True)
        case Refusal.DAY_NOT_OFFERED | Refusal.SLOT_NOT_OFFERED | Refusal.SLOT_FULL | Refusal.ALL_SLOTS_HELD:
            return Goto("day", draft, outcome)
        case Refusal.NOTICE_CHANGED:
            return Goto("notice", draft, outcome)
        case Refusal.ALREADY_BOOKED:
            return Again(clash(turn, turn.cases()))
        case _:
            return Again(outcome)


def _declared(turn: Turn) -> tuple[Words, ...]:
    return (
        visit.REVIEW_DECLARE,
        visit.REVIEW_CASES(counter=turn.office.counter),
        visit.REVIEW_CERTIFICATE,
        visit.REVIEW_NOTICE(version=date.fromisoformat(turn.notice)),
    )
