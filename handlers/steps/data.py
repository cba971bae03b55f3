"""What is kept about you? (保存されているデータ) To be read, saved, deleted."""

from handlers import data
from handlers.answers import pick
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, settings
from handlers.turn import Again, Goto, Next, Turn


def ask(turn: Turn) -> Message:
    forget = Choice(buttons.FORGET, "forget", "danger")
    if not turn.premises.opens(turn.chat):
        return Message(settings.DATA, (settings.DATA_HERE,), choices=(forget,))
    link = data.link(turn.premises, turn.who, turn.chat, now=turn.tx.now)
    return Message(
        settings.DATA,
        (settings.DATA_ASK, settings.DATA_LINK),
        choices=(Choice(buttons.READ_DATA, url=link), Choice(buttons.SAVE_DATA, url=f"{link}.json"), forget),
    )


def answer(turn: Turn) -> Next:
    return Goto("forget", turn.draft) if pick(turn.said, ("forget",)) else Again(lines.NOT_UNDERSTOOD)
