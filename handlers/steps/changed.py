"""The booking that was just corrected, dropped from, or moved."""

from handlers.changed import what_changed
from handlers.message import Choice, Message
from handlers.phrases import booked, buttons, change, lines
from handlers.steps import booking
from handlers.turn import Again, Next, Turn
from storage import changes


def ask(turn: Turn) -> Message:
    found = booking.named(turn)
    was = changes.before(turn.tx, found) if found else None
    return booking.shown(
        turn,
        change.CHANGED,
        remarks=(
            *(what_changed(was, found) if found else ()),
            booked.MAIL_TOO(address=turn.who.address),
        ),
        choices=(Choice(buttons.BOOKINGS, "/bookings"), Choice(buttons.BOOK_ANOTHER, "/book")),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
