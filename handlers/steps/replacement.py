"""What should this number of a booking be instead? (申請番号を訂正)"""

from dataclasses import replace

from handlers.listing import replaced
from handlers.message import Choice, Message, Phrase
from handlers.phrases import buttons, visit
from handlers.steps import booking
from handlers.turn import Again, Goto, Next, Turn


def ask(turn: Turn) -> Message:
    if booking.changeable(turn) is None:
        return booking.ask(turn)
    return Message(
        visit.NUMBER(number=turn.draft.edited[turn.draft.editing]),
        after=(visit.NUMBER_EXAMPLE,),
        choices=(Choice(buttons.BACK_TO_NUMBERS, "back"),),
    )


def answer(turn: Turn) -> Next:
    draft, found = turn.draft, booking.looked_at(turn)
    if isinstance(found, Goto):
        return found
    if turn.said == "back":
        return Goto("change", draft)
    number = replaced(turn, draft.edited, draft.editing, but=found.id)
    if isinstance(number, Phrase):
        return Again(number)
    edited = (*draft.edited[: draft.editing], number.typed, *draft.edited[draft.editing + 1 :])
    return Goto("change", replace(draft, edited=edited))
