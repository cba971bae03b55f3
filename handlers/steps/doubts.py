"""Are these numbers right? Asked where one looks unusual."""

from dataclasses import replace

from handlers.listing import rows
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, visit
from handlers.steps import review
from handlers.turn import Again, Goto, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        visit.DOUBTS,
        (visit.DOUBTS_BODY,),
        rows=rows(turn.draft.numbers, [visit.DOUBTFUL if case.is_doubtful else None for case in turn.cases()]),
        choices=(Choice(buttons.THESE_ARE_RIGHT, "right", "go"), Choice(buttons.NUMBERS_AGAIN, "anew")),
    )


def answer(turn: Turn) -> Next:
    match turn.said:
        case "right":
            return Goto("review", turn.draft)
        case "anew":
            return Goto("numbers", replace(turn.draft, numbers=()))
        case _:
            return review.corrected(turn) or Again(lines.NOT_UNDERSTOOD)
