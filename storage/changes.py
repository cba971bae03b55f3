"""Bookings, changed: other numbers, another slot, or cancelled (§4). Each change is a version; the old card is void."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rules.changes import refusal_of_new_cases, refusal_to_change, refusal_to_leave, refusal_to_move
from rules.cutoff import cutoff_after_closure
from rules.model import Agent, Booking, Number, Office, Slot
from rules.quota import refusal_of_cases, slots_left
from rules.refusal import Refusal
from rules.window import window
from storage import bookings, holds, letters, numbers, reminders, slots
from storage.database import Row, Transaction, as_text

CLOSED = "closed"  # the kind of letter that tells of a closure, and why a booking stands beyond the quota


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a booking was before a change: its slot, and its numbers as they were typed."""

    slot: Slot
    cases: tuple[str, ...]


def correct(
    tx: Transaction, office: Office, agent: Agent, code: str, cases: Sequence[Number], *, chat: str, version: int
) -> Booking | Refusal:
    """Let the booking `code` of `agent`, whose row is locked, have `cases` instead: corrected, fewer, refilled."""
    booking = _locked(tx, office, agent, code)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    others = numbers.count_in(tx, agent, booking.slot, but=booking.id)
    refusal = (
        refusal_to_change(booking, version=version, now=tx.now)
        or refusal_of_new_cases(office, booking, cases)
        or (refusal_of_cases(office, cases, booked=others) if len(cases) > len(booking.cases) else None)
        or (Refusal.ALREADY_BOOKED if numbers.clashes(tx, office, agent, cases, but=booking.id) else None)
    )
    return refusal or _changed(tx, chat, booking, replace(booking, cases=tuple(cases), version=version + 1))


def move(
    tx: Transaction, office: Office, agent: Agent, chat: str, code: str, *, wanted: Slot, version: int
) -> Booking | Refusal:
    """Let the booking `code` of `agent`, whose row is locked, take the place in `wanted` that `chat` holds for it.

    Its code and its numbers stay. Where the place cannot be had, the booking stands as it was.
    """
    booking = _locked(tx, office, agent, code, wanted)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    places = slots.lock(tx, office, wanted)
    held = holds.of_chat(tx, chat, replacing=booking.id)
    closed = slots.closed(tx)
    refusal = (
        refusal_to_leave(booking, version=version, now=tx.now)
        or (
            Refusal.HOLD_ENDED
            if held is None or held.slot != wanted
            else refusal_to_move(office, agent, booking, wanted)
        )
        or holds.refusal_to_take(tx, office, agent, chat, wanted, places=places, closed=closed, replacing=booking)
        or _refusal_of_its_numbers(tx, office, agent, booking)
    )
    if refusal is not None:
        return refusal
    assert held is not None
    cutoff = cutoff_after_closure(held.cutoff, office, wanted.day, closed)
    beyond = booking.beyond or (CLOSED if _is_beyond(tx, office, agent, booking, wanted) else "")
    stands = replace(booking, is_cancelled=False, rebook_until=None, beyond=beyond)
    moved = _changed(tx, chat, booking, replace(stands, slot=wanted, cutoff=cutoff, version=version + 1))
    reminders.put(tx, office, moved)
    return moved


def cancel(tx: Transaction, office: Office, agent: Agent, code: str, *, chat: str, version: int) -> Booking | Refusal:
    """Cancel the booking `code` of `agent`, whose row is locked; its place is free (§4(1))."""
    booking = _locked(tx, office, agent, code)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    refusal = refusal_to_change(booking, version=version, now=tx.now)
    return refusal or _changed(tx, chat, booking, replace(booking, is_cancelled=True, version=version + 1))


def cancel_by_staff(tx: Transaction, booking: Booking) -> Booking:
    """Cancel `booking`, whose slot is locked, whatever its cutoff: staff answer for it; its agent is told (§4(2))."""
    cancelled = _changed(tx, booking.chat, booking, replace(booking, is_cancelled=True, version=booking.version + 1))
    letters.put(tx, "cancellation", f"{booking.id}:{cancelled.version}", chat=booking.chat)  # no screen there said it
    return cancelled


def cancel_by_closure(tx: Transaction, booking: Booking, *, until: datetime) -> Booking:
    """Cancel `booking`, whose slot is locked and was closed: its agent may choose another slot `until` then."""
    closed = _written(tx, booking, replace(booking, is_cancelled=True, rebook_until=until, version=booking.version + 1))
    subject = f"{booking.agent} {booking.slot.day} {as_text(until)}"
    for chat in letters.ways(booking.chat, is_mailed=True):
        letters.put(tx, CLOSED, subject, chat=chat)
    return closed


