"""Holds: a place kept from the choice of slot until the booking, counted like one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from rules.eligibility import refusal_of_certificate
from rules.model import Agent, Office, Slot
from rules.quota import hold_until, refusal_of_conduct, refusal_to_hold
from rules.refusal import Refusal
from storage import slots
from storage.database import Transaction, as_moment, as_text


@dataclass(frozen=True, slots=True)
class Hold:
    """A place in `slot` that is kept until `until`."""

    slot: Slot
    until: datetime


def hold(tx: Transaction, office: Office, agent: Agent, chat: str, slot: Slot) -> Hold | Refusal:
    """Keep a place in `slot` for `agent`, whose row is locked; what `chat` held before is let go."""
    if slot.hour not in office.hours:
        return Refusal.SLOT_NOT_OFFERED
    places = slots.lock(tx, office, slot)
    closed = slots.closed(tx)
    refusal = refusal_to_take(tx, office, agent, chat, slot, places=places, closed=closed)
    if refusal is not None:
        return refusal
    until = hold_until(office, slot.day, closed, now=tx.now)
    tx.rows(
        "INSERT INTO hold VALUES (?, ?, ?, ?, ?) ON CONFLICT (chat)"
        " DO UPDATE SET agent = excluded.agent, day = excluded.day, hour = excluded.hour, until = excluded.until",
        *(chat, agent.id, slot.day.isoformat(), slot.hour, as_text(until)),
    )
    return Hold(slot, until)


def refusal_to_take(
    tx: Transaction, office: Office, agent: Agent, chat: str, slot: Slot, *, places: int, closed: Collection[date]
) -> Refusal | None:
    """Return why `agent` may not have one of the `places` of `slot`, whose row is locked, or None."""
    today = tx.now.astimezone(office.zone).date()
    return (
        refusal_of_conduct(agent, today=today)
        or refusal_to_hold(
            office,
            slot,
            slots_of(tx, agent, but_held_by=chat),
            taken=slots.taken_in(tx, slot, agent=agent.id),
            places=places,
            closed=closed,
            now=tx.now,
        )
        or refusal_of_certificate(agent, slot.day)
    )


def slots_of(tx: Transaction, agent: Agent, *, but_held_by: str = "") -> frozenset[Slot]:
    """Return the slots that `agent` has booked or holds, but for the hold of the chat `but_held_by`."""
    today = tx.now.date().isoformat()  # in UTC, never later than the office's
    rows = tx.rows(
        "SELECT day, hour FROM booking WHERE agent = ? AND state = 'booked' AND day >= ?"
        " UNION SELECT day, hour FROM hold WHERE agent = ? AND until > ? AND chat <> ?",
        *(agent.id, today),
        *(agent.id, as_text(tx.now), but_held_by),
    )
    return frozenset(Slot(date.fromisoformat(row["day"]), row["hour"]) for row in rows)


def of_chat(tx: Transaction, chat: str) -> Hold | None:
    """Return what `chat` holds now, or None: nothing, or it has ended."""
    row = tx.row("SELECT * FROM hold WHERE chat = ? AND until > ?", chat, as_text(tx.now))
    if row is None:
        return None
    return Hold(Slot(date.fromisoformat(row["day"]), row["hour"]), as_moment(row["until"]))


def release(tx: Transaction, chat: str) -> None:
    """Let go of what `chat` holds."""
    tx.rows("DELETE FROM hold WHERE chat = ?", chat)
