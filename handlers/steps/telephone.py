"""Which telephone number? (optional)"""

from dataclasses import replace

from handlers.answers import digits, line
from handlers.details import further
from handlers.message import Choice, Message
from handlers.phrases import buttons, who
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        who.TELEPHONE, (who.TELEPHONE_BODY,), after=(who.TELEPHONE_EXAMPLE,), choices=(Choice(buttons.SKIP, "skip"),)
    )


def answer(turn: Turn) -> Next:
    if turn.said == "skip":
        return further(turn, "profile", replace(turn.draft, telephone=""))
    said = line(turn.said, most=20)
    if said is None or not 10 <= len(digits(said)) <= 12:
        return Again(who.TELEPHONE_WRONG)
    return further(turn, "profile", replace(turn.draft, telephone=said))
