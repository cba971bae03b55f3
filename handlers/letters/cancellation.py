"""That a booking was cancelled, with the file that takes it out of the calendar (§4)."""

from dataclasses import replace

from handlers.confirmation import cancellation
from handlers.letters.mail import Mail, Post
from handlers.message import Choice
from handlers.phrases import booked, buttons, change
from handlers.steps.booking import LIST
from handlers.turn import Premises
from storage import agents, bookings
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where there is no such booking any more."""
    booking = bookings.find_by_id(tx, letter.subject.rpartition(":")[0])
    if booking is None:
        return None
    agent, slot = agents.find(tx, booking.agent), booking.slot
    message = cancellation(booking, remarks=(booked.MAIL_GREETING(name=agent.name),))
    subject = change.MAIL_SUBJECT(day=slot.day, hour=slot.hour, end=slot.hour + 1, code=booking.code)
    after = (*message.after, change.MAIL_ATTACHED, booked.MAIL_FOOT)
    return Mail(agent.address, agent.language, subject, replace(message, after=after))


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, or None as above."""
    booking = bookings.find_by_id(tx, letter.subject.rpartition(":")[0])
    if booking is None:
        return None
    too = booked.MAIL_TOO(address=agents.find(tx, booking.agent).address)
    message = cancellation(booking, remarks=(too,))
    return Post(booking.agent, replace(message, choices=(Choice(buttons.BOOK, command="book||"), LIST)))
