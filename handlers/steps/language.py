"""Which language?"""

from handlers.answers import pick
from handlers.language import LANGUAGES
from handlers.message import Choice, Message
from handlers.phrases import lines, names, welcome
from handlers.turn import Again, Goto, Next, Turn
from storage import agents


def ask(turn: Turn) -> Message:
    return Message(
        welcome.LANGUAGE,
        (welcome.LANGUAGE_BODY,),
        choices=tuple(Choice(names.LANGUAGES[language], language) for language in LANGUAGES),
    )


def answer(turn: Turn) -> Next:
    chosen = chosen_in(turn)
    if not chosen:
        return Again(lines.NOT_UNDERSTOOD)
    step = turn.path[-1] if turn.path else "menu"
    return Goto(step, turn.draft, is_back=bool(turn.path), language=chosen)


def chosen_in(turn: Turn) -> str:
    """Return the language that was said, which the agent is written to in from now on, or nothing."""
    chosen = pick(turn.said, LANGUAGES)
    if chosen and turn.agent is not None:
        agents.speak(turn.tx, turn.agent.id, chosen)
    return chosen or ""
