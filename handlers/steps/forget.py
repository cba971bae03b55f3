"""Delete everything that is kept about you? Asked once, with what stays."""

from handlers.answers import pick
from handlers.draft import Draft
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, settings
from handlers.turn import Again, Goto, Next, Turn
from rules.conduct import standing
from rules.quota import refusal_of_conduct
from storage import bookings, forgetting, strikes


def ask(turn: Turn) -> Message:
    live = len(bookings.live(turn.tx, turn.office, turn.who))
    return Message(
        settings.FORGET,
        (
            settings.FORGET_MEANS,
            *((settings.FORGET_BOOKINGS(count=live),) if live else ()),
            *((settings.FORGET_RECORD,) if _has_record(turn) else ()),
        ),
        choices=(Choice(buttons.FORGET_ALL, "forget", "danger"), Choice(buttons.FORGET_NOTHING, "keep")),
    )


def answer(turn: Turn) -> Next:
    match pick(turn.said, ("forget", "keep")):
        case "keep":
            return Goto("data", turn.draft)
        case "forget":
            return _forgotten(turn)
        case _:
            return Again(lines.NOT_UNDERSTOOD)


def _forgotten(turn: Turn) -> Next:
    stays = bookings.live(turn.tx, turn.office, turn.who) or _has_record(turn)
    if not forgetting.forget(turn.tx, turn.office, turn.who, turn.chat):
        return Again(settings.FORGET_BUSY)
    return Goto("menu", Draft(), settings.FORGOTTEN_BUT if stays else settings.FORGOTTEN, is_fresh=True)


def _has_record(turn: Turn) -> bool:
    counted = standing(turn.office, strikes.of(turn.tx, turn.who), today=turn.today)
    return bool(counted) or refusal_of_conduct(turn.who, today=turn.today) is not None
