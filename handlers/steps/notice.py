"""Do you agree to the notice (留意事項)? Consent is stored with its version (§6(5))."""

from datetime import date

from handlers import notices
from handlers.beginning import known
from handlers.draft import Draft
from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, welcome
from handlers.turn import Again, Goto, Next, Turn
from rules.refusal import Refusal
from storage import agents


def title(turn: Turn) -> Words:
    """Return the heading of the notice in force."""
    return welcome.NOTICE(version=date.fromisoformat(turn.notice))


def ask(turn: Turn) -> Message:
    changes = notices.changes(turn)
    return Message(
        title(turn),
        (*((welcome.NOTICE_CHANGES, *changes, welcome.NOTICE_WHOLE) if changes else ()), *notices.text(turn)),
        after=(welcome.NOTICE_ASK,),
        choices=(Choice(buttons.AGREE, f"agree {turn.notice}", "go"), Choice(buttons.DISAGREE, "disagree")),
    )


def answer(turn: Turn) -> Next:
    if turn.said.startswith("agree ") and turn.said != f"agree {turn.notice}":
        return Again(Refusal.NOTICE_CHANGED)  # at midnight, since it was shown
    match turn.said.partition(" ")[0]:
        case "disagree":
            return Goto("menu", Draft(), welcome.DISAGREED, is_fresh=True)
        case "agree" if turn.agent is None:
            return Goto("address", Draft(agreed=turn.notice))
        case "agree":
            agents.agree(turn.tx, turn.who, turn.notice)
            if turn.draft.slot is not None:  # it changed while a booking was being entered
                return Goto("review", turn.draft)
            return known(turn, turn.who, Draft())
        case _:  # no number of a list: this is agreed to in words, or by its button
            return Again(welcome.NOTICE_EXAMPLE)
