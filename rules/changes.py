"""What a change may do to a booking: §4."""

from collections.abc import Sequence
from datetime import datetime

from rules.closing import may_rebook
from rules.cutoff import is_past
from rules.eligibility import refusal_of_certified_mode
from rules.model import Agent, Booking, Number, Office, Slot
from rules.refusal import Refusal


def refusal_to_change(booking: Booking, *, version: int | None = None, now: datetime) -> Refusal | None:
    """Return why `booking` can no longer be changed or cancelled here, or None (§4(1), (2)).

    `version` is the one that was looked at: what has become another meanwhile is to be looked at again.
    """
    if booking.is_cancelled:
        return Refusal.CANCELLED_ALREADY
    if is_past(booking.cutoff, now=now):
        return Refusal.CUTOFF_PASSED
    return None if version in (None, booking.version) else Refusal.CHANGED_SINCE


def refusal_to_leave(booking: Booking, *, version: int | None = None, now: datetime) -> Refusal | None:
    """Return why `booking` cannot go to another slot any more, or None: what staff closed can, for a while."""
    if not may_rebook(booking, now=now):
        return refusal_to_change(booking, version=version, now=now)
    return None if version in (None, booking.version) else Refusal.CHANGED_SINCE


def most_cases(office: Office, booking: Booking) -> int:
    """Return how many cases `booking` may have after a change: never more than were first booked (§4(3))."""
    return booking.first_count if office.refill else len(booking.cases)


def refusal_of_new_cases(office: Office, booking: Booking, cases: Sequence[Number]) -> Refusal | None:
    """Return why `cases` may not stand in the place of those of `booking`, or None (§4(3)).

    Dropping the last one is a cancellation, and is to be asked as one.
    """
    if not cases:
        return Refusal.NO_CASES
    if len(cases) > most_cases(office, booking):
        return Refusal.COUNT_GROWS
    return Refusal.UNCHANGED if set(cases) == set(booking.cases) else None


def refusal_to_move(office: Office, agent: Agent, booking: Booking, slot: Slot) -> Refusal | None:
    """Return why `booking` may not move to `slot`, or None (日時の変更).

    That it can still be changed, and that its agent may take a place in `slot`, is asked of every move besides.
    """
    if slot == booking.slot and not booking.is_cancelled:
        return Refusal.SAME_SLOT
    return refusal_of_certified_mode(office, agent, booking.mode)
