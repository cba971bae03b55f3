"""What should this number be instead? (申請番号を訂正)"""

from dataclasses import replace

from handlers.message import Message
from handlers.phrases import lines, visit
from handlers.turn import Again, Goto, Next, Turn
from rules.numbers import read
from storage import bookings


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
    clashes = bookings.clashes(turn.tx, turn.office, turn.who, found)
    if clashes:
        return Again(lines.CLASH(number=clashes[0][0].typed, code=clashes[0][1]))
    came_from = turn.path[-1] if turn.path else "review"
    return Goto("doubts" if found[0].is_doubtful else came_from, replace(turn.draft, numbers=tuple(numbers)))
