"""Where a booking begins: with as few questions as what is known allows."""

from dataclasses import replace

from handlers.details import registered
from handlers.draft import Draft
from handlers.turn import Goto, Turn
from rules.eligibility import modes, refusal_of_certificate
from rules.model import Agent
from rules.quota import refusal_of_conduct
from rules.refusal import Refusal
from storage import bookings


def beginning(turn: Turn) -> Goto:
    """Return the first question of a booking: a stranger is told first who cannot use this (§1)."""
    if turn.agent is None:
        return Goto("eligibility", turn.draft.afresh(), is_fresh=True)
    refusal = refusal_of_conduct(turn.agent, today=turn.today)
    if refusal is not None:
        return Goto("menu", turn.draft.afresh(), refusal, is_fresh=True)
    if turn.agent.notice != turn.notice:
        return Goto("notice", turn.draft.afresh(), Refusal.NOTICE_CHANGED, is_fresh=True)
    return known(turn, turn.agent, turn.draft.afresh())


def known(turn: Turn, agent: Agent, draft: Draft) -> Goto:
    """Return the question after `agent` has proven who they are and agreed to the notice."""
    if not agent.is_complete:
        return Goto("name", draft, is_fresh=True)
    last = bookings.latest(turn.tx, agent)
    step = "mode"
    if last is not None and agent.certificate and last.mode in modes(turn.office, agent.certificate):
        step, draft = "again", replace(draft, mode=last.mode, kinds=last.kinds)
    if refusal_of_certificate(agent, turn.today):
        draft = registered(agent, draft).returning_to(step)
        return Goto("certificate_number", draft, Refusal.CERTIFICATE_EXPIRED, is_fresh=True)
    return Goto(step, draft, is_fresh=True)
