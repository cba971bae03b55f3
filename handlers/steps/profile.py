"""Is this who you are? Remembered, shown for correction (§1)."""

from datetime import date

from handlers.beginning import known
from handlers.details import entered
from handlers.draft import Draft
from handlers.message import Choice, Message, Row, Words
from handlers.phrases import buttons, lines, names, who
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Certificate
from storage import agents

FIELDS = {
    "name": who.PROFILE_NAME,
    "workplace": who.PROFILE_WORKPLACE,
    "certificate": who.PROFILE_CERTIFICATE,
    "certificate_number": who.PROFILE_NUMBER,
    "certificate_expiry": who.PROFILE_EXPIRY,
    "telephone": who.PROFILE_TELEPHONE,
}


def ask(turn: Turn) -> Message:
    return Message(
        who.PROFILE,
        (who.PROFILE_BODY,),
        rows=rows(turn.draft),
        choices=(Choice(buttons.REGISTER, "register", "go"),),
    )


def answer(turn: Turn) -> Next:
    if turn.said in FIELDS:
        return Goto(turn.said, turn.draft.returning_to("profile"))
    if turn.said != "register":
        return Again(lines.NOT_UNDERSTOOD)
    agent = entered(turn.who, turn.draft)
    agents.remember(turn.tx, agent)
    onward = known(turn, agent, Draft())
    return onward if onward.because else Goto(onward.step, onward.draft, lines.REGISTERED, is_fresh=True)


def rows(draft: Draft) -> tuple[Row, ...]:
    """Return what is known of the agent, line by line, each to be corrected."""
    return tuple(
        Row(who.PROFILE_LINE(label=label, value=_value(draft, step)), (Choice(buttons.CORRECT, step),))
        for step, label in FIELDS.items()
    )


def is_unsaved(turn: Turn) -> bool:
    """Return whether something was corrected and not registered yet."""
    return bool(turn.draft.name) and entered(turn.who, turn.draft) != turn.who


def _value(draft: Draft, step: str) -> Words:
    said: str = getattr(draft, step)
    if step == "certificate":
        return names.CERTIFICATES[Certificate(said)]
    if step == "certificate_expiry":
        return who.PROFILE_DATE(day=date.fromisoformat(said))
    return said or who.NOT_ENTERED
