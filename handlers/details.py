"""Who the agent is, as it is registered, and as it is entered: between the two."""

from dataclasses import replace
from datetime import date

from handlers.draft import Draft
from handlers.phrases import lines
from handlers.turn import Goto, Turn, onward
from rules.model import Agent, Certificate
from storage import agents


def registered(agent: Agent, draft: Draft) -> Draft:
    """Return `draft` with what is registered of `agent`, to be corrected; the visit in it is kept."""
    return replace(
        draft,
        name=agent.name,
        workplace=agent.workplace,
        certificate=agent.certificate or "",
        certificate_number=agent.certificate_number,
        certificate_expiry=agent.certificate_expiry.isoformat() if agent.certificate_expiry else "",
        telephone=agent.telephone,
    )


def entered(agent: Agent, draft: Draft) -> Agent:
    """Return `agent` with what `draft` says of them."""
    return replace(
        agent,
        name=draft.name,
        workplace=draft.workplace,
        certificate=Certificate(draft.certificate),
        certificate_number=draft.certificate_number,
        certificate_expiry=date.fromisoformat(draft.certificate_expiry),
        telephone=draft.telephone,
    )


def further(turn: Turn, step: str, draft: Draft) -> Goto:
    """Go on to `step` of who the agent is, or to the check where everything was answered before.

    What was asked for from elsewhere, such as a renewed certificate on the way, is remembered at once.
    """
    if draft.returns_to in ("", "profile"):
        return onward("profile" if turn.draft.knows_the_agent else step, draft)
    agents.remember(turn.tx, entered(turn.who, draft))
    return replace(onward(step, draft), because=lines.SAVED)
