"""What became of the visits of a day, case by case, and a strike where one was recorded (§6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.confirmation import when
from handlers.letters.mail import Mail, Post
from handlers.message import Choice, Field, Message, Words
from handlers.phrases import booked, buttons, names, results
from handlers.steps.booking import LIST
from handlers.turn import Premises
from rules.conduct import lapses
from rules.model import Agent, Strike
from rules.visits import Outcome, Result, Visit
from storage import agents, strikes, visits
from storage.database import Transaction
from storage.letters import Letter


@dataclass(frozen=True, slots=True)
class Day:
    """What was recorded of an agent's visits on a day; of some perhaps nothing."""

    agent: Agent
    day: date
    visits: Sequence[Visit]
    strikes: Sequence[Strike]

    @property
    def is_all_delivered(self) -> bool:
        """Whether nothing remains to be collected."""
        found = [visit.results.get(case) for visit in self.visits for case in visit.cases]
        return not self.strikes and all(result == Result(Outcome.DELIVERED) for result in found)


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where everything recorded was taken back."""
    found = _day(tx, letter)
    if found is None:
        return None
    said = _message(premises, found, remarks=(booked.MAIL_GREETING(name=found.agent.name),))
    subject = results.MAIL_SUBJECT(day=found.day)
    return Mail(
        found.agent.address, found.agent.language, subject, replace(said, after=(*said.after, booked.MAIL_FOOT))
    )


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, or None as above."""
    found = _day(tx, letter)
    if found is None:
        return None
    again = () if found.is_all_delivered else (Choice(buttons.BOOK, command="book||"),)
    return Post(found.agent.id, replace(_message(premises, found), choices=(*again, LIST)))


def _day(tx: Transaction, letter: Letter) -> Day | None:
    agent_id, day = letter.subject.split(" ")[:2]
    agent, on = agents.known(tx, agent_id), date.fromisoformat(day)
    if agent is None or not agent.name:  # they asked to be forgotten
        return None
    every = visits.of_agent(tx, agent_id, on)
    struck = [strike for strike in strikes.of(tx, agent) if strike.day == on]
    is_any = struck or any(visit.results or visit.is_absent for visit in every)
    return Day(agent, on, every, struck) if is_any else None


def _message(premises: Premises, found: Day, *, remarks: tuple[Words, ...] = ()) -> Message:
    office = premises.office
    body = results.ALL_DELIVERED if found.is_all_delivered else results.SOME_LEFT
    recorded = tuple(
        results.STRIKE(why=names.STRIKES[strike.reason], until=lapses(office, strike)) for strike in found.strikes
    )
    ask = (results.ASK(telephone=office.telephone, extension=office.extension),)
    return Message(
        results.TITLE(day=found.day),
        (*remarks, *((body,) if found.visits else ()), *recorded),
        fields=tuple(field for visit in found.visits for field in _fields(visit)),
        after=() if found.is_all_delivered else ask,
    )


def _fields(visit: Visit) -> tuple[Field, ...]:
    typed = {(booking.id, case.comparable): case.typed for booking in visit.bookings for case in booking.cases}
    if visit.is_absent:
        return (Field(booked.WHEN, when(visit.slot)), Field(booked.NUMBERS, tuple(typed.values())))
    told = (Field(typed[case], _outcome(visit, case)) for case in visit.cases)
    return (Field(booked.WHEN, when(visit.slot)), *told)


def _outcome(visit: Visit, case: tuple[str, str]) -> Words:
    result = visit.results.get(case)
    if result is None:
        return results.NOT_RECORDED
    if result.missing is None:
        return names.OUTCOMES[result.outcome]
    assert visit.agent.certificate is not None
    paper = names.PAPERS[result.missing](certificate=names.CERTIFICATES[visit.agent.certificate])
    return results.MISSING(outcome=names.OUTCOMES[result.outcome], paper=paper)
