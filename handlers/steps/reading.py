"""The notice, to be read at any time (§6(5))."""

from handlers import notices
from handlers.message import Message
from handlers.phrases import lines
from handlers.steps import notice
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(notice.title(turn), notices.text(turn))


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
