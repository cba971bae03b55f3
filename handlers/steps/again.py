"""As last time? What is known is not asked again."""

from handlers.answers import pick
from handlers.details import registered
from handlers.held import place_or_day
from handlers.message import Choice, Field, Message
from handlers.phrases import booked, buttons, lines, names, visit, who
from handlers.steps import profile
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Kind, Mode


def ask(turn: Turn) -> Message:
    agent, draft = turn.who, turn.draft
    assert agent.certificate is not None
    assert agent.certificate_expiry is not None
    return Message(
        visit.AGAIN,
        (visit.AGAIN_BODY,),
        fields=(
            Field(booked.AGENT, (agent.name, agent.workplace)),
            Field(who.PROFILE_CERTIFICATE, names.CERTIFICATES[agent.certificate]),
            Field(who.PROFILE_EXPIRY, who.PROFILE_DATE(day=agent.certificate_expiry)),
            Field(booked.MODE, names.MODES[Mode(draft.mode)]),
            Field(booked.KINDS, booked.LIST(items=tuple(names.KINDS[Kind(kind)] for kind in draft.kinds))),
        ),
        choices=(
            Choice(buttons.AS_LAST_TIME, "same", "go"),
            Choice(buttons.OTHER_MODE, "mode"),
            Choice(buttons.CORRECT_PROFILE, "profile"),
        ),
    )


def answer(turn: Turn) -> Next:
    match pick(turn.said, ("same", "mode", "profile")):
        case "same" | "mode" if profile.is_unsaved(turn):
            return Goto("profile", turn.draft, who.UNSAVED)
        case "same":
            return place_or_day(turn)
        case "mode":
            return Goto("mode", turn.draft)
        case "profile":
            return Goto("profile", turn.draft if turn.draft.name else registered(turn.who, turn.draft))
        case _:
            return Again(lines.NOT_UNDERSTOOD)
