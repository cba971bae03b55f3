"""One booking, with everything that the counter reads."""

from handlers.confirmation import confirmation
from handlers.message import Choice, Message
from handlers.phrases import booked, buttons, lines, welcome
from handlers.turn import Again, Next, Turn
from storage import bookings


def ask(turn: Turn) -> Message:
    booking = bookings.find(turn.tx, turn.draft.booking, agent=turn.who.id)
    if booking is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_NONE,))
    return confirmation(
        turn.office,
        turn.who,
        booking,
        now=turn.tx.now,
        title=booked.BOOKING,
        choices=(Choice(buttons.BOOKINGS, "/bookings"),),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
