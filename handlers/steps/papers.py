"""What do I have to bring? (§1)"""

from handlers.message import Choice, Field, Message, Words
from handlers.phrases import asides, buttons, lines, names
from handlers.turn import Again, Next, Turn
from rules.eligibility import ALWAYS, modes
from rules.model import Mode


def ask(turn: Turn) -> Message:
    certificate = turn.agent.certificate if turn.agent else None
    held = names.CERTIFICATES[certificate] if certificate else asides.CERTIFICATE
    offered = modes(turn.office, certificate) if certificate else tuple(Mode)
    return Message(
        asides.PAPERS,
        (asides.PAPERS_BODY,),
        fields=(
            Field(asides.PAPERS_ALL, tuple(names.PAPERS[paper](certificate=held) for paper in ALWAYS)),
            *(Field(names.MODES[mode], _more(turn, mode)) for mode in offered if turn.office.papers[mode]),
        ),
        choices=(Choice(buttons.FORMS, url=turn.office.forms),),
    )


def answer(turn: Turn) -> Next:
    return Again(lines.NOT_UNDERSTOOD)


def _more(turn: Turn, mode: Mode) -> tuple[Words, ...]:
    return tuple(names.PAPERS[paper] for paper in turn.office.papers[mode])
