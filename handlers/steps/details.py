"""What is registered of you? (登録内容) Each line can be corrected."""

from dataclasses import replace

from handlers.details import registered
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, settings
from handlers.steps import profile
from handlers.turn import Again, Goto, Next, Turn


def ask(turn: Turn) -> Message:
    if not turn.who.is_complete:
        return Message(settings.DETAILS, (settings.DETAILS_NONE,), choices=(Choice(buttons.BOOK, "/book"),))
    return Message(settings.DETAILS, (settings.DETAILS_ASK,), rows=profile.rows(registered(turn.who, turn.draft)))


def answer(turn: Turn) -> Next:
    if turn.said not in profile.FIELDS or not turn.who.is_complete:
        return Again(lines.NOT_UNDERSTOOD)
    return Goto(turn.said, replace(registered(turn.who, turn.draft), return_to="details"))
