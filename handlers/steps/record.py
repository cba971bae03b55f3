"""What is recorded of you? (利用の記録, §6(4))"""

from datetime import timedelta

from handlers.message import Message, Words
from handlers.phrases import lines, names, settings
from handlers.refused import call
from handlers.turn import Again, Next, Turn
from rules.conduct import lapses
from rules.model import Strike
from rules.quota import refusal_of_conduct
from storage import strikes

DAY = timedelta(days=1)


def ask(turn: Turn) -> Message:
    agent, office = turn.who, turn.office
    found = strikes.of(turn.tx, agent)
    is_suspended = refusal_of_conduct(agent, today=turn.today) is not None
    return Message(
        settings.RECORD,
        (
            *((settings.RECORD_SUSPENDED(last=agent.suspended_until),) if is_suspended else ()),
            *(tuple(_line(turn, strike) for strike in found) or (settings.RECORD_NONE,)),
            settings.RECORD_RULE(strikes=office.strikes, days=office.strikes_within.days),
            settings.RECORD_ASK_WHY(telephone=office.telephone, extension=office.extension),
        ),
        choices=(call(turn),),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)


def _line(turn: Turn, strike: Strike) -> Words:
    over = lapses(turn.office, strike)
    values = {"day": strike.day, "reason": names.STRIKES[strike.reason]}
    if turn.today >= over:
        return settings.RECORD_LAPSED(**values)
    return settings.RECORD_LINE(**values, last=over - DAY)
