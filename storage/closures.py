"""Places of a slot as staff set them, and closures: of whole days, and of slots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rules.closing import Closing, is_closed_by
from rules.model import Office, Slot
from rules.visits import Visit
from storage import changes, slots, visits
from storage.database import Transaction, as_text


@dataclass(frozen=True, slots=True)
class Closure:
    """What is closed: the whole of `day`, or its `hour`; told with the `reason`."""

    day: date
    hour: int | None
    reason: str


def set_places(tx: Transaction, slot: Slot, places: int) -> None:
    """Let `slot`, whose row is locked, have so many places."""
    tx.rows("UPDATE slot SET places = ? WHERE day = ? AND hour = ?", places, slot.day.isoformat(), slot.hour)


def standing(tx: Transaction, today: date) -> Sequence[Closure]:
    """Return what is closed from `today` on, in order."""
    days = tx.rows("SELECT day, reason FROM closure WHERE day >= ? ORDER BY day", today.isoformat())
    hours = tx.rows(
        "SELECT day, hour, closed FROM slot WHERE day >= ? AND closed IS NOT NULL ORDER BY day, hour",
        today.isoformat(),
    )
    return [
        *(Closure(date.fromisoformat(row["day"]), None, row["reason"]) for row in days),
        *(Closure(date.fromisoformat(row["day"]), row["hour"], row["closed"]) for row in hours),
    ]


def hit(tx: Transaction, office: Office, closing: Closing) -> Sequence[Visit]:
    """Return the visits that cannot be kept if `closing` is done."""
    return [
        visit
        for day in closing.days
        for visit in visits.on(tx, day)
        if is_closed_by(office, closing, visit, now=tx.now)
    ]


def close(tx: Transaction, office: Office, closing: Closing) -> Sequence[Visit]:
    """Close it, and cancel the visits in it, whose agents are told and may choose again; return these visits."""
    for agent in sorted({visit.agent.id for visit in hit(tx, office, closing)}):
        tx.lock("agent", agent)  # before the slots: what they are booking beside it is committed, with its reminders
    _locked(tx, office, closing.slots(office))
    gone = hit(tx, office, closing)
    for day in closing.days if not closing.hours else ():
        tx.rows("INSERT INTO closure VALUES (?, ?) ON CONFLICT (day) DO NOTHING", day.isoformat(), closing.reason)
    for slot in closing.slots(office) if closing.hours else ():
        tx.rows(
            "UPDATE slot SET closed = ? WHERE day = ? AND hour = ? AND closed IS NULL",
            *(closing.reason, slot.day.isoformat(), slot.hour),
        )
    for slot in closing.slots(office):
        tx.rows("DELETE FROM hold WHERE day = ? AND hour = ?", slot.day.isoformat(), slot.hour)
    for visit in gone:
        cancel(tx, office, visit)
    return gone


def cancel(tx: Transaction, office: Office, visit: Visit) -> None:
    """Cancel `visit`, whose slot is locked and closed: its agent is told, and may choose again."""
    for booking in visit.bookings:
        changes.cancel_by_closure(tx, booking, until=tx.now + office.rebook)


def reopen(tx: Transaction, office: Office, day: date, hour: int | None) -> bool:
    """Open the whole of `day` again, or its `hour`; return whether it was closed. What was cancelled stays so."""
    if hour is not None:
        _locked(tx, office, [Slot(day, hour)])
        sql = "UPDATE slot SET closed = NULL WHERE day = ? AND hour = ? AND closed IS NOT NULL RETURNING day"
        return bool(tx.rows(sql, day.isoformat(), hour))
    _locked(tx, office, Closing(day, day).slots(office))
    return bool(tx.rows("DELETE FROM closure WHERE day = ? RETURNING day", day.isoformat()))


def reason(tx: Transaction, slot: Slot) -> str:
    """Return why `slot` is closed, or nothing: it is open."""
    row = tx.row(
        "SELECT reason FROM closure WHERE day = ? UNION ALL"
        " SELECT closed FROM slot WHERE day = ? AND hour = ? AND closed IS NOT NULL",
        *(slot.day.isoformat(), slot.day.isoformat(), slot.hour),
    )
    return row["reason"] if row else ""


def rebookable(tx: Transaction, agent: str, day: date, until: datetime) -> Sequence[str]:
    """Return the ids of the bookings of `agent` on `day` that were closed with one closing, and not chosen again."""
    rows = tx.rows(
        "SELECT id FROM booking WHERE agent = ? AND state = 'cancelled' AND day = ? AND rebook_until = ?"
        " ORDER BY hour, booked, id",
        *(agent, day.isoformat(), as_text(until)),
    )
    return [row["id"] for row in rows]


def _locked(tx: Transaction, office: Office, wanted: Iterable[Slot]) -> None:
    """Lock the slots `wanted`, in their order."""
    for slot in sorted(wanted):
        slots.lock(tx, office, slot)
