"""One booking, with everything that the counter reads."""

from handlers.confirmation import confirmation
from handlers.message import Choice, Message, Words
from handlers.phrases import booked, buttons, lines, welcome
from handlers.turn import Again, Next, Turn
from storage import bookings


def ask(turn: Turn) -> Message:
    return shown(turn, booked.BOOKING, choices=(Choice(buttons.BOOKINGS, "/bookings"),))


def shown(turn: Turn, title: Words, *, remarks: tuple[Words, ...] = (), choices: tuple[Choice, ...] = ()) -> Message:
    """Return the booking that the draft names, or that there is none any more."""
    booking = bookings.find(turn.tx, turn.draft.booking, agent=turn.who.id)
    if booking is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_NONE,), choices=choices)
    return confirmation(turn.office, turn.who, booking, now=turn.tx.now, title=title, remarks=remarks, choices=choices)


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
