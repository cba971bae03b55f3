"""Is every case finished, and does its notice card name the counter? (§1)"""

from handlers.answers import folded, pick
from handlers.held import place_or_day
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, visit
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        visit.COUNTER,
        (visit.COUNTER_BODY(counter=turn.office.counter), visit.COUNTER_SOME),
        choices=(
            Choice(buttons.ALL_CASES, "all", "go"),
            Choice(buttons.LEAVE_OUT, "some"),
        ),
    )


def answer(turn: Turn) -> Next:
    match pick(turn.said, ("all", "some")) or folded(turn.said):
        case "all" | "some" | "はい" | "yes":
            return place_or_day(turn)
        case _:
            return Again(lines.NOT_UNDERSTOOD)
