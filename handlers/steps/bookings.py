"""Which bookings are there? (予約を確認)"""

from dataclasses import replace

from handlers.answers import folded
from handlers.message import Choice, Message, Row
from handlers.phrases import buttons, lines, welcome
from handlers.turn import Again, Goto, Next, Turn
from storage import bookings


def ask(turn: Turn) -> Message:
    if turn.agent is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_UNKNOWN,), choices=(Choice(buttons.BOOK, "/book", "go"),))
    live = bookings.live(turn.tx, turn.office, turn.agent)
    if not live:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_NONE,), choices=(Choice(buttons.BOOK, "/book", "go"),))
    return Message(
        welcome.BOOKINGS,
        (welcome.BOOKINGS_ASK,),
        rows=tuple(
            Row(
                welcome.BOOKINGS_LINE(
                    day=b.slot.day, hour=b.slot.hour, end=b.slot.hour + 1, count=len(b.cases), code=b.code
                ),
                (Choice(buttons.OPEN, b.code),),
            )
            for b in live
        ),
    )


def answer(turn: Turn) -> Next:
    code = folded(turn.said).upper()
    if turn.agent is None or bookings.find(turn.tx, code, agent=turn.agent.id) is None:
        return Again(lines.NOT_UNDERSTOOD)
    return Goto("booking", replace(turn.draft, booking=code))
