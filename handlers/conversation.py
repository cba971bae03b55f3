"""One turn of the talk: what is said is understood, answered by its step, and the next question asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from handlers import flow
from handlers.answers import folded, index
from handlers.commands import obeyed
from handlers.draft import Draft
from handlers.language import words
from handlers.message import Message, Words
from handlers.navigation import navigation
from handlers.phrases import lines
from handlers.refused import sentence, ways_on
from handlers.rooms import AT_REST, ENDS, OF_A_BOOKING, ROOMS, is_entering
from handlers.turn import Again, Goto, Next, Premises, Said, Turn
from handlers.vocabulary import command_in
from storage import agents, talks
from storage.database import Transaction
from storage.talks import Talk

NEVER_BACK = frozenset({"number", "replacement", "help", "papers", "place", "call", "which", "language"})
"""Steps that "back" never leads to: what was corrected may not be there any more, and the others are asides."""

LEFT = timedelta(minutes=30)  # without a word, after which a talk goes on with a line that says so


@dataclass(frozen=True, slots=True)
class Heard:
    """The answer to one turn: a screen, whose buttons carry `revision`.

    `is_edit`: to be shown in the place of the last, for it is the same question after a tap, or was heard before.
    `is_again`: nothing was answered, and the question before stands as it stood.
    `is_signed_out`: whoever speaks was known before, and is a stranger now. `is_translated`: another language is
    spoken from here on.
    """

    message: Message
    language: str
    revision: int
    is_edit: bool = False
    is_again: bool = False
    is_signed_out: bool = False
    is_translated: bool = False


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
    is_answer = bool(said.button) and not _is_command(said.button)
    is_edit = not is_new or (is_answer and after.step == talk.step and not message.keep)
    is_again = is_new and isinstance(outcome, Again)
    return Heard(
        message,
        after.language,
        after.revision,
        is_edit,
        is_again,
        is_signed_out=was_known and turn.agent is None,
        is_translated=after.language != talk.language,
    )


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
    if talk.step not in AT_REST and talk.step not in flow.STEPS:
        return Goto("menu", Draft(), lines.RESTARTED, is_fresh=True)
    value = _understood(turn, talk, said)
    if value is None:
        return Again(lines.OLD_SCREEN)
    turn = replace(turn, said=value)
    return obeyed(turn, talk.step) or flow.step(talk.step).answer(turn)


def _understood(turn: Turn, talk: Talk, said: Said) -> str | None:
    """Return the value behind the button, the command or label that was typed, or the words; None: an old button."""
    if _is_command(said.button):
        return "/booking " + said.button.replace("|", " ")
    if said.button:
        revision, _, n = said.button.partition("|")
        place = index(n)
        is_current = revision == str(talk.revision) and place is not None and place < len(talk.offered)
        return talk.offered[place] if is_current and place is not None else None
    return _labelled(turn, talk, folded(said.text)) or command_in(said.text) or said.text


def _is_command(button: str) -> bool:
    """Return whether `button` is one that outlives the talk, `verb|code|version`, and no answer, `revision|n`."""
    return button.count("|") == 2


def _labelled(turn: Turn, talk: Talk, typed: str) -> str | None:
    """Return the value of the one button that is called `typed`; None where it is several, or none."""
    if not typed:
        return None
    shown = _asked(turn, talk.step)
    values = [choice.value for choice in shown.buttons if folded(words(choice.label, talk.language)) == typed]
    values = values or [value for said, value in _of_rows(shown, talk.language) if said == typed]
    return values[0] if len(values) == 1 and _was_shown(values[0], talk) else None


def _of_rows(shown: Message, language: str) -> Iterator[tuple[str, str]]:
    """Yield how each action of a row can be typed, by its number or its text, with the value behind it."""
    for n, row in enumerate(shown.rows, 1):
        text = folded(words(row.text, language))
        for action in row.actions:
            label = folded(words(action.label, language))
            for which in (f"{n}", f"{n}番", f"{n}番目", text):
                yield from (
                    (said, action.value) for said in (f"{which}{label}", f"{which}を{label}", f"{label}{which}")
                )


def _was_shown(value: str, talk: Talk) -> bool:
    """Return whether `value` was offered, or nothing like it: what has another version since is not what was meant."""
    verb = value.partition(" ")[0]
    return value in talk.offered or all(verb != offered.partition(" ")[0] for offered in talk.offered)


def _moved(talk: Talk, outcome: Next) -> Talk:
    """Return the talk at its next question, with the way back."""
    talk = replace(talk, language=outcome.language or talk.language)
    if isinstance(outcome, Again):
        return replace(talk, draft=outcome.draft.stored() if outcome.draft else talk.draft)
    if outcome.is_back:
        return replace(talk, step=outcome.step, path=talk.path[:-1], draft=outcome.draft.stored())
    path, draft = _way(talk, outcome)
    return replace(talk, step=outcome.step, path=path, draft=draft.stored())


def _way(talk: Talk, outcome: Goto) -> tuple[tuple[str, ...], Draft]:
    """Return the steps that "back" leads to, and the draft without corrections whose step is none of them any more.

    With the step that a correction goes back to, what was asked for that correction goes, too.
    """
    path, draft = () if outcome.is_fresh else talk.path, outcome.draft
    if talk.step not in AT_REST | {outcome.step} | NEVER_BACK and not outcome.is_fresh:
        path = (*path, talk.step)
    over = OF_A_BOOKING if outcome.step in ENDS else frozenset()
    is_known = outcome.step in path and (outcome.step in ROOMS or not draft.return_to)
    end = path.index(outcome.step) if is_known else len(path)
    end = next((n for n, name in enumerate(path[:end]) if name in over and name in draft.return_to), end)
    kept = tuple(name for name in path[:end] if name not in over)
    dropped = set(path) - set(kept)
    return kept, replace(draft, return_to=tuple(name for name in draft.return_to if name not in dropped))


def _remarks(turn: Turn, before: Talk, after: Talk) -> tuple[Words, ...]:
    """Return the line that says that a talk which was left goes on."""
    was_left = before.spoke is not None and turn.tx.now - before.spoke > LEFT
    if was_left and is_entering(before.step) and is_entering(after.step) and before.spoke:
        return (lines.PICKED_UP(spoke=turn.local(before.spoke)),)
    return ()


def _asked(turn: Turn, step: str, remarks: tuple[Words, ...] = ()) -> Message:
    message: Message = flow.step(step).ask(turn)
    offered = {choice.value for choice in message.choices}
    ways = (way for way in navigation(step, turn.path) if way.value not in offered)
    return replace(message, body=(*remarks, *message.body), choices=(*message.choices, *ways))
