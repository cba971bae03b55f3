"""Which name stands on the certificate?"""

from dataclasses import replace

from handlers.answers import line
from handlers.details import further
from handlers.message import Message
from handlers.phrases import lines, who
from handlers.turn import Again, Next, Turn

MOST = 60  # characters


def ask(turn: Turn) -> Message:
    return Message(who.NAME, (who.NAME_BODY,), after=(who.NAME_EXAMPLE,))


def answer(turn: Turn) -> Next:
    said = line(turn.said, most=MOST)
    if said is None:
        return Again(lines.EMPTY_OR_LONG(most=MOST))
    return further(turn, "workplace", replace(turn.draft, name=said))
