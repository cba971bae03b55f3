"""A refusal in words: the rule with its clause, the agent's own figures, and a way on."""

from collections.abc import Mapping
from typing import Any

from handlers.message import Choice, Phrase, Words
from handlers.phrases import booked, buttons, lines
from handlers.phrases.refusals import SENTENCES
from handlers.turn import Because, Turn
from rules.quota import cases_left
from rules.refusal import Refusal
from storage import holds
from storage.numbers import count_in


def sentence(turn: Turn, because: Because) -> tuple[Words, ...]:
    """Return why, as paragraphs: none where there is no because."""
    if because is None:
        return ()
    if isinstance(because, Phrase):
        return (because,)
    return (lines.CLAUSE(sentence=SENTENCES[because](**_figures(turn)), clause=because.clause),)


def ways_on(turn: Turn, because: Because) -> tuple[Choice, ...]:
    """Return the buttons that lead on from a refusal, where the step itself has none."""
    match because:
        case Refusal.CERTIFICATE_EXPIRES_BEFORE | Refusal.CERTIFICATE_EXPIRED:
            return (Choice(buttons.NEW_CERTIFICATE, "/certificate"),)
        case Refusal.ALL_SLOTS_HELD:
            return (Choice(buttons.BOOKINGS, "/bookings"),)
        case Refusal.SUSPENDED | Refusal.CUTOFF_PASSED:
            return (call(turn),)
        case _:
            return ()


def call(turn: Turn) -> Choice:
    """Return the button that calls the office."""
    return Choice(buttons.CALL(telephone=turn.office.telephone), call=turn.office.telephone)


def _figures(turn: Turn) -> Mapping[str, Any]:
    """Return every figure that a sentence may take."""
    office = turn.office
    figures: dict[str, Any] = {
        "window": office.window_days,
        "slots_per_agent": office.slots_per_agent,
        "cases_per_slot": office.cases_per_slot,
        "minutes": office.link_minutes,
        "tries": office.code_tries,
        "telephone": office.telephone,
        "extension": office.extension,
    }
    if turn.agent is not None:
        figures |= _own_figures(turn)
    return figures


def _own_figures(turn: Turn) -> Mapping[str, Any]:
    agent, slot = turn.who, turn.draft.slot
    held = sorted(s for s in holds.slots_of(turn.tx, agent, but_held_by=turn.chat) if s.day in turn.days())
    return {
        "expiry": agent.certificate_expiry or turn.today,
        "suspended": agent.suspended_until or turn.today,
        "held": tuple(booked.WHEN_SHORT(day=s.day, hour=s.hour, end=s.hour + 1) for s in held),
        "cases": cases_left(turn.office, count_in(turn.tx, agent, slot)) if slot else 0,
    }
