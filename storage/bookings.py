"""Bookings and their cases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rules.changes import refusal_to_change
from rules.cutoff import cutoff_of
from rules.eligibility import refusal_of_kinds, refusal_of_mode
from rules.model import Agent, Booking, Kind, Mode, Number, Office, Slot
from rules.quota import refusal_of_cases
from rules.refusal import Refusal
from storage import holds, letters, slots
from storage.database import Row, Transaction, as_moment, as_text
from storage.keys import new_code, new_id

CASE = "INSERT INTO booking_case VALUES (?, ?, ?, ?, ?, 'live')"
LIVE = "booking.state = 'booked' AND (booking.day > ? OR (booking.day = ? AND booking.hour >= ?))"


def book(
    tx: Transaction,
    office: Office,
    agent: Agent,
    chat: str,
    *,
    mode: Mode,
    kinds: Sequence[Kind],
    cases: Sequence[Number],
) -> Booking | Refusal:
    """Turn the hold of `chat` into a booking of `agent`, whose row is locked, with its confirmation in the box."""
    held = holds.of_chat(tx, chat)
    if held is None:
        return Refusal.HOLD_ENDED
    places = slots.lock(tx, office, held.slot)
    closed = slots.closed(tx)
    refusal = (
        holds.refusal_to_take(tx, office, agent, chat, held.slot, places=places, closed=closed)
        or _refusal_of_papers(office, agent, mode, kinds)
        or refusal_of_cases(office, cases, booked=cases_of(tx, agent, held.slot))
        or (Refusal.ALREADY_BOOKED if clashes(tx, office, agent, cases) else None)
    )
    if refusal is not None:
        return refusal
    booking = Booking(
        id=new_id(),
        code=new_code(),
        agent=agent.id,
        slot=held.slot,
        mode=mode,
        kinds=tuple(kinds),
        cases=tuple(cases),
        first_count=len(cases),
        cutoff=cutoff_of(office, held.slot.day, closed),
        version=1,
        notice=agent.notice,
    )
    _insert(tx, booking, chat)
    holds.release(tx, chat)
    letters.put(tx, "confirmation", f"{booking.id}:{booking.version}")
    return booking


def cancel(tx: Transaction, office: Office, agent: Agent, code: str) -> Booking | Refusal:
    """Cancel the booking `code` of `agent`, whose row is locked; its place is free, its old card void (§4(1))."""
    booking = find(tx, code, agent=agent.id)
    if booking is None:
        return Refusal.CANCELLED_ALREADY
    slots.lock(tx, office, booking.slot)
    refusal = refusal_to_change(booking, now=tx.now)
    if refusal is not None:
        return refusal
    cancelled = replace(booking, is_cancelled=True, version=booking.version + 1)
    tx.rows("UPDATE booking SET state = 'cancelled', version = ? WHERE id = ?", cancelled.version, booking.id)
    letters.put(tx, "cancellation", f"{cancelled.id}:{cancelled.version}")
    return cancelled


def cases_of(tx: Transaction, agent: Agent, slot: Slot) -> int:
    """Return how many cases `agent` has booked in `slot`."""
    row = tx.row(
        "SELECT COUNT(*) AS cases FROM booking JOIN booking_case ON booking_case.booking = booking.id"
        " WHERE booking.agent = ? AND booking.state = 'booked' AND booking.day = ? AND booking.hour = ?"
        " AND booking_case.state = 'live'",
        *(agent.id, slot.day.isoformat(), slot.hour),
    )
    assert row is not None
    return int(row["cases"])


def clashes(tx: Transaction, office: Office, agent: Agent, cases: Sequence[Number]) -> Sequence[tuple[Number, str]]:
    """Return which of `cases` stand in a live booking of `agent`, each with that booking's code (§3)."""
    found = []
    for case in cases:
        row = tx.row(
            "SELECT booking.code FROM booking_case JOIN booking ON booking.id = booking_case.booking"
            f" WHERE booking_case.comparable = ? AND booking_case.agent = ? AND booking_case.state = 'live' AND {LIVE}",
            *(case.comparable, agent.id),
            *_this_hour(tx, office),
        )
        if row is not None:
            found.append((case, str(row["code"])))
    return found


def live(tx: Transaction, office: Office, agent: Agent) -> Sequence[Booking]:
    """Return the bookings of `agent` whose hour has not ended, the next first."""
    rows = tx.rows(
        f"SELECT * FROM booking WHERE agent = ? AND {LIVE} ORDER BY day, hour, booked, id",
        *(agent.id, *_this_hour(tx, office)),
    )
    return [_booking(tx, row) for row in rows]


def latest(tx: Transaction, agent: Agent) -> Booking | None:
    """Return the booking that `agent` made last, whatever became of it: what "as last time" means."""
    row = tx.row("SELECT * FROM booking WHERE agent = ? ORDER BY booked DESC, id DESC LIMIT 1", agent.id)
    return None if row is None else _booking(tx, row)


def find(tx: Transaction, code: str, *, agent: str) -> Booking | None:
    """Return the booking with `code` if it is `agent`'s, else None: foreign and unknown are alike."""
    row = tx.row("SELECT * FROM booking WHERE code = ? AND agent = ?", code, agent)
    return None if row is None else _booking(tx, row)


def find_by_id(tx: Transaction, booking: str) -> Booking | None:
    """Return the booking whose id is `booking`, or None."""
    row = tx.row("SELECT * FROM booking WHERE id = ?", booking)
    return None if row is None else _booking(tx, row)


def _refusal_of_papers(office: Office, agent: Agent, mode: Mode, kinds: Sequence[Kind]) -> Refusal | None:
    if agent.certificate is None:
        return Refusal.CERTIFICATE_EXPIRED
    if agent.notice != office.notice:
        return Refusal.NOTICE_CHANGED
    return refusal_of_mode(office, agent.certificate, mode) or refusal_of_kinds(office, mode, kinds)


def _insert(tx: Transaction, booking: Booking, chat: str) -> None:
    tx.rows(
        "INSERT INTO booking VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'booked', ?, ?, ?, ?, NULL, ?)",
        *(booking.id, booking.code, booking.agent, chat),
        *(booking.slot.day.isoformat(), booking.slot.hour, booking.mode, " ".join(booking.kinds)),
        *(booking.first_count, as_text(booking.cutoff), booking.version, booking.notice, as_text(tx.now)),
    )
    for position, case in enumerate(booking.cases):
        tx.rows(CASE, booking.id, position, booking.agent, case.typed, case.comparable)


def _booking(tx: Transaction, row: Row) -> Booking:
    cases = tx.rows(
        "SELECT typed, comparable FROM booking_case WHERE booking = ? AND state = 'live' ORDER BY position", row["id"]
    )
    return Booking(
        id=row["id"],
        code=row["code"],
        agent=row["agent"],
        slot=Slot(date.fromisoformat(row["day"]), row["hour"]),
        mode=Mode(row["mode"]),
        kinds=tuple(map(Kind, row["kinds"].split())),
        cases=tuple(Number(case["typed"], case["comparable"]) for case in cases),
        first_count=row["first_count"],
        cutoff=as_moment(row["cutoff"]),
        version=row["version"],
        notice=row["notice"],
        is_cancelled=row["state"] == "cancelled",
    )


def _this_hour(tx: Transaction, office: Office) -> tuple[str, str, int]:
    """Return the values of LIVE: a booking lives until the end of its hour."""
    now = tx.now.astimezone(office.zone)
    return now.date().isoformat(), now.date().isoformat(), now.hour
