"""The automatic mail of a booking, or of what became of it: enough at the counter by itself (§5)."""

from dataclasses import replace

from handlers.changed import what_changed
from handlers.confirmation import confirmation, soon
from handlers.letters.mail import Mail
from handlers.phrases import booked, change
from handlers.turn import Premises
from storage import agents, bookings, changes
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where the booking has changed since: that has a letter of its own."""
    booking_id, _, version = letter.subject.rpartition(":")
    booking = bookings.find_by_id(tx, booking_id)
    if booking is None or str(booking.version) != version:
        return None
    agent, was = agents.find(tx, booking.agent), changes.before(tx, booking)
    title, subject = (change.CHANGED, change.MAIL_CHANGED) if was else (booked.BOOKED, booked.MAIL_SUBJECT)
    message = confirmation(
        premises.office,
        agent,
        booking,
        now=tx.now,
        title=title,
        remarks=(
            booked.MAIL_GREETING(name=agent.name),
            *what_changed(was, booking),
            *soon(premises.office, booking, now=tx.now),
        ),
        show=booked.SHOW_MAIL,
    )
    slot = booking.slot
    after = (*message.after, booked.MAIL_ATTACHED, booked.MAIL_FOOT)
    return Mail(
        agent.address,
        agent.language,
        subject(day=slot.day, hour=slot.hour, end=slot.hour + 1, code=booking.code),
        replace(message, after=after),
    )
