"""Bookings: made from a hold, and found again."""

from collections.abc import Sequence
from datetime import date

from rules.cutoff import cutoff_after_closure
from rules.eligibility import refusal_of_certified_mode, refusal_of_kinds
from rules.model import Agent, Booking, Kind, Mode, Number, Office, Slot
from rules.notice import in_force
from rules.quota import refusal_of_cases
from rules.refusal import Refusal
from storage import holds, letters, numbers, reminders, slots
from storage.database import Row, Transaction, as_moment, as_text
from storage.keys import new_code, new_id
from storage.numbers import LIVE, this_hour


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
        or _refusal_of_papers(tx, office, agent, mode, kinds)
        or refusal_of_cases(office, cases, booked=numbers.count_in(tx, agent, held.slot))
        or (Refusal.ALREADY_BOOKED if numbers.clashes(tx, office, agent, cases) else None)
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
        cutoff=cutoff_after_closure(held.cutoff, office, held.slot.day, closed),
        version=1,
        notice=agent.notice,
        chat=chat,
    )
    holds.release(tx, chat)
    return put(tx, office, booking)


def put(tx: Transaction, office: Office, booking: Booking) -> Booking:
    """Write `booking`, whose slot is locked, for the first time, with its letters; return it."""
    tx.rows(
        "INSERT INTO booking (id, code, agent, chat, day, hour, mode, kinds, state, first_count, cutoff, version,"
        " notice, beyond, booked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'booked', ?, ?, ?, ?, ?, ?)",
        *(booking.id, booking.code, booking.agent, booking.chat),
        *(booking.slot.day.isoformat(), booking.slot.hour, booking.mode, " ".join(booking.kinds)),
        *(booking.first_count, as_text(booking.cutoff), booking.version, booking.notice),
        *(booking.beyond or None, as_text(tx.now)),
    )
    numbers.put(tx, booking)
    letters.confirm(tx, "confirmation", f"{booking.id}:{booking.version}", booking.chat)
    reminders.put(tx, office, booking)
    return booking


def live(tx: Transaction, office: Office, agent: Agent) -> Sequence[Booking]:
    """Return the bookings of `agent` whose hour has not ended, the next first."""
    rows = tx.rows(
        f"SELECT * FROM booking WHERE agent = ? AND {LIVE} ORDER BY day, hour, booked, id",
        *(agent.id, *this_hour(tx, office)),
    )
    return [_booking(tx, row) for row in rows]


def past(tx: Transaction, office: Office, agent: Agent) -> Sequence[Booking]:
    """Return the bookings of `agent` that are over or cancelled, the latest first."""
    rows = tx.rows(
        f"SELECT * FROM booking WHERE agent = ? AND NOT ({LIVE}) ORDER BY day DESC, hour DESC, booked DESC, id",
        *(agent.id, *this_hour(tx, office)),
    )
    return [_booking(tx, row) for row in rows]


def on_day(tx: Transaction, agent: str, day: date) -> Sequence[Booking]:
    """Return the bookings of the agent with the id `agent` on `day` that stand, by hour."""
    rows = tx.rows(
        "SELECT * FROM booking WHERE agent = ? AND state = 'booked' AND day = ? ORDER BY hour, booked, id",
        *(agent, day.isoformat()),
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


def from_row(row: Row, cases: tuple[Number, ...]) -> Booking:
    """Return the booking that `row` is, with its `cases`."""
    return Booking(
        id=row["id"],
        code=row["code"],
        agent=row["agent"],
        slot=Slot(date.fromisoformat(row["day"]), row["hour"]),
        mode=Mode(row["mode"]),
        kinds=tuple(map(Kind, row["kinds"].split())),
        cases=cases,
        first_count=row["first_count"],
        cutoff=as_moment(row["cutoff"]),
        version=row["version"],
        notice=row["notice"],
        chat=row["chat"],
        is_cancelled=row["state"] == "cancelled",
        rebook_until=as_moment(row["rebook_until"]) if row["rebook_until"] else None,
        beyond=row["beyond"] or "",
    )


def by_code(tx: Transaction, code: str) -> Booking | None:
    """Return the booking with `code`, whosever it is, or None: for staff alone."""
    row = tx.row("SELECT * FROM booking WHERE code = ?", code)
    return None if row is None else _booking(tx, row)


def is_made_late(tx: Transaction, booking: Booking) -> bool:
    """Return whether `booking` was made by staff when its cutoff had passed: its agent could never cancel it."""
    row = tx.row("SELECT booked FROM booking WHERE id = ?", booking.id)
    return row is not None and as_moment(row["booked"]) >= booking.cutoff


def _refusal_of_papers(
    tx: Transaction, office: Office, agent: Agent, mode: Mode, kinds: Sequence[Kind]
) -> Refusal | None:
    if agent.notice != in_force(office, today=tx.now.astimezone(office.zone).date()):
        return Refusal.NOTICE_CHANGED
    return refusal_of_certified_mode(office, agent, mode) or refusal_of_kinds(office, mode, kinds)


def _booking(tx: Transaction, row: Row) -> Booking:
    return from_row(row, numbers.of(tx, row["id"]))
