"""The booking that was just made."""

from handlers.message import Choice, Message
from handlers.phrases import booked, buttons, lines
from handlers.steps import booking
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return booking.shown(
        turn,
        booked.BOOKED,
        remarks=(booked.MAIL_TOO(address=turn.who.address),),
        choices=(Choice(buttons.BOOKINGS, "/bookings"), Choice(buttons.BOOK_ANOTHER, "/book")),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
