"""What a change may do to a booking: §4."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from rules.cutoff import is_past
from rules.eligibility import refusal_of_certificate
from rules.model import Agent, Booking, Number, Office, Slot
from rules.quota import refusal_to_hold
from rules.refusal import Refusal


def refusal_to_change(booking: Booking, *, now: datetime) -> Refusal | None:
    """Return why `booking` can no longer be changed or cancelled here, or None (§4(1), (2))."""
    if booking.is_cancelled:
        return Refusal.CANCELLED_ALREADY
    return Refusal.CUTOFF_PASSED if is_past(booking.cutoff, now=now) else None


def refusal_of_count(office: Office, booking: Booking, count: int) -> Refusal | None:
    """Return why `booking` may not have `count` cases, or None: never more than were first booked (§4(3))."""
    bound = booking.first_count if office.refill else len(booking.cases)
    if count > bound:
        return Refusal.COUNT_GROWS
    return None


def is_cancellation(booking: Booking, dropped: Sequence[Number]) -> bool:
    """Return whether dropping `dropped` leaves nothing, and so is to be asked as a cancellation."""
    return set(booking.cases) <= set(dropped)


def refusal_to_move(
    office: Office,
    agent: Agent,
    booking: Booking,
    slot: Slot,
    held: Collection[Slot],
    *,
    taken: int,
    places: int,
    closed: Collection[date] = (),
    now: datetime,
) -> Refusal | None:
    """Return why `booking` may not move to `slot`, or None (日時の変更).

    `held` are the agent's slots without the one that this booking leaves: it counts against nothing.
    """
    return (
        refusal_to_change(booking, now=now)
        or (Refusal.SAME_SLOT if slot == booking.slot else None)
        or refusal_to_hold(office, slot, held, taken=taken, places=places, closed=closed, now=now)
        or refusal_of_certificate(agent, slot.day)
    )
