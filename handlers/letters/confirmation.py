"""The confirmation of a booking, or of what became of it: enough at the counter by itself (§5)."""

from dataclasses import replace

from handlers.changed import what_changed
from handlers.confirmation import confirmation, soon
from handlers.letters.mail import Mail, Post
from handlers.message import Choice, Message, Phrase, Words
from handlers.phrases import booked, buttons, change
from handlers.steps.booking import LIST, standing
from handlers.turn import Premises
from rules.cutoff import is_past
from rules.model import Agent, Booking
from storage import agents, bookings, changes
from storage.changes import Earlier
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where the booking has changed since: that has a letter of its own."""
    booking = _found(tx, letter)
    if booking is None:
        return None
    agent, was = agents.find(tx, booking.agent), changes.before(tx, booking)
    subject = change.MAIL_CHANGED if was else booked.MAIL_SUBJECT
    greeting = booked.MAIL_GREETING(name=agent.name)
    message = _said(tx, premises, agent, booking, was, before=(greeting,), show=booked.SHOW_MAIL)
    slot = booking.slot
    after = (*message.after, booked.MAIL_ATTACHED, booked.MAIL_FOOT)
    return Mail(
        agent.address,
        agent.language,
        subject(day=slot.day, hour=slot.hour, end=slot.hour + 1, code=booking.code),
        replace(message, after=after),
    )


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, with buttons that outlive the talk, or None as above."""
    booking = _found(tx, letter)
    if booking is None:
        return None
    agent, was = agents.find(tx, booking.agent), changes.before(tx, booking)
    too = booked.MAIL_TOO(address=agent.address)
    message = _said(tx, premises, agent, booking, was, after=(too,), show=booked.SHOW)
    ways = () if is_past(booking.cutoff, now=tx.now) else standing(booking)
    choices = (Choice(buttons.COPY_CODE, copy=booking.code), *ways, LIST)
    return Post(agent.id, replace(message, choices=choices))


def _found(tx: Transaction, letter: Letter) -> Booking | None:
    booking_id, _, version = letter.subject.rpartition(":")
    booking = bookings.find_by_id(tx, booking_id)
    return booking if booking is not None and str(booking.version) == version else None


def _said(
    tx: Transaction,
    premises: Premises,
    agent: Agent,
    booking: Booking,
    was: Earlier | None,
    *,
    before: tuple[Words, ...] = (),
    after: tuple[Words, ...] = (),
    show: Phrase,
) -> Message:
    title = change.CHANGED if was else booked.BOOKED
    remarks = (*before, *what_changed(was, booking), *after, *soon(premises.office, booking, now=tx.now))
    return confirmation(premises.office, agent, booking, now=tx.now, title=title, remarks=remarks, show=show)
