"""Forgetting an agent: all that is known of them, but for what is still to come and what stands against them."""

from datetime import date, timedelta
from functools import partial
from itertools import takewhile

from rules.conduct import lapses
from rules.model import Agent, Booking, Office
from storage import bookings, letters, reminders, strikes, talks, visits
from storage.database import Transaction, as_text
from storage.reminders import Visits
from storage.results import RESULTS, of_day

RECORDED_WITHIN = timedelta(days=7)  # of the visit: what is not written down then stands against nobody


def forget(tx: Transaction, office: Office, agent: Agent, chat: str) -> bool:
    """Forget `agent`, whose row is locked, as they ask in `chat`; return False where another chat is in use just now.

    Nothing is changed then. Bookings to come stay until they are over, strikes until they lapse, and with them
    what they need; `leaving` marks an agent of whom the rest is still to be forgotten.
    """
    others = [found.id for found in talks.of_agent(tx, agent.id) if found.id != chat]
    if not all(tx.lock_if_free("chat", other) for other in others):
        return False
    for other in others:
        talks.forget(tx, other)
    talks.unbind(tx, chat)
    for table in ("hold", "wish"):
        tx.rows(f"DELETE FROM {table} WHERE agent = ?", agent.id)
    finish(tx, office, agent)
    return True


def finish(tx: Transaction, office: Office, agent: Agent) -> bool:
    """Forget what can be forgotten of `agent`, whose row is locked and who is leaving; return whether that was all."""
    today = tx.now.astimezone(office.zone).date()
    waits = False
    for booking in bookings.past(tx, office, agent):
        if _waits(tx, booking, today):
            waits = True
        else:
            forget_booking(tx, office, booking.id)
    is_suspended = agent.suspended_until is not None and today <= agent.suspended_until
    if waits or bookings.live(tx, office, agent):
        tx.rows("UPDATE agent SET leaving = ? WHERE id = ?", as_text(tx.now), agent.id)
        return False
    if is_suspended or strikes.of(tx, agent):
        tx.rows(
            "UPDATE agent SET leaving = ?, name = '', workplace = '', certificate = NULL, certificate_number = '',"
            " certificate_expiry = NULL, telephone = '' WHERE id = ?",
            *(as_text(tx.now), agent.id),
        )
        return False
    tx.rows("DELETE FROM agent WHERE id = ?", agent.id)
    return True


def _waits(tx: Transaction, booking: Booking, today: date) -> bool:
    """Return whether staff are still to record what became of the visit: nobody escapes a record so."""
    if booking.slot.day < today - RECORDED_WITHIN or booking.is_cancelled or strikes.about(tx, booking.id) is not None:
        return False
    return not visits.of_booking(tx, booking).is_done


def forget_booking(tx: Transaction, office: Office, booking: str) -> None:
    """Forget a booking that is over; where a strike stands, the visit itself stays without its numbers."""
    found = bookings.find_by_id(tx, booking)
    assert found is not None
    for table in ("booking_case", "outcome"):
        tx.rows(f"DELETE FROM {table} WHERE booking = ?", booking)
    tx.rows("DELETE FROM earlier WHERE booking = ?", booking)
    strike = strikes.about(tx, booking)
    if strike is not None and tx.now.astimezone(office.zone).date() < lapses(office, strike):
        return
    tx.rows("DELETE FROM strike WHERE booking = ?", booking)
    tx.rows("DELETE FROM booking WHERE id = ?", booking)
    about = [f"{booking}:{version}" for version in range(1, found.version + 1)]
    if not reminders.is_shared(tx, found):
        about.append(Visits.of(found).subject)
        about += takewhile(partial(letters.is_there, tx, RESULTS), of_day(found.agent, found.slot.day))
        tx.rows("DELETE FROM visit WHERE agent = ? AND day = ?", found.agent, found.slot.day.isoformat())
    for subject in about:
        tx.rows("DELETE FROM letter WHERE subject = ?", subject)
