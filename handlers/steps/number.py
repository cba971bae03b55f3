"""What should this number be instead? (申請番号を訂正)"""

from dataclasses import replace

from handlers.listing import replaced
from handlers.message import Message, Phrase
from handlers.phrases import visit
from handlers.turn import Again, Goto, Next, Turn


def ask(turn: Turn) -> Message:
    wrong = turn.draft.numbers[turn.draft.correcting]
    return Message(visit.NUMBER(number=wrong), after=(visit.NUMBER_EXAMPLE,))


def answer(turn: Turn) -> Next:
    draft = turn.draft
    number = replaced(turn, draft.numbers, draft.correcting)
    if isinstance(number, Phrase):
        return Again(number)
    numbers = (*draft.numbers[: draft.correcting], number.typed, *draft.numbers[draft.correcting + 1 :])
    came_from = turn.path[-1] if turn.path else "review"
    return Goto("doubts" if number.is_doubtful else came_from, replace(draft, numbers=numbers))
