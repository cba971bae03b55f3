"""A booking on behalf of an agent who calls: whom staff look for, and what they fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.counter.desk import Desk, Done
from handlers.counter.scan import scanned
from handlers.counter.telephone import unless_asked
from rules.eligibility import modes
from rules.model import Agent, Kind, Mode, Office, Slot
from rules.numbers import read
from rules.objection import Objection
from rules.refusal import Refusal
from storage import agents, behalf, bookings, slots
from storage.database import Transaction

MOST = 20  # agents that are shown
SURE = "sure"  # the field that says that what looks unusual was looked at
OFFERED = 10  # open days, today among them


@dataclass(frozen=True, slots=True)
class Calling:
    """Who may be calling: those found by what was typed; or one agent, with what can be booked for them."""

    found: Sequence[Agent] = ()
    agent: Agent | None = None
    left: Mapping[date, Sequence[tuple[Slot, int]]] | None = None
    modes: Sequence[Mode] = ()


def calling(tx: Transaction, office: Office, *, said: str = "", agent: str = "") -> Calling:
    """Return whom `said` names, or the agent with the id `agent` and the places that are left."""
    who = agents.known(tx, agent) if agent else None
    if who is None or who.certificate is None:
        return Calling(_found(tx, said) if said else ())
    today = tx.now.astimezone(office.zone).date()
    days = slots.open_days(tx, office, today, most=OFFERED)
    left = slots.left(tx, office, days, agent=who.id)
    by_day = {
        day: [
            (slot, left[slot])
            for slot in left
            if slot.day == day and not slot.is_over(office, now=tx.now) and not slots.is_closed(tx, slot)
        ]
        for day in days
    }
    return Calling(agent=who, left=by_day, modes=modes(office, who.certificate))


def book(desk: Desk) -> Done | Objection:
    """Book for an agent who calls, and was asked who they are; beyond a rule only with a reason."""
    agent, objection = agents.known(desk.tx, desk.form.get("agent", "")), unless_asked(desk)
    if agent is None or objection is not None:
        return objection or Objection.NO_SUCH_AGENT
    try:
        slot, mode = _slot(desk.form.get("slot", "")), Mode(desk.form.get("mode", ""))
    except ValueError:
        return Objection.NOT_UNDERSTOOD
    said = desk.form.get("numbers", "")
    if unsure(desk.office, said) and not desk.form.get(SURE):
        return Objection.NUMBERS_UNSURE
    outcome = behalf.book(
        desk.tx,
        desk.office,
        agents.locked(desk.tx, agent.id),
        slot,
        mode=mode,
        kinds=[kind for kind in Kind if desk.form.get(f"kind-{kind}")],
        cases=read(desk.office, said).numbers,
        reason=desk.reason,
    )
    return Objection(outcome.key) if isinstance(outcome, Refusal) else Done(outcome.id, desk.reason)


def unsure(office: Office, said: str) -> Sequence[str]:
    """Return what of `said` was not read, was there twice, or looks unusual: to be looked at before it is booked."""
    reading = read(office, said)
    return [*reading.aside, *reading.repeated, *(number.typed for number in reading.numbers if number.is_doubtful)]


def _slot(said: str) -> Slot:
    """Return the slot that `said` names, such as `2026-12-01 10`; raise ValueError where it is none."""
    day, _, hour = said.partition(" ")
    return Slot(date.fromisoformat(day), int(hour))


def _found(tx: Transaction, said: str) -> Sequence[Agent]:
    card = scanned(said)
    booking = bookings.by_code(tx, card.code) if card else None
    return [agents.find(tx, booking.agent)] if booking else agents.search(tx, said, most=MOST)
