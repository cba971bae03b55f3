"""Which numbers are to be other ones, or dropped? (申請番号を訂正, 件数を減らす)"""

from dataclasses import replace

from handlers.confirmation import when
from handlers.listing import added, as_one, clash, not_read, pressed, removed, rows
from handlers.message import Choice, Field, Message, Phrase, Words
from handlers.phrases import booked, buttons, change, lines
from handlers.steps import booking
from handlers.turn import Again, Goto, Next, Turn
from rules.changes import most_cases
from rules.model import Booking
from rules.numbers import as_typed
from rules.refusal import Refusal
from storage import changes


def ask(turn: Turn) -> Message:
    found = booking.changeable(turn)
    if found is None:
        return booking.ask(turn)
    edited, before = turn.draft.edited, [case.typed for case in found.cases]
    gone = tuple(typed for typed in before if typed not in edited)
    room = booking.most(turn, found) - len(edited)
    confirm = (Choice(buttons.CONFIRM_CHANGE, "confirm", "go"),) if set(edited) != set(before) else ()
    return Message(
        change.CHANGE,
        (change.NOT_YET, change.FIRST_COUNT(count=found.first_count), *((change.GOES(numbers=gone),) if gone else ())),
        fields=(
            Field(booked.WHEN, when(found.slot)),
            Field(booked.CODE, found.code),
            Field(booked.COUNT, booked.COUNT_VALUE(count=len(edited))),
        ),
        rows=rows(edited, [_note(turn, typed, before) for typed in edited]),
        after=(change.ADD(count=room),) if room > 0 else (),
        choices=(*confirm, Choice(buttons.KEEP_AS_IS, "keep")),
    )


def answer(turn: Turn) -> Next:
    found = booking.looked_at(turn)
    if isinstance(found, Goto):
        return found
    match turn.said:
        case "keep":
            return booking.kept(turn)
        case "confirm":
            return _confirmed(turn, found)
        case _:
            return _edited(turn) or _added(turn, found)


def _note(turn: Turn, typed: str, before: list[str]) -> Words | None:
    if typed in before:
        return None
    (number,) = as_typed(turn.office, [typed])
    return change.NEW_DOUBTFUL if number.is_doubtful else change.NEW


def _edited(turn: Turn) -> Next | None:
    """Return where the action of a line leads, or None where none was said."""
    draft = turn.draft
    act, place = pressed(turn.said, draft.edited) or ("", 0)
    if act == "correct":
        return Goto("replacement", replace(draft, editing=place))
    if act == "remove" and len(draft.edited) == 1:
        return Goto("cancel", draft, change.LAST_ONE)
    return Again(draft=replace(draft, edited=removed(draft.edited, place))) if act else None


def _added(turn: Turn, found: Booking) -> Next:
    draft, most = turn.draft, booking.most(turn, found)
    outcome = added(turn, draft.edited, most=most, but=found.id)
    if isinstance(outcome, Phrase):
        return Again(outcome)
    if outcome.numbers == draft.edited:
        is_full = len(draft.edited) >= most_cases(turn.office, found)
        return Again(Refusal.COUNT_GROWS if is_full else lines.TOO_MANY(count=len(outcome.reading.numbers), most=most))
    left_out = change.LEFT_OUT(numbers=as_one(outcome.beyond)) if outcome.beyond else None
    return Again(left_out or not_read(outcome.reading), replace(draft, edited=outcome.numbers))


def _confirmed(turn: Turn, found: Booking) -> Next:
    draft, cases = turn.draft, as_typed(turn.office, turn.draft.edited)
    match changes.correct(turn.tx, turn.office, turn.who, found.code, cases, chat=turn.chat, version=draft.version):
        case Refusal.ALREADY_BOOKED:
            return Again(clash(turn, cases, but=found.id))
        case Refusal.TOO_MANY_CASES:
            return Again(booking.too_many(turn, found, found.slot))
        case Refusal() as refusal:
            return Again(refusal)
        case _:
            return Goto("changed", draft.unchanging())
