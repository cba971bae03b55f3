"""What would you like to do?"""

from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, lines, welcome
from handlers.rooms import is_on_the_way, left_off
from handlers.turn import Again, Next, Turn
from storage import bookings


def ask(turn: Turn) -> Message:
    left, is_booking = left_off(turn.path), left_off(turn.path, is_on_the_way)
    return Message(
        welcome.MENU_TITLE(office=turn.office.name),
        (*_standing(turn), *((welcome.MENU_UNFINISHED,) if left else ()), welcome.MENU_HOW),
        choices=(
            *((Choice(buttons.CONTINUE, "/continue", "go"),) if left else ()),
            *(() if is_booking else (Choice(buttons.BOOK, "/book", "plain" if left else "go"),)),
            *((Choice(buttons.RESTART, "/restart"),) if is_booking else ()),
            Choice(buttons.BOOKINGS, "/bookings"),
            Choice(buttons.NOTICE, "/notice"),
            Choice(buttons.SETTINGS, "/settings"),
            Choice(buttons.LANGUAGE, "/language"),
            Choice(buttons.HELP, "/help"),
        ),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)


def _standing(turn: Turn) -> tuple[Words, ...]:
    if turn.agent is None:
        return (welcome.MENU_STRANGER,)
    count = len(bookings.live(turn.tx, turn.office, turn.agent))
    return (
        welcome.MENU_KNOWN(name=turn.agent.name, address=turn.agent.address) if turn.agent.name else lines.PROVEN,
        welcome.MENU_BOOKINGS(count=count) if count else welcome.MENU_NO_BOOKINGS,
    )
