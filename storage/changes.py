"""Bookings, changed: other numbers, another slot, or cancelled (§4). Each change is a version; the old card is void."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rules.changes import refusal_of_new_cases, refusal_to_change, refusal_to_move
from rules.cutoff import cutoff_of
from rules.model import Agent, Booking, Number, Office, Slot
from rules.quota import refusal_of_cases
from rules.refusal import Refusal
from storage import bookings, holds, letters, numbers, reminders, slots
from storage.database import Row, Transaction, as_text


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a booking was before a change: its slot, and its numbers as they were typed."""

    slot: Slot
    cases: tuple[str, ...]


def correct(
    tx: Transaction, office: Office, agent: Agent, code: str, cases: Sequence[Number], *, chat: str, version: int
) -> Booking | Refusal:
    """Let the booking `code` of `agent`, whose row is locked, have `cases` instead: corrected, fewer, refilled."""
    booking = bookings.find(tx, code, agent=agent.id)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    slots.lock(tx, office, booking.slot)
    others = numbers.count_in(tx, agent, booking.slot, but=booking.id)
    refusal = (
        refusal_to_change(booking, version=version, now=tx.now)
        or refusal_of_new_cases(office, booking, cases)
        or refusal_of_cases(office, cases, booked=others)
        or (Refusal.ALREADY_BOOKED if numbers.clashes(tx, office, agent, cases, but=booking.id) else None)
    )
    return refusal or _changed(tx, chat, booking, replace(booking, cases=tuple(cases), version=version + 1))


def move(
    tx: Transaction, office: Office, agent: Agent, chat: str, code: str, *, wanted: Slot, version: int
) -> Booking | Refusal:
    """Let the booking `code` of `agent`, whose row is locked, take the place in `wanted` that `chat` holds for it.

    Its code and its numbers stay. Where the place cannot be had, the booking stands as it was.
    """
    booking = bookings.find(tx, code, agent=agent.id)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    held = holds.of_chat(tx, chat, replacing=booking.id)
    places = {slot: slots.lock(tx, office, slot) for slot in sorted({booking.slot, wanted})}  # always in this order
    closed = slots.closed(tx)
    refusal = (
        refusal_to_change(booking, version=version, now=tx.now)
        or (
            Refusal.HOLD_ENDED
            if held is None or held.slot != wanted
            else refusal_to_move(office, agent, booking, wanted)
        )
        or holds.refusal_to_take(
            tx, office, agent, chat, wanted, places=places[wanted], closed=closed, replacing=booking
        )
    )
    if refusal is not None:
        return refusal
    cutoff = cutoff_of(office, wanted.day, closed)
    moved = _changed(tx, chat, booking, replace(booking, slot=wanted, cutoff=cutoff, version=version + 1))
    reminders.put(tx, office, moved)
    return moved


def cancel(tx: Transaction, office: Office, agent: Agent, code: str, *, chat: str, version: int) -> Booking | Refusal:
    """Cancel the booking `code` of `agent`, whose row is locked; its place is free (§4(1))."""
    booking = bookings.find(tx, code, agent=agent.id)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    slots.lock(tx, office, booking.slot)
    refusal = refusal_to_change(booking, version=version, now=tx.now)
    return refusal or _changed(tx, chat, booking, replace(booking, is_cancelled=True, version=version + 1))


def cancel_by_staff(tx: Transaction, office: Office, booking: Booking) -> Booking:
    """Cancel `booking`, whatever its cutoff: staff answer for it; its agent is told where they booked (§4(2))."""
    slots.lock(tx, office, booking.slot)
    cancelled = _changed(tx, booking.chat, booking, replace(booking, is_cancelled=True, version=booking.version + 1))
    letters.put(tx, "cancellation", f"{booking.id}:{cancelled.version}", chat=booking.chat)  # no screen there said it
    return cancelled


def earlier(tx: Transaction, booking: Booking) -> Sequence[Earlier]:
    """Return everything that `booking` was before, in its order."""
    return [_earlier(row) for row in tx.rows("SELECT * FROM earlier WHERE booking = ? ORDER BY version", booking.id)]


def before(tx: Transaction, booking: Booking) -> Earlier | None:
    """Return what `booking` was before its last change, or None: there was none."""
    row = tx.row("SELECT * FROM earlier WHERE booking = ? AND version = ?", booking.id, booking.version - 1)
    return None if row is None else _earlier(row)


def _earlier(row: Row) -> Earlier:
    return Earlier(Slot(date.fromisoformat(row["day"]), row["hour"]), tuple(row["cases"].split("\n")))


def _changed(tx: Transaction, chat: str, was: Booking, booking: Booking) -> Booking:
    """Write `booking`, which was asked for in `chat`, over what it `was`.

    Where it is told of in that chat's own screen, the chat where it was booked is told, too.
    """
    tx.rows(
        "INSERT INTO earlier VALUES (?, ?, ?, ?, ?, ?)",
        *(was.id, was.version, was.slot.day.isoformat(), was.slot.hour),
        *("\n".join(case.typed for case in was.cases), as_text(tx.now)),
    )
    tx.rows(
        "UPDATE booking SET day = ?, hour = ?, cutoff = ?, state = ?, version = ? WHERE id = ?",
        *(booking.slot.day.isoformat(), booking.slot.hour, as_text(booking.cutoff)),
        *("cancelled" if booking.is_cancelled else "booked", booking.version, booking.id),
    )
    if booking.cases != was.cases:
        numbers.put(tx, booking)
    holds.release(tx, booking.id)
    if booking.is_cancelled or booking.slot != was.slot:
        reminders.withdraw(tx, was)
    kind = "cancellation" if booking.is_cancelled else "confirmation"
    told = was.chat if letters.channel_of(chat) in letters.KEPT_HERE else chat
    letters.confirm(tx, kind, f"{booking.id}:{booking.version}", told)
    return booking
