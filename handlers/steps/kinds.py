"""What was applied for? (§1, (1)–(6))"""

from dataclasses import replace

from handlers.answers import pick
from handlers.draft import Draft
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, names, visit
from handlers.turn import Again, Goto, Next, Turn
from rules.eligibility import is_cardless, refusal_of_kinds
from rules.model import Kind, Mode


def ask(turn: Turn) -> Message:
    chosen = turn.draft.kinds
    return Message(
        visit.KINDS,
        (visit.KINDS_BODY,),
        after=(visit.KINDS_EXAMPLE,),
        choices=(
            *(
                Choice(buttons.CHOSEN(what=names.KINDS[kind]) if kind in chosen else names.KINDS[kind], kind)
                for kind in turn.office.kinds
            ),
            Choice(buttons.NEXT, "next", "go"),
        ),
    )


def answer(turn: Turn) -> Next:
    if turn.said != "next":
        kind = pick(turn.said, turn.office.kinds)
        return Again(draft=_toggled(turn, kind)) if kind else Again(lines.NOT_UNDERSTOOD)
    kinds, mode = [Kind(kind) for kind in turn.draft.kinds], Mode(turn.draft.mode)
    refusal = refusal_of_kinds(turn.office, mode, kinds)
    if refusal is not None:
        return Again(refusal)
    return Goto("cardless" if is_cardless(turn.office, mode, kinds) else "counter", turn.draft)


def _toggled(turn: Turn, kind: str) -> Draft:
    chosen = set(turn.draft.kinds) ^ {kind}
    return replace(turn.draft, kinds=tuple(k for k in turn.office.kinds if k in chosen))
