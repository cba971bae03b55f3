"""Are kinds without a card really collected in this mode? (§1, イ and エ)"""

from handlers.answers import pick
from handlers.message import Choice, Message
from handlers.phrases import booked, buttons, lines, names, visit
from handlers.turn import Again, Goto, Next, Turn
from rules.model import CARDLESS, Kind


def ask(turn: Turn) -> Message:
    kinds = booked.LIST(items=tuple(names.KINDS[kind] for kind in map(Kind, turn.draft.kinds) if kind in CARDLESS))
    return Message(
        visit.CARDLESS,
        (visit.CARDLESS_BODY(kinds=kinds),),
        choices=(Choice(buttons.GO_ON, "go"), Choice(buttons.CHOOSE_KINDS, "kinds")),
    )


def answer(turn: Turn) -> Next:
    match pick(turn.said, ("go", "kinds")):
        case "go":
            return Goto("counter", turn.draft)
        case "kinds":
            return Goto("kinds", turn.draft)
        case _:
            return Again(lines.NOT_UNDERSTOOD)
