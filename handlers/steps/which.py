"""Stop entering, or cancel a booking?"""

from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, welcome
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        welcome.WHICH,
        (welcome.WHICH_BODY,),
        choices=(Choice(buttons.STOP, "/stop"), Choice(buttons.CANCEL_BOOKING, "/bookings")),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
