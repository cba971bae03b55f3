"""That a suspension begins, why and until when, or that it has ended; that a strike was taken back (§6(4))."""

from dataclasses import replace
from datetime import date

from handlers.counter.conduct import APPEALED, LIFTED, SUSPENDED
from handlers.letters.mail import Mail, Post
from handlers.message import Message
from handlers.phrases import booked, names, results, suspension
from handlers.steps.booking import LIST
from handlers.turn import Premises
from rules.model import Agent
from storage import agents, strikes
from storage.database import Transaction
from storage.letters import Letter

SUBJECTS = {
    SUSPENDED: suspension.SUBJECT,
    LIFTED: suspension.LIFTED_SUBJECT,
    APPEALED: suspension.APPEALED_SUBJECT,
}


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where it does not stand as it was decided any more."""
    agent, said = _said(tx, premises, letter)
    if agent is None or said is None:
        return None
    body = (booked.MAIL_GREETING(name=agent.name), *said.body)
    subject = SUBJECTS[letter.kind]
    message = replace(said, body=body, after=(*said.after, booked.MAIL_FOOT))
    return Mail(agent.address, agent.language, subject, message)


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat where they booked last, or None as above."""
    agent, said = _said(tx, premises, letter)
    return Post(agent.id, replace(said, choices=(LIST,))) if agent is not None and said is not None else None


def _said(tx: Transaction, premises: Premises, letter: Letter) -> tuple[Agent | None, Message | None]:
    agent_id, last = letter.subject.split(" ")[:2]
    agent, office, until = agents.known(tx, agent_id), premises.office, date.fromisoformat(last)
    if letter.kind == APPEALED:
        return agent, Message(suspension.APPEALED, (suspension.APPEALED_BODY(day=until),))
    begins = letter.kind == SUSPENDED
    if agent is None or (agent.suspended_until == until) is not begins:
        return agent, None
    if not begins:
        return agent, Message(suspension.LIFTED, (suspension.LIFTED_BODY,))
    because = tuple(
        suspension.BECAUSE(day=strike.day, why=names.STRIKES[strike.reason]) for strike in strikes.of(tx, agent)
    )
    ask = results.ASK(telephone=office.telephone, extension=office.extension)
    body = (suspension.BODY(until=until), *because, suspension.STAND)
    return agent, Message(suspension.BEGINS, body, after=(ask,))
