"""Does anything rule this out? Said before anything is asked (§1)."""

from handlers.answers import pick
from handlers.draft import Draft
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, welcome
from handlers.turn import Again, Goto, Next, Turn


def ask(turn: Turn) -> Message:
    return Message(
        welcome.ELIGIBILITY,
        (
            welcome.ELIGIBILITY_BODY,
            welcome.NOT_SCHOOLS,
            welcome.NOT_ELSEWHERE(office=turn.office.name),
            welcome.NOT_ONLINE,
            welcome.NOT_COE,
            welcome.NOT_REENTRY,
            welcome.NOT_CARDS,
            welcome.NOT_COUNTER(counter=turn.office.counter),
        ),
        choices=(Choice(buttons.NONE_APPLIES, "none", "go"), Choice(buttons.ONE_APPLIES, "one")),
    )


def answer(turn: Turn) -> Next:
    match pick(turn.said, ("none", "one")):
        case "none":
            return Goto("notice", turn.draft)
        case "one":
            return Goto("menu", Draft(), welcome.NOT_COVERED, is_fresh=True)
        case _:
            return Again(lines.NOT_UNDERSTOOD)
