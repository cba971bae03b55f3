"""Until when is the certificate valid?"""

from dataclasses import replace

from handlers.answers import date_in, digits
from handlers.details import further
from handlers.message import Message
from handlers.phrases import lines, who
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(who.EXPIRY, (who.EXPIRY_BODY,), after=(who.EXPIRY_EXAMPLE,))


def answer(turn: Turn) -> Next:
    said = date_in(turn.said, today=turn.today)
    if said is None:
        return Again(lines.NO_SUCH_DATE if digits(turn.said) else lines.NOT_UNDERSTOOD)
    if said < turn.today:
        return Again(who.EXPIRED)
    return further(turn, "telephone", replace(turn.draft, certificate_expiry=said.isoformat()))
