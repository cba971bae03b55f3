"""What can I say here?"""

from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, welcome
from handlers.refused import call
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        welcome.HELP,
        (
            welcome.HELP_WORDS,
            welcome.HELP_KEPT,
            welcome.HELP_CALL(telephone=turn.office.telephone, extension=turn.office.extension),
        ),
        choices=(call(turn), Choice(buttons.LANGUAGE, "/language")),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)
