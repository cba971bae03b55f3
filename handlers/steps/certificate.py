"""Which certificate?"""

from dataclasses import replace

from handlers.answers import pick
from handlers.details import further
from handlers.message import Choice, Message
from handlers.phrases import lines, names, who
from handlers.turn import Again, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        who.CERTIFICATE,
        (who.CERTIFICATE_BODY,),
        choices=tuple(Choice(names.CERTIFICATES[certificate], certificate) for certificate in turn.office.certificates),
    )


def answer(turn: Turn) -> Next:
    chosen = pick(turn.said, tuple(turn.office.certificates))
    if chosen is None:
        return Again(lines.NOT_UNDERSTOOD)
    return further(turn, "certificate_number", replace(turn.draft, certificate=chosen))
