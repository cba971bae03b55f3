"""How do you come to collect? (§1, ア–エ)"""

from dataclasses import replace

from handlers.answers import folded, pick
from handlers.message import Choice, Message, Words
from handlers.phrases import booked, buttons, lines, names, visit
from handlers.turn import Again, Goto, Next, Turn
from rules.eligibility import modes
from rules.model import Mode
from rules.refusal import Refusal

LETTERS = {"あ": Mode.OWN, "い": Mode.COLLEAGUE, "う": Mode.STAFF, "え": Mode.OTHER}
"""The notice's own letters, ア to エ, as they are compared."""


def ask(turn: Turn) -> Message:
    offered = _offered(turn)
    return Message(
        visit.MODE,
        tuple(_line(turn, mode) for mode in offered),
        choices=(
            *(Choice(names.MODES[mode], mode) for mode in offered),
            Choice(buttons.FORMS, url=turn.office.forms),
        ),
    )


def answer(turn: Turn) -> Next:
    chosen = pick(LETTERS.get(folded(turn.said), turn.said), _offered(turn))
    if chosen is None:
        return Again(Refusal.MODE_NOT_OFFERED if folded(turn.said) in LETTERS else lines.NOT_UNDERSTOOD)
    return Goto("kinds", replace(turn.draft, mode=chosen))


def _line(turn: Turn, mode: Mode) -> Words:
    papers = tuple(names.PAPERS[paper] for paper in turn.office.papers[mode])
    full = names.MODES_IN_FULL[mode]
    return visit.MODE_LINE(mode=full, papers=booked.LIST(items=papers)) if papers else full


def _offered(turn: Turn) -> tuple[Mode, ...]:
    assert turn.who.certificate is not None
    return modes(turn.office, turn.who.certificate)
