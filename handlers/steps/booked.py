"""The booking that was just made."""

from handlers.confirmation import confirmation
from handlers.message import Choice, Message
from handlers.phrases import booked, buttons, lines
from handlers.turn import Again, Next, Turn
from storage import bookings


def ask(turn: Turn) -> Message:
    booking = bookings.find(turn.tx, turn.draft.booking, agent=turn.who.id)
    assert booking is not None
    return confirmation(
        turn.office,
        turn.who,
        booking,
        now=turn.tx.now,
        title=booked.BOOKED,
        remarks=(booked.MAIL_TOO(address=turn.who.address),),
        choices=(Choice(buttons.BOOKINGS, "/bookings"), Choice(buttons.BOOK_ANOTHER, "/book")),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD if turn.said else None)
