"""Forgetting an agent: all that is known of them, but for what is still to come and what stands against them."""

from datetime import date

from rules.conduct import lapses
from rules.model import Agent, Booking, Office
from storage import bookings, strikes, talks, verifications
from storage.database import Transaction, as_text
from storage.reminders import Visits


def forget(tx: Transaction, office: Office, agent: Agent, chat: str) -> bool:
    """Forget `agent`, whose row is locked, as they ask in `chat`; return whether another chat is in use just now.

    Nothing is changed then. Bookings to come stay until they are over, strikes until they lapse, and with them
    what they need; `leaving` marks an agent of whom the rest is still to be forgotten.
    """
    others = [found.id for found in talks.of_agent(tx, agent.id) if found.id != chat]
    if not all(tx.lock_if_free("chat", other) for other in others):
        return False
    for other in others:
        talks.forget(tx, other)
    talks.unbind(tx, chat)
    today = tx.now.astimezone(office.zone).date()
    for booking in bookings.past(tx, office, agent):
        _forget_booking(tx, office, booking, today=today)
    tx.rows("DELETE FROM hold WHERE agent = ?", agent.id)
    verifications.forget(tx, agent.address)
    is_suspended = agent.suspended_until is not None and today <= agent.suspended_until
    if bookings.live(tx, office, agent):
        tx.rows("UPDATE agent SET leaving = ? WHERE id = ?", as_text(tx.now), agent.id)
    elif is_suspended or strikes.of(tx, agent):
        tx.rows(
            "UPDATE agent SET leaving = ?, name = '', workplace = '', certificate = NULL, certificate_number = '',"
            " certificate_expiry = NULL, telephone = '' WHERE id = ?",
            *(as_text(tx.now), agent.id),
        )
    else:
        tx.rows("DELETE FROM agent WHERE id = ?", agent.id)
    return True


def _forget_booking(tx: Transaction, office: Office, booking: Booking, *, today: date) -> None:
    """Forget `booking`; where a strike stands, the visit itself stays without its numbers: it is what that is about."""
    tx.rows("DELETE FROM booking_case WHERE booking = ?", booking.id)
    tx.rows("DELETE FROM earlier WHERE booking = ?", booking.id)
    strike = strikes.about(tx, booking.id)
    if strike is not None and today < lapses(office, strike):
        return
    tx.rows("DELETE FROM strike WHERE booking = ?", booking.id)
    about = [f"{booking.id}:{version}" for version in range(1, booking.version + 1)]
    for subject in (*about, Visits.of(booking).subject):
        tx.rows("DELETE FROM letter WHERE subject = ?", subject)
    tx.rows("DELETE FROM booking WHERE id = ?", booking.id)
