"""That a suspension begins, with the reason and its last day, or that it has ended (§6(4))."""

from datetime import date

from handlers.counter.conduct import SUSPENDED
from handlers.letters.mail import Mail
from handlers.message import Message
from handlers.phrases import booked, names, results, suspension
from handlers.turn import Premises
from storage import agents, strikes
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where it does not stand as it was decided any more."""
    agent_id, last = letter.subject.split(" ")[:2]
    agent, office, until = agents.known(tx, agent_id), premises.office, date.fromisoformat(last)
    begins = letter.kind == SUSPENDED
    if agent is None or (agent.suspended_until == until) is not begins:
        return None
    greeting = booked.MAIL_GREETING(name=agent.name)
    ask = results.ASK(telephone=office.telephone, extension=office.extension)
    if not begins:
        message = Message(suspension.LIFTED, (greeting, suspension.LIFTED_BODY), after=(booked.MAIL_FOOT,))
        return Mail(agent.address, agent.language, suspension.LIFTED_SUBJECT, message)
    because = tuple(
        suspension.BECAUSE(day=strike.day, why=names.STRIKES[strike.reason]) for strike in strikes.of(tx, agent)
    )
    body = (greeting, suspension.BODY(until=until), *because, suspension.STAND)
    message = Message(suspension.BEGINS, body, after=(ask, booked.MAIL_FOOT))
    return Mail(agent.address, agent.language, suspension.SUBJECT, message)
