"""Holds: a place kept from the choice of slot until the booking, counted like one.

A chat holds one place for what is being booked in it, and one for each booking that is being moved in it. A booking
has one such hold, wherever it was taken last, so that nobody keeps more places than one for it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rules.cutoff import cutoff_of
from rules.eligibility import refusal_of_certificate
from rules.model import Agent, Booking, Office, Slot
from rules.quota import hold_until, refusal_of_cases, refusal_of_conduct, refusal_to_hold
from rules.refusal import Refusal
from storage import numbers, slots
from storage.database import Transaction, as_moment, as_text


@dataclass(frozen=True, slots=True)
class Hold:
    """A place in `slot` that is kept until `until`; a booking made from it can be changed until `cutoff`."""

    slot: Slot
    until: datetime
    cutoff: datetime


def hold(
    tx: Transaction, office: Office, agent: Agent, chat: str, slot: Slot, *, replacing: Booking | None = None
) -> Hold | Refusal:
    """Keep a place in `slot` for `agent`, whose row is locked; what was held for the same before is let go.

    `replacing` is the booking that is being moved to `slot`.
    """
    if slot.hour not in office.hours:
        return Refusal.SLOT_NOT_OFFERED
    places = slots.lock(tx, office, slot)
    closed = slots.closed(tx)
    refusal = refusal_to_take(tx, office, agent, chat, slot, places=places, closed=closed, replacing=replacing)
    if refusal is not None:
        return refusal
    until, cutoff = hold_until(office, slot.day, closed, now=tx.now), cutoff_of(office, slot.day, closed)
    cutoff = max([cutoff, *_told(tx, chat, slot, replacing)])
    if replacing is not None:
        until = min(until, replacing.rebook_until or replacing.cutoff)
    tx.rows(
        "INSERT INTO hold (id, agent, day, hour, until, chat, cutoff) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET agent = excluded.agent, day = excluded.day, hour = excluded.hour,"
        " until = excluded.until, chat = excluded.chat, cutoff = excluded.cutoff",
        *(replacing.id if replacing else chat, agent.id, slot.day.isoformat(), slot.hour),
        *(as_text(until), chat, as_text(cutoff)),
    )
    return Hold(slot, until, cutoff)


def refusal_to_take(
    tx: Transaction,
    office: Office,
    agent: Agent,
    chat: str,
    slot: Slot,
    *,
    places: int,
    closed: Collection[date],
    replacing: Booking | None = None,
) -> Refusal | None:
    """Return why `agent` may not have one of the `places` of `slot`, whose row is locked, or None.

    The booking that is moved there, `replacing`, counts against nothing. Where staff closed its slot, no suspension
    stands against it.
    """
    today = tx.now.astimezone(office.zone).date()
    mine = slots_of(tx, agent, but_held_by="" if replacing else chat, but_booked=replacing)
    is_closed = replacing is not None and replacing.rebook_until is not None
    return (
        (Refusal.SLOT_NOT_OFFERED if places == 0 and slots.is_closed(tx, slot) else None)
        or (None if is_closed else refusal_of_conduct(agent, today=today))
        or refusal_to_hold(
            office,
            slot,
            mine | {slot} if is_outside_quota(replacing, mine) else mine,
            taken=slots.taken_in(tx, slot, agent=agent.id),
            places=places,
            closed=closed,
            now=tx.now,
        )
        or refusal_of_certificate(agent, slot.day)
        or (_refusal_of_its_cases(tx, office, agent, slot, replacing) if replacing else None)
    )


def is_outside_quota(replacing: Booking | None, mine: Collection[Slot]) -> bool:
    """Return whether `replacing` may move beside the slots `mine`, however many: their number does not rise by it.

    Or staff closed its slot, and it may be chosen again all the same.
    """
    return replacing is not None and (replacing.rebook_until is not None or replacing.slot not in mine)


def slots_of(
    tx: Transaction, agent: Agent, *, but_held_by: str = "", but_booked: Booking | None = None
) -> frozenset[Slot]:
    """Return the slots that `agent` has booked or holds, but for the hold of the chat `but_held_by`.

    The hold of a move is none of them: it stands for the slot of the booking, which is counted already.
    """
    today = tx.now.date().isoformat()  # in UTC, never later than the office's
    rows = tx.rows(
        "SELECT day, hour FROM booking WHERE agent = ? AND state = 'booked' AND day >= ? AND id <> ?"
        " UNION SELECT day, hour FROM hold WHERE agent = ? AND until > ? AND id = chat AND id <> ?",
        *(agent.id, today, but_booked.id if but_booked else ""),
        *(agent.id, as_text(tx.now), but_held_by),
    )
    return frozenset(Slot(date.fromisoformat(row["day"]), row["hour"]) for row in rows)


def _told(tx: Transaction, chat: str, slot: Slot, replacing: Booking | None) -> Sequence[datetime]:
    """Return the cutoffs that were told of `slot` before: of what was held there, of what is booked on that day."""
    held = of_chat(tx, chat, replacing=replacing.id if replacing else "")
    told = [held.cutoff] if held is not None and held.slot == slot else []
    is_same_day = replacing is not None and not replacing.is_cancelled and replacing.slot.day == slot.day
    return [*told, replacing.cutoff] if replacing is not None and is_same_day else told


def of_chat(tx: Transaction, chat: str, *, replacing: str = "") -> Hold | None:
    """Return what `chat` holds now, to book it or to move the booking whose id is `replacing` there, or None."""
    row = tx.row("SELECT * FROM hold WHERE id = ? AND chat = ? AND until > ?", replacing or chat, chat, as_text(tx.now))
    if row is None:
        return None
    slot = Slot(date.fromisoformat(row["day"]), row["hour"])
    return Hold(slot, as_moment(row["until"]), as_moment(row["cutoff"]))


def release(tx: Transaction, held_for: str) -> None:
    """Let go of what is held for a chat to book, or for a booking to move to; `held_for` is the id of either."""
    tx.rows("DELETE FROM hold WHERE id = ?", held_for)


def _refusal_of_its_cases(
    tx: Transaction, office: Office, agent: Agent, slot: Slot, booking: Booking
) -> Refusal | None:
    others = numbers.count_in(tx, agent, slot, but=booking.id)
    return refusal_of_cases(office, booking.cases, booked=others)
