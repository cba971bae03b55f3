"""What is registered of you? (登録内容) Each line can be corrected."""

from handlers.details import registered
from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, lines, settings, visit
from handlers.steps import profile
from handlers.turn import Again, Goto, Next, Turn
from rules.eligibility import refusal_of_certificate
from storage import bookings


def ask(turn: Turn) -> Message:
    if not turn.who.is_complete:
        return Message(settings.DETAILS, (settings.DETAILS_NONE,), choices=(Choice(buttons.BOOK, "/book"),))
    return Message(
        settings.DETAILS,
        (settings.DETAILS_ASK, *_uncovered(turn)),
        rows=profile.rows(registered(turn.who, turn.draft)),
    )


def answer(turn: Turn) -> Next:
    if turn.said not in profile.FIELDS or not turn.who.is_complete:
        return Again(lines.NOT_UNDERSTOOD)
    return Goto(turn.said, registered(turn.who, turn.draft).returning_to("details"))


def _uncovered(turn: Turn) -> tuple[Words, ...]:
    """Return on which days of bookings to come the certificate is not valid any more."""
    days = {booking.slot.day for booking in bookings.live(turn.tx, turn.office, turn.who)}
    late = tuple(visit.DAY_LABEL(day=day) for day in sorted(days) if refusal_of_certificate(turn.who, day))
    return (settings.DETAILS_EXPIRES(days=late),) if late else ()
