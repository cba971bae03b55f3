"""Places of a slot, slots of an agent, cases of a slot: §3(2)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from rules.cutoff import cutoff_of
from rules.model import Agent, Office, Slot
from rules.refusal import Refusal
from rules.window import window


def refusal_to_hold(
    office: Office,
    slot: Slot,
    held: Collection[Slot],
    *,
    taken: int,
    places: int,
    closed: Collection[date] = (),
    now: datetime,
) -> Refusal | None:
    """Return why an agent who holds the slots `held` may not take a place in `slot`, or None.

    `taken` counts the agents who have one of its `places`, without this agent's own.
    """
    days = window(office, closed, now=now)
    if slot.day not in days:
        return Refusal.DAY_NOT_OFFERED
    if slot.hour not in office.hours:
        return Refusal.SLOT_NOT_OFFERED
    if slot not in held and slots_left(office, held, days) == 0:
        return Refusal.ALL_SLOTS_HELD
    if taken >= places:
        return Refusal.SLOT_FULL
    return None


def slots_left(office: Office, held: Collection[Slot], days: Collection[date]) -> int:
    """Return how many more slots an agent may hold over the `days` shown (§3(2)).

    The notice's "既に2枠…残り2枠" contradicts its own "3枠まで" and is taken for a slip: one remains.
    """
    last = max(days, default=date.max)  # where a day was opened again, some slots are behind the last day shown
    return max(0, office.slots_per_agent - len({slot for slot in held if slot.day in days or slot.day > last}))


def cases_left(office: Office, booked: int) -> int:
    """Return how many more cases an agent may bring to a slot in which `booked` are booked (§3(2))."""
    return max(0, office.cases_per_slot - booked)


def refusal_of_cases(office: Office, cases: Sequence[object], *, booked: int) -> Refusal | None:
    """Return why `cases` may not be brought to a slot where the agent has `booked` already, or None."""
    if not cases:
        return Refusal.NO_CASES
    if len(cases) > cases_left(office, booked):
        return Refusal.TOO_MANY_CASES
    return None


def hold_until(office: Office, day: date, closed: Collection[date] = (), *, now: datetime) -> datetime:
    """Return when a hold taken at `now` ends: after the profile's minutes or at the cutoff, whichever is earlier."""
    until = now + office.hold
    cutoff = cutoff_of(office, day, closed)
    return min(until, cutoff) if now < cutoff else until


def refusal_of_conduct(agent: Agent, *, today: date) -> Refusal | None:
    """Return why `agent` may make no new booking, whatever the slot, or None (§6(4))."""
    if agent.suspended_until is not None and today <= agent.suspended_until:
        return Refusal.SUSPENDED
    return None
