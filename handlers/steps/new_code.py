"""Which six digits stand in the mail to the new address? (§2(1))"""

from handlers.message import Message
from handlers.steps import code
from handlers.turn import Next, Turn


def ask(turn: Turn) -> Message:
    return code.ask(turn)


def answer(turn: Turn) -> Next:
    return code.answer(turn)
