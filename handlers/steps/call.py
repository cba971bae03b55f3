"""How do I call the office, and what for? (§4(2))"""

from handlers.message import Field, Message
from handlers.phrases import asides, booked, lines, welcome
from handlers.refused import call
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    reached = {"telephone": turn.office.telephone, "extension": turn.office.extension}
    return Message(
        asides.CALL,
        (asides.CALL_BODY, welcome.HELP_CALL(**reached)),
        fields=(Field(booked.TELEPHONE, booked.TELEPHONE_VALUE(**reached)),),
        choices=(call(turn),),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
