"""The automatic mail of a booking: enough at the counter by itself (§5)."""

from dataclasses import replace

from handlers.confirmation import confirmation
from handlers.letters.mail import Mail
from handlers.phrases import booked
from handlers.turn import Premises
from storage import agents, bookings
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where the booking has changed since: that has a letter of its own."""
    booking_id, _, version = letter.subject.rpartition(":")
    booking = bookings.find_by_id(tx, booking_id)
    if booking is None or str(booking.version) != version:
        return None
    agent = agents.find(tx, booking.agent)
    greeting = booked.MAIL_GREETING(name=agent.name)
    message = confirmation(
        premises.office, agent, booking, now=tx.now, title=booked.BOOKED, remarks=(greeting,), show=booked.SHOW_MAIL
    )
    slot = booking.slot
    subject = booked.MAIL_SUBJECT(day=slot.day, hour=slot.hour, end=slot.hour + 1, code=booking.code)
    after = (*message.after, booked.MAIL_ATTACHED, booked.MAIL_FOOT)
    return Mail(
        agent.address,
        agent.language,
        subject,
        replace(message, after=after),
    )
