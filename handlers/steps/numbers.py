"""Which application numbers? (§3(2))"""

from dataclasses import replace

from handlers.held import limits, room
from handlers.listing import added, as_one, not_read
from handlers.message import Choice, Message, Phrase
from handlers.phrases import buttons, lines, visit
from handlers.steps import slot
from handlers.turn import Again, Goto, Next, Turn
from rules.numbers import as_typed
from storage import holds

OTHER_SLOT = Choice(buttons.OTHER_SLOT, "slot")


def ask(turn: Turn) -> Message:
    so_far = (visit.NUMBERS_SO_FAR(count=len(turn.draft.numbers)),) if turn.draft.numbers else ()
    return Message(
        visit.NUMBERS,
        (*limits(turn), visit.NUMBERS_BODY, *so_far),
        after=(visit.NUMBERS_EXAMPLE,),
        choices=(
            *((Choice(buttons.TO_REVIEW, "review", "go"),) if turn.draft.numbers else ()),
            *(() if holds.of_chat(turn.tx, turn.chat) else (Choice(buttons.HOLD_AGAIN, "hold"), OTHER_SLOT)),
        ),
    )


def answer(turn: Turn) -> Next:
    pressed = _pressed(turn)
    if pressed is not None:
        return pressed
    most = room(turn)
    outcome = added(turn, turn.draft.numbers, most=most)
    if isinstance(outcome, Phrase):
        return Again(outcome)
    if outcome.numbers == turn.draft.numbers:
        return Again(lines.TOO_MANY(count=len(outcome.reading.numbers), most=most))
    draft = replace(turn.draft.returned(), numbers=outcome.numbers)
    is_doubtful = any(number.is_doubtful for number in as_typed(turn.office, outcome.numbers))
    left_out = lines.LEFT_OUT(numbers=as_one(outcome.beyond), most=most) if outcome.beyond else None
    return Goto("doubts" if is_doubtful else "review", draft, left_out or not_read(outcome.reading))


def _pressed(turn: Turn) -> Next | None:
    """Return where a button leads, or None where words were typed."""
    match turn.said:
        case "review" if turn.draft.numbers:
            return Goto("review", turn.draft.returned())
        case "slot":
            return Goto("day", turn.draft)
        case "hold" if turn.draft.slot is not None:
            return slot.chosen(turn, turn.draft.slot)
        case _:
            return None
