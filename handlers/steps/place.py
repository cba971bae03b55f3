"""Where do I have to come?"""

from handlers.message import Field, Message
from handlers.phrases import asides, booked, lines
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        asides.PLACE,
        fields=(
            Field(booked.OFFICE, turn.office.name),
            Field(asides.ADDRESS, turn.office.address),
            Field(asides.COUNTER, asides.COUNTER_VALUE(counter=turn.office.counter)),
        ),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
