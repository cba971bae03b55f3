"""The booking that was just cancelled."""

from dataclasses import replace

from handlers.confirmation import cancellation
from handlers.message import Choice, Message
from handlers.phrases import booked, buttons, lines
from handlers.steps import booking
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    found = booking.named(turn)
    if found is None:  # forgotten since
        return booking.ask(turn)
    message = cancellation(found, remarks=(booked.MAIL_TOO(address=turn.who.address),))
    return replace(message, choices=(Choice(buttons.BOOKINGS, "/bookings"), Choice(buttons.BOOK, "/book")))


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
