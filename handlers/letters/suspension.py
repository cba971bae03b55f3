"""That a suspension begins, with the reason and its last day, or that it has ended (§6(4))."""

from dataclasses import replace
from datetime import date

from handlers.counter.conduct import SUSPENDED
from handlers.letters.mail import Mail, Post
from handlers.message import Message
from handlers.phrases import booked, names, results, suspension
from handlers.steps.booking import LIST
from handlers.turn import Premises
from rules.model import Agent
from storage import agents, strikes
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where it does not stand as it was decided any more."""
    agent, said = _said(tx, premises, letter)
    if agent is None or said is None:
        return None
    body = (booked.MAIL_GREETING(name=agent.name), *said.body)
    subject = suspension.SUBJECT if letter.kind == SUSPENDED else suspension.LIFTED_SUBJECT
    message = replace(said, body=body, after=(*said.after, booked.MAIL_FOOT))
    return Mail(agent.address, agent.language, subject, message)


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat where they booked last, or None as above."""
    agent, said = _said(tx, premises, letter)
    return Post(agent.id, replace(said, choices=(LIST,))) if agent is not None and said is not None else None


def _said(tx: Transaction, premises: Premises, letter: Letter) -> tuple[Agent | None, Message | None]:
    agent_id, last = letter.subject.split(" ")[:2]
    agent, office, until = agents.known(tx, agent_id), premises.office, date.fromisoformat(last)
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
