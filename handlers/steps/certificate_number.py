"""Which number does the certificate bear?"""

from dataclasses import replace

from handlers.answers import line
from handlers.details import further
from handlers.message import Message
from handlers.phrases import lines, who
from handlers.turn import Again, Goto, Next, Turn

MOST = 40  # characters


def ask(turn: Turn) -> Message:
    return Message(who.CERTIFICATE_NUMBER, (who.CERTIFICATE_NUMBER_BODY,), after=(who.CERTIFICATE_NUMBER_EXAMPLE,))


def answer(turn: Turn) -> Next:
    said = line(turn.said, most=MOST)
    if said is None:
        return Again(lines.EMPTY_OR_LONG(most=MOST))
    draft = replace(turn.draft, certificate_number=said)
    if turn.draft.returns_to in ("", "profile", "details"):
        return further(turn, "certificate_expiry", draft)
    return Goto("certificate_expiry", draft)  # renewed on the way: both are asked
