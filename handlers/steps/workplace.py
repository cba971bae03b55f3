"""Which office or company?"""

from dataclasses import replace

from handlers.answers import line
from handlers.details import further
from handlers.message import Message
from handlers.phrases import lines, who
from handlers.turn import Again, Next, Turn

MOST = 80  # characters


def ask(turn: Turn) -> Message:
    return Message(who.WORKPLACE, (who.WORKPLACE_BODY,), after=(who.WORKPLACE_EXAMPLE,))


def answer(turn: Turn) -> Next:
    said = line(turn.said, most=MOST)
    if said is None:
        return Again(lines.EMPTY_OR_LONG(most=MOST))
    return further(turn, "certificate", replace(turn.draft, workplace=said))
