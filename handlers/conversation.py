"""One turn of the talk: what is said is understood, answered by its step, and the next question asked."""

from dataclasses import dataclass, replace
from datetime import timedelta

from handlers import flow
from handlers.answers import folded, index
from handlers.commands import command_in, obeyed
from handlers.draft import Draft
from handlers.language import words
from handlers.message import Message, Words
from handlers.navigation import navigation
from handlers.phrases import lines
from handlers.refused import sentence, ways_on
from handlers.turn import Again, Goto, Next, Premises, Said, Turn
from storage import agents, talks
from storage.database import Transaction
from storage.talks import Talk

LEFT = timedelta(minutes=30)  # without a word, after which a talk goes on with a line that says so


@dataclass(frozen=True, slots=True)
class Heard:
    """The answer to one turn: a screen, whose buttons carry `revision`.

    `is_edit`: to be shown in the place of the last, for it is the same question after a tap, or was heard before.
    `is_signed_out`: whoever speaks was known before, and is a stranger now.
    """

    message: Message
    language: str
    revision: int
    is_edit: bool = False
    is_signed_out: bool = False


def hear(tx: Transaction, premises: Premises, said: Said) -> Heard:
    """Return what is said in answer, and remember where the talk stands."""
    talk = talks.find(tx, said.chat, language=said.language)
    if not talk.step:
        begun = greeting(tx, premises, language=talk.language)
        talk = replace(talk, offered=tuple(choice.value for choice in begun.buttons))
    turn = _turn(tx, premises, said, talk)
    is_new = talks.is_new(tx, said.update, said.chat)
    outcome = _outcome(turn, talk, said) if is_new else Again()
    after, was_known = _moved(talk, outcome), turn.agent is not None
    turn = _turn(tx, premises, said, after)
    message = _asked(turn, after.step, (*_remarks(turn, talk, after), *sentence(turn, outcome.because)))
    ways = [way for way in ways_on(turn, outcome.because) if way not in message.choices]
    message = replace(message, choices=(*ways, *message.choices))
    offered = tuple(choice.value for choice in message.buttons)
    after = replace(after, offered=offered, revision=talk.revision + 1)
    talks.save(tx, after)
    is_edit = not is_new or (bool(said.button) and after.step == talk.step and not message.keep)
    return Heard(message, after.language, after.revision, is_edit, was_known and turn.agent is None)


def greeting(tx: Transaction, premises: Premises, *, language: str) -> Message:
    """Return the screen with which a chat begins, before anything is said or remembered: revision 0."""
    turn = Turn(tx, premises, chat="", language=language, said="", draft=Draft())
    return _asked(turn, "menu")


def _turn(tx: Transaction, premises: Premises, said: Said, talk: Talk) -> Turn:
    agent = talks.agent_of(tx, said.chat)
    return Turn(
        tx=tx,
        premises=premises,
        chat=said.chat,
        language=talk.language,
        said=said.text,
        draft=Draft.of(talk.draft),
        agent=agents.locked(tx, agent) if agent else None,
        origin=said.origin,
        path=talk.path,
    )


def _outcome(turn: Turn, talk: Talk, said: Said) -> Next:
    if talks.turns_lately(turn.tx, said.chat) > turn.office.turns_per_minute:
        return Again(lines.TOO_FAST)
    if not talk.step and not said.button and command_in(said.text) is None:
        return Goto("menu", Draft())  # whatever a stranger's first word is
    if talk.step not in flow.AT_REST and talk.step not in flow.STEPS:
        return Goto("menu", Draft(), lines.RESTARTED, is_fresh=True)
    value = _understood(turn, talk, said)
    if value is None:
        return Again(lines.OLD_SCREEN)
    turn = replace(turn, said=value)
    return obeyed(turn, talk.step) or flow.step(talk.step).answer(turn)


def _understood(turn: Turn, talk: Talk, said: Said) -> str | None:
    """Return the value behind the button, the command or label that was typed, or the words; None: an old button."""
    if said.button:
        revision, _, n = said.button.partition("|")
        place = index(n)
        is_current = revision == str(talk.revision) and place is not None and place < len(talk.offered)
        return talk.offered[place] if is_current and place is not None else None
    return _labelled(turn, talk, folded(said.text)) or command_in(said.text) or said.text


def _labelled(turn: Turn, talk: Talk, typed: str) -> str | None:
    """Return the value of the one button that is called `typed`; None where it is several, or none."""
    buttons = _asked(turn, talk.step).buttons if typed else ()
    values = [choice.value for choice in buttons if folded(words(choice.label, talk.language)) == typed]
    return values[0] if len(values) == 1 else None


def _moved(talk: Talk, outcome: Next) -> Talk:
    """Return the talk at its next question, with the way back."""
    talk = replace(talk, language=outcome.language or talk.language)
    if isinstance(outcome, Again):
        return replace(talk, draft=outcome.draft.stored() if outcome.draft else talk.draft)
    if outcome.is_back:
        return replace(talk, step=outcome.step, path=talk.path[:-1], draft=outcome.draft.stored())
    path = () if outcome.is_fresh else talk.path
    if not outcome.is_fresh and _can_come_back(talk, outcome):
        path = (*path, talk.step)
    if outcome.step in path and not outcome.draft.return_to:
        path = path[: path.index(outcome.step)]
    return replace(talk, step=outcome.step, path=path, draft=outcome.draft.stored())


def _can_come_back(talk: Talk, outcome: Goto) -> bool:
    """Return whether "back" is to lead to the step that the talk leaves.

    Not to the number that was corrected, which may not be there any more; nor to what a room asked for.
    """
    asked_by = talk.draft.get("return_to", "")
    is_for_a_room = asked_by in flow.ROOMS and outcome.step in flow.ON_THE_WAY | {asked_by}
    return talk.step in flow.ON_THE_WAY - {outcome.step, "number"} and not is_for_a_room


def _remarks(turn: Turn, before: Talk, after: Talk) -> tuple[Words, ...]:
    """Return the line that says that a talk which was left goes on."""
    was_left = before.spoke is not None and turn.tx.now - before.spoke > LEFT
    if was_left and before.step in flow.ON_THE_WAY and after.step in flow.ON_THE_WAY and before.spoke:
        return (lines.PICKED_UP(spoke=turn.local(before.spoke)),)
    return ()


def _asked(turn: Turn, step: str, remarks: tuple[Words, ...] = ()) -> Message:
    message: Message = flow.step(step).ask(turn)
    choices = (*message.choices, *navigation(step, turn.path))
    return replace(message, body=(*remarks, *message.body), choices=choices)
