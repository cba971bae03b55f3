"""What would you like to set? (設定)"""

from handlers.answers import pick
from handlers.message import Choice, Message, Row
from handlers.phrases import buttons, lines, names, settings
from handlers.turn import Again, Goto, Next, Turn
from storage import talks

DOORS = ("language", "new_address", "details", "chats", "record", "data")  # the rooms behind the lines, in order


def ask(turn: Turn) -> Message:
    language = Row(settings.LANGUAGE(language=names.LANGUAGES[turn.language]), (Choice(buttons.CHANGE, "language"),))
    if turn.agent is None:
        book = Choice(buttons.BOOK, "/book", "go")
        return Message(settings.SETTINGS, (settings.SETTINGS_STRANGER,), rows=(language,), choices=(book,))
    chats = len(talks.of_agent(turn.tx, turn.agent.id))
    return Message(
        settings.SETTINGS,
        rows=(
            language,
            Row(settings.ADDRESS(address=turn.agent.address), (Choice(buttons.CHANGE, "new_address"),)),
            Row(settings.DETAILS, (Choice(buttons.OPEN, "details"),)),
            Row(settings.CHATS(chats=chats), (Choice(buttons.OPEN, "chats"),)),
            Row(settings.RECORD, (Choice(buttons.OPEN, "record"),)),
            Row(settings.DATA, (Choice(buttons.OPEN, "data"),)),
        ),
    )


def answer(turn: Turn) -> Next:
    chosen = pick(turn.said, DOORS if turn.agent else DOORS[:1])
    return Goto(chosen, turn.draft) if chosen else Again(lines.NOT_UNDERSTOOD)