def earlier(tx: Transaction, booking: Booking) -> Sequence[Earlier]:
    """Return everything that `booking` was before, in its order."""
    return [_earlier(row) for row in tx.rows("SELECT * FROM earlier WHERE booking = ? ORDER BY version", booking.id)]


def before(tx: Transaction, booking: Booking) -> Earlier | None:
    """Return what `booking` was before its last change, or None: there was none."""
    row = tx.row("SELECT * FROM earlier WHERE booking = ? AND version = ?", booking.id, booking.version - 1)
    return None if row is None else _earlier(row)


def _earlier(row: Row) -> Earlier:
    return Earlier(Slot(date.fromisoformat(row["day"]), row["hour"]), tuple(row["cases"].split("\n")))


def _is_beyond(tx: Transaction, office: Office, agent: Agent, booking: Booking, wanted: Slot) -> bool:
    """Return whether `booking`, whose slot staff closed, goes to `wanted` beyond the quota."""
    mine = holds.slots_of(tx, agent, but_booked=booking)
    days = window(office, slots.closed(tx), now=tx.now)
    return booking.is_cancelled and wanted not in mine and slots_left(office, mine, days) == 0


def _refusal_of_its_numbers(tx: Transaction, office: Office, agent: Agent, booking: Booking) -> Refusal | None:
    """Return why the numbers of `booking` cannot stand again, or None: since staff closed it, they were free."""
    is_taken = booking.is_cancelled and numbers.clashes(tx, office, agent, booking.cases, but=booking.id)
    return Refusal.ALREADY_BOOKED if is_taken else None


def _locked(tx: Transaction, office: Office, agent: Agent, code: str, *also: Slot) -> Booking | None:
    """Return the booking `code` of `agent`, or None, as it stands once its slot is locked, and those `also` named.

    Staff may have changed it while the lock was waited for. Slots are locked in their order, always.
    """
    found = bookings.find(tx, code, agent=agent.id)
    if found is None:
        return None
    for slot in sorted({found.slot, *also}):
        slots.lock(tx, office, slot)
    return bookings.find(tx, code, agent=agent.id)


def _changed(tx: Transaction, chat: str, was: Booking, booking: Booking) -> Booking:
    """Write `booking`, which was asked for in `chat`, over what it `was`, and tell of it.

    Where it is told of in that chat's own screen, the chat where it was booked is told, too.
    """
    _written(tx, was, booking)
    kind = "cancellation" if booking.is_cancelled else "confirmation"
    told = was.chat if letters.channel_of(chat) in letters.KEPT_HERE else chat
    letters.confirm(tx, kind, f"{booking.id}:{booking.version}", told)
    return booking


def _written(tx: Transaction, was: Booking, booking: Booking) -> Booking:
    tx.rows(
        "INSERT INTO earlier VALUES (?, ?, ?, ?, ?, ?)",
        *(was.id, was.version, was.slot.day.isoformat(), was.slot.hour),
        *("\n".join(case.typed for case in was.cases), as_text(tx.now)),
    )
    tx.rows(
        "UPDATE booking SET day = ?, hour = ?, cutoff = ?, state = ?, version = ?, rebook_until = ?, beyond = ?"
        " WHERE id = ?",
        *(booking.slot.day.isoformat(), booking.slot.hour, as_text(booking.cutoff)),
        *("cancelled" if booking.is_cancelled else "booked", booking.version),
        *(as_text(booking.rebook_until) if booking.rebook_until else None, booking.beyond or None, booking.id),
    )
    if booking.cases != was.cases:
        numbers.put(tx, booking)
    holds.release(tx, booking.id)
    if booking.is_cancelled or booking.slot != was.slot:
        reminders.withdraw(tx, was)
        _forget_lateness(tx, was)
    return booking


def _forget_lateness(tx: Transaction, was: Booking) -> None:
    """Forget that the agent called to be late in the slot of what `was`, where nothing of theirs stands any more."""
    slot = (was.agent, was.slot.day.isoformat(), was.slot.hour)
    tx.rows(
        "UPDATE visit SET is_late_told = 0 WHERE agent = ? AND day = ? AND hour = ? AND is_late_told = 1 AND NOT EXISTS"
        " (SELECT 1 FROM booking WHERE agent = ? AND state = 'booked' AND day = ? AND hour = ?)",
        *(*slot, *slot),
    )
