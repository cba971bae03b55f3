"""The notice (留意事項) as it is shown: its paragraphs, and what is other than in the version agreed to (§6(5))."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from handlers.message import Phrase, Words
from handlers.phrases import welcome
from handlers.turn import Turn
from storage import profiles

MOST = 1500  # characters of what changed; beyond, the whole is to be read


def text(turn: Turn, version: str = "") -> tuple[str, ...]:
    """Return the notice of `version`, or that in force, by paragraphs."""
    return tuple(profiles.notice(turn.office.key, version or turn.notice, turn.language).split("\n\n"))


def changes(turn: Turn) -> tuple[Words, ...]:
    """Return what changed since the version that the agent agreed to; nothing where it is not known any more."""
    agreed = turn.agent.notice if turn.agent else ""
    if agreed == turn.notice or agreed not in turn.office.notices:
        return ()
    lines = tuple(_changes(text(turn, agreed), text(turn)))
    return lines if sum(len(line.values["text"]) for line in lines) <= MOST else (welcome.NOTICE_MUCH_CHANGED,)


def _changes(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Phrase]:
    for act, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act != "equal":
            yield from (welcome.NOTICE_GONE(text=paragraph) for paragraph in before[a:b])
            yield from (welcome.NOTICE_NEW(text=paragraph) for paragraph in after[c:d])
