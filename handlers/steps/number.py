"""What should this number be instead? (申請番号を訂正)"""

from dataclasses import replace

from handlers.message import Message
from handlers.phrases import lines, visit
from handlers.turn import Again, Goto, Next, Turn
from rules.numbers import read
from storage.numbers import clashes


def ask(turn: Turn) -> Message:
    wrong = turn.draft.numbers[turn.draft.correcting]
    return Message(visit.NUMBER(number=wrong), after=(visit.NUMBER_EXAMPLE,))


def answer(turn: Turn) -> Next:
    found = read(turn.office, turn.said).numbers
    if len(found) != 1:
        return Again(lines.NOTHING_READ if not found else lines.ONE_NUMBER)
    numbers, others = list(turn.draft.numbers), list(turn.cases())
    numbers[turn.draft.correcting] = found[0].typed
    del others[turn.draft.correcting]
    if found[0].comparable in {other.comparable for other in others}:
        return Again(lines.ALREADY_LISTED(number=found[0].typed))
    for number, code in clashes(turn.tx, turn.office, turn.who, found):
        return Again(lines.CLASH(number=number.typed, code=code))
    came_from = turn.path[-1] if turn.path else "review"
    return Goto("doubts" if found[0].is_doubtful else came_from, replace(turn.draft, numbers=tuple(numbers)))
