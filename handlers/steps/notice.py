"""Do you agree to the notice (留意事項)? Consent is stored with its version (§6(5))."""

from datetime import date

from handlers.answers import pick
from handlers.beginning import known
from handlers.draft import Draft
from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, welcome
from handlers.turn import Again, Goto, Next, Turn
from storage import agents, profiles


def title(turn: Turn) -> Words:
    """Return the heading of the notice in force."""
    return welcome.NOTICE(version=date.fromisoformat(turn.office.notice))


def text(turn: Turn) -> tuple[Words, ...]:
    """Return the notice in force, by paragraphs."""
    return tuple(profiles.notice(turn.office.key, turn.office.notice, turn.language).split("\n\n"))


def ask(turn: Turn) -> Message:
    return Message(
        title(turn),
        text(turn),
        after=(welcome.NOTICE_ASK,),
        choices=(Choice(buttons.AGREE, "agree", "go"), Choice(buttons.DISAGREE, "disagree")),
    )


def answer(turn: Turn) -> Next:
    match pick(turn.said, ("agree", "disagree")):
        case "agree" if turn.agent is None:
            return Goto("address", Draft(agreed=turn.office.notice))
        case "agree":
            agents.agree(turn.tx, turn.who, turn.office.notice)
            if turn.draft.slot is not None:  # it changed while a booking was being entered
                return Goto("review", turn.draft)
            return known(turn, turn.who, Draft())
        case "disagree":
            return Goto("menu", Draft(), welcome.DISAGREED, is_fresh=True)
        case _:
            return Again(welcome.NOTICE_EXAMPLE)
