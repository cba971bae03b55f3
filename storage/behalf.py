"""A booking on behalf of an agent who calls: made by staff, also beyond a rule, which is written on the row."""

from collections.abc import Sequence
from dataclasses import replace

from rules.beyond import refusal_to_go_beyond
from rules.cutoff import cutoff_of
from rules.eligibility import refusal_of_certificate, refusal_of_certified_mode, refusal_of_kinds
from rules.model import Agent, Booking, Kind, Mode, Number, Office, Slot
from rules.opendays import is_open
from rules.quota import refusal_of_cases, refusal_of_conduct, refusal_to_hold
from rules.refusal import Refusal
from storage import bookings, holds, numbers, slots, visits
from storage.database import Transaction
from storage.keys import new_code, new_id


def book(
    tx: Transaction,
    office: Office,
    agent: Agent,
    slot: Slot,
    *,
    mode: Mode,
    kinds: Sequence[Kind],
    cases: Sequence[Number],
    reason: str,
) -> Booking | Refusal:
    """Book `slot` for `agent`, whose row is locked; beyond a rule only with a `reason`."""
    if slot.hour not in office.hours:
        return Refusal.SLOT_NOT_OFFERED
    places, closed = slots.lock(tx, office, slot), slots.closed(tx)
    if not is_open(office, slot.day, closed) or slots.is_closed(tx, slot) or slot.is_over(office, now=tx.now):
        return Refusal.SLOT_NOT_OFFERED
    if len(cases) > office.cases_per_slot:  # more than a card can show; another booking can be made beside it
        return Refusal.TOO_MANY_CASES
    last = bookings.latest(tx, agent)
    made = Booking(
        id=new_id(),
        code=new_code(),
        agent=agent.id,
        slot=slot,
        mode=mode,
        kinds=tuple(kinds),
        cases=tuple(cases),
        first_count=len(cases),
        cutoff=cutoff_of(office, slot.day, closed),
        version=1,
        notice=agent.notice,
        chat=last.chat if last is not None else "",
    )
    refusals = _refusals(tx, office, agent, made, places)
    refusal = refusal_to_go_beyond(refusals, reason=reason)
    if refusal is not None:
        return refusal
    is_beyond = any(each is not None for each in refusals)
    visits.touch(tx, agent, slot)  # whoever looks at the visit sees that there is more of it
    return bookings.put(tx, office, replace(made, beyond=reason if is_beyond else ""))


def _refusals(tx: Transaction, office: Office, agent: Agent, made: Booking, places: int) -> Sequence[Refusal | None]:
    """Return what each rule says of the booking `made`."""
    today, slot = tx.now.astimezone(office.zone).date(), made.slot
    return [
        refusal_of_conduct(agent, today=today),
        refusal_to_hold(
            office,
            slot,
            holds.slots_of(tx, agent),
            taken=slots.taken_in(tx, slot, agent=agent.id),
            places=places,
            closed=slots.closed(tx),
            now=tx.now,
        ),
        refusal_of_certificate(agent, slot.day),
        refusal_of_certified_mode(office, agent, made.mode),
        refusal_of_kinds(office, made.mode, made.kinds),
        refusal_of_cases(office, made.cases, booked=numbers.count_in(tx, agent, slot)),
        Refusal.ALREADY_BOOKED if numbers.clashes(tx, office, agent, made.cases) else None,
    ]
