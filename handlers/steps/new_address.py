"""Which mail address from now on? Proven anew; bookings stay (§2)."""

from handlers.message import Message
from handlers.phrases import settings, who
from handlers.steps.address import mailbox, mailed, sender
from handlers.turn import Again, Next, Turn
from rules.refusal import Refusal
from rules.verification import address


def ask(turn: Turn) -> Message:
    return Message(
        settings.NEW_ADDRESS,
        (settings.NEW_ADDRESS_NOW(address=turn.who.address), sender(turn)),
        after=(who.ADDRESS_EXAMPLE,),
        choices=mailbox(turn),
    )


def answer(turn: Turn) -> Next:
    said = address(turn.said)
    if said is None:
        return Again(Refusal.NO_ADDRESS)
    return mailed(turn, said)
