"""One booking, with everything that the counter reads, and what can still be done with it."""

from dataclasses import replace

from handlers.answers import pick
from handlers.confirmation import cancellation, confirmation
from handlers.message import Choice, Message, Words
from handlers.phrases import booked, buttons, lines, welcome
from handlers.refused import call
from handlers.turn import Again, Goto, Next, Turn
from rules.changes import refusal_to_change
from rules.model import Booking
from storage import bookings


def ask(turn: Turn) -> Message:
    found = named(turn)
    can_cancel = found is not None and not found.is_cancelled and not refusal_to_change(found, now=turn.tx.now)
    way = Choice(buttons.CANCEL, "cancel", "danger") if can_cancel else call(turn)
    return shown(turn, booked.BOOKING, choices=(Choice(buttons.BOOKINGS, "/bookings"), way))


def named(turn: Turn) -> Booking | None:
    """Return the booking of this agent that the draft names, or None."""
    return bookings.find(turn.tx, turn.draft.booking, agent=turn.who.id)


def shown(turn: Turn, title: Words, *, remarks: tuple[Words, ...] = (), choices: tuple[Choice, ...] = ()) -> Message:
    """Return the booking that the draft names, as it stands, or that there is none any more."""
    booking = named(turn)
    if booking is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_NONE,), choices=choices)
    if booking.is_cancelled:
        return replace(cancellation(booking), choices=choices)
    return confirmation(turn.office, turn.who, booking, now=turn.tx.now, title=title, remarks=remarks, choices=choices)


def answer(turn: Turn) -> Next:
    if pick(turn.said, ("cancel",)):
        return Goto("cancel", turn.draft)
    return Again(lines.NOT_UNDERSTOOD)
