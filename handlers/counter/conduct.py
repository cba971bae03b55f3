"""Conduct (§6(4)): a suspension is proposed by the profile's rule, confirmed and lifted by a manager; an appeal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.counter.desk import Desk, Done
from rules.conduct import proposed_suspension, standing
from rules.model import Agent, Office, Strike
from rules.objection import Objection
from rules.quota import refusal_of_conduct
from storage import agents, bookings, letters, strikes
from storage.database import Transaction

SUSPENDED, LIFTED, APPEALED = "suspended", "suspension-lifted", "strike-lifted"  # kinds of letters


@dataclass(frozen=True, slots=True)
class Conduct:
    """An agent with strikes that count, each with its booking; `proposed` is the last day of a suspension."""

    agent: Agent
    strikes: Sequence[tuple[str, Strike]]
    proposed: date | None
    is_suspended: bool

    def has_cause(self, office: Office) -> bool:
        """Return whether the strikes that count would still propose a suspension, had there been none."""
        return len(self.strikes) >= office.strikes

    def is_atoned(self, strike: Strike) -> bool:
        """Return whether `strike` has had its suspension."""
        return self.agent.atoned is not None and strike.day <= self.agent.atoned


def of_everybody(tx: Transaction, office: Office) -> Sequence[Conduct]:
    """Return the agents with a strike that counts, or a suspension: those first of whom one is proposed."""
    today = tx.now.astimezone(office.zone).date()
    found = [_conduct(tx, office, agent, today) for agent in agents.of_conduct(tx, today)]
    return sorted(
        (each for each in found if each.strikes or each.is_suspended),
        key=lambda each: (each.proposed is None or each.is_suspended, -len(each.strikes), each.agent.name),
    )


def suspend(desk: Desk) -> Done | Objection:
    """Suspend the agent until the day that their strikes propose; they are told, with the reason and the last day."""
    found = _of(desk)
    if isinstance(found, Objection):
        return found
    if found.proposed is None or found.is_suspended:
        return Objection.NOT_PROPOSED
    agents.suspend(desk.tx, found.agent, found.proposed, atoned=_atoned(desk, found))
    tell(desk, SUSPENDED, found.agent, found.proposed)
    return Done(found.agent.id, desk.reason)


def lift(desk: Desk) -> Done | Objection:
    """End the suspension of the agent; they are told."""
    found = _of(desk)
    if isinstance(found, Objection):
        return found
    if not found.is_suspended or found.agent.suspended_until is None:
        return Objection.NOT_SUSPENDED
    agents.suspend(desk.tx, found.agent, None, atoned=_atoned(desk, found))
    tell(desk, LIFTED, found.agent, found.agent.suspended_until)
    return Done(found.agent.id, desk.reason)


def appeal(desk: Desk) -> Done | Objection:
    """Take back a strike, whenever it was recorded: the agent was right, and is told."""
    if not desk.reason:
        return Objection.NO_REASON
    booking = bookings.find_by_id(desk.tx, desk.form.get("booking", ""))
    strike = strikes.about(desk.tx, booking.id) if booking is not None else None
    if booking is None or strike is None:
        return Objection.NOTHING_TO_UNDO
    strikes.lift(desk.tx, booking.id)
    tell(desk, APPEALED, agents.locked(desk.tx, booking.agent), strike.day)
    return Done(booking.id, desk.reason)


def tell(desk: Desk, kind: str, agent: Agent, last: date) -> None:
    """Put a letter of `kind` to `agent` into the box, about what ends on the `last` day, or was on it."""
    latest = bookings.latest(desk.tx, agent)
    for chat in letters.ways(latest.chat if latest is not None else "", is_mailed=True):
        letters.put(desk.tx, kind, f"{agent.id} {last.isoformat()} {desk.now:%Y%m%d%H%M%S}", chat=chat)


def _atoned(desk: Desk, found: Conduct) -> date:
    """Return the day until which strikes have their suspension now: also of a visit to come, cancelled too late."""
    return max([desk.today, *(strike.day for _, strike in found.strikes)])


def _of(desk: Desk) -> Conduct | Objection:
    if not desk.reason:
        return Objection.NO_REASON
    agent = agents.known(desk.tx, desk.form.get("agent", ""))
    if agent is None:
        return Objection.NO_SUCH_AGENT
    return _conduct(desk.tx, desk.office, agents.locked(desk.tx, agent.id), desk.today)


def _conduct(tx: Transaction, office: Office, agent: Agent, today: date) -> Conduct:
    recorded = strikes.by_booking(tx, agent)
    found = [strike for _, strike in recorded]
    counting = standing(office, found, today=today)
    return Conduct(
        agent,
        [(booking, strike) for booking, strike in recorded if strike in counting],
        proposed_suspension(office, found, today=today, atoned=agent.atoned),
        is_suspended=refusal_of_conduct(agent, today=today) is not None,
    )
