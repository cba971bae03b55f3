"""A place became free in a slot that was full: told to whoever asked for it, while it is free."""

from typing import Any

from handlers.confirmation import when
from handlers.letters.mail import Mail, Post
from handlers.message import Choice, Field, Message
from handlers.phrases import booked, buttons, vacancy
from handlers.turn import Premises
from rules.cutoff import last_minute
from rules.model import Slot
from storage import agents, holds, slots, wishes
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where there is no such place any more, or they have one."""
    wish = wishes.named(tx, letter.subject)
    if wish is None or not _is_free(tx, premises, wish):
        return None
    agent, said = agents.find(tx, wish.agent), _said(premises, wish.slot, letter)
    message = Message(
        vacancy.TITLE,
        (booked.MAIL_GREETING(name=agent.name), vacancy.BODY(**said), vacancy.IN_MAIL),
        fields=(Field(booked.WHEN, when(wish.slot)),),
        after=(booked.MAIL_FOOT,),
    )
    return Mail(agent.address, agent.language, vacancy.SUBJECT(**said), message)


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, with a button that takes the place, or None as above."""
    wish = wishes.named(tx, letter.subject)
    if wish is None or not _is_free(tx, premises, wish):
        return None
    message = Message(
        vacancy.TITLE,
        (vacancy.BODY(**_said(premises, wish.slot, letter)),),
        fields=(Field(booked.WHEN, when(wish.slot)),),
        choices=(Choice(buttons.BOOK_THIS, command=f"book|{wish.slot.day}|{wish.slot.hour}", tone="go"),),
    )
    return Post(wish.agent, message)


def _is_free(tx: Transaction, premises: Premises, wish: wishes.Wish) -> bool:
    agent = agents.find(tx, wish.agent)
    left = slots.left(tx, premises.office, [wish.slot.day], agent=agent.id)
    return left[wish.slot] > 0 and wish.slot not in holds.slots_of(tx, agent)


def _said(premises: Premises, slot: Slot, letter: Letter) -> dict[str, Any]:
    assert letter.useless_after is not None
    return {
        "day": slot.day,
        "hour": slot.hour,
        "end": slot.hour + 1,
        "until": last_minute(premises.office, letter.useless_after),
    }
