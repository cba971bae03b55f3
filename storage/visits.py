"""Visits at the counter: what an agent has booked in a slot, and what was recorded of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rules.model import Agent, Booking, Number, Office, Paper, Slot
from rules.visits import Case, Outcome, Result, Visit
from storage import agents, bookings, slots, strikes
from storage.database import Row, Transaction, as_moment, as_text


def on(tx: Transaction, day: date) -> Sequence[Visit]:
    """Return the visits of `day` that stand, by hour and name; in a handful of statements, however many they are."""
    cases: defaultdict[str, list[Number]] = defaultdict(list)
    for row in tx.rows(
        "SELECT booking_case.* FROM booking_case JOIN booking ON booking.id = booking_case.booking"
        " WHERE booking.day = ? ORDER BY booking, position",
        day.isoformat(),
    ):
        cases[row["booking"]].append(Number(row["typed"], row["comparable"]))
    found: defaultdict[tuple[str, int], list[Booking]] = defaultdict(list)
    for row in tx.rows("SELECT * FROM booking WHERE day = ? AND state = 'booked' ORDER BY booked, id", day.isoformat()):
        found[row["agent"], row["hour"]].append(bookings.from_row(row, tuple(cases[row["id"]])))
    who = {agent.id: agent for agent in agents.booked_on(tx, day)}
    made = _recorded(tx, day, (Visit(who[agent], Slot(day, hour), tuple(of)) for (agent, hour), of in found.items()))
    return sorted(made, key=lambda visit: (visit.slot, visit.agent.name, visit.agent.id))


def days_to_come(tx: Transaction, today: date, *, most: int) -> Sequence[date]:
    """Return the days after `today` for which somebody has booked, the next ones."""
    rows = tx.rows(
        "SELECT DISTINCT day FROM booking WHERE day > ? AND state = 'booked' ORDER BY day LIMIT ?",
        *(today.isoformat(), most),
    )
    return [date.fromisoformat(row["day"]) for row in rows]


def mark(tx: Transaction, day: date) -> tuple[int, int, int]:
    """Return numbers that are others whenever a visit of `day` was booked, changed or cancelled."""
    row = tx.row(
        "SELECT COUNT(*) AS bookings, COALESCE(SUM(version), 0) AS changes,"
        " COUNT(CASE WHEN state = 'booked' THEN 1 END) AS standing FROM booking WHERE day = ?",
        day.isoformat(),
    )
    assert row is not None
    return int(row["bookings"]), int(row["changes"]), int(row["standing"])


def as_recorded(tx: Transaction, day: date, known: Sequence[Visit]) -> Sequence[Visit]:
    """Return the visits `known` of `day`, as they were booked, with what was recorded of them since."""
    rows = tx.rows("SELECT agent, hour, version FROM visit WHERE day = ?", day.isoformat())
    versions = {(row["agent"], row["hour"]): row["version"] for row in rows}
    return [
        visit
        if versions.get((visit.agent.id, visit.slot.hour), 0) == visit.version
        else _recorded(tx, day, [visit], agent=visit.agent)[0]
        for visit in known
    ]


def of_booking(tx: Transaction, booking: Booking) -> Visit:
    """Return the visit that `booking` is part of; of a cancelled one, that booking alone."""
    agent, slot = agents.find(tx, booking.agent), booking.slot
    on = () if booking.is_cancelled else bookings.on_day(tx, agent.id, slot.day)
    others = [other for other in on if other.slot == slot]
    (found,) = _recorded(tx, slot.day, [Visit(agent, slot, tuple(others) or (booking,))], agent=agent)
    return found


def of_agent(tx: Transaction, agent: str, day: date) -> Sequence[Visit]:
    """Return the visits of the agent with the id `agent` on `day` that stand, by hour."""
    first = {booking.slot: booking for booking in reversed(bookings.on_day(tx, agent, day))}
    return [of_booking(tx, first[slot]) for slot in sorted(first)]


def locked(tx: Transaction, office: Office, code: str) -> Visit | None:
    """Return the visit of the booking `code`, locked with its slot until the end of the turn, or None."""
    booking = bookings.by_code(tx, code)
    if booking is None:
        return None
    tx.lock("agent", booking.agent)
    booking = bookings.by_code(tx, code) or booking  # as it is once nobody else can move it
    slots.lock(tx, office, booking.slot)
    tx.rows(
        "INSERT INTO visit VALUES (?, ?, ?, 0, NULL, '', 0, 0)"
        " ON CONFLICT (agent, day, hour) DO UPDATE SET version = visit.version",
        *_key(booking.agent, booking.slot),
    )
    stands = bookings.by_code(tx, code)
    return of_booking(tx, stands) if stands is not None else None


def save(tx: Transaction, visit: Visit) -> Visit:
    """Remember `visit`, whose row is locked, as it stands now; its version rises. Return it so."""
    tx.rows(
        "UPDATE visit SET version = ?, arrived = ?, exception = ?, is_late_told = ?, is_absent = ?"
        " WHERE agent = ? AND day = ? AND hour = ?",
        *(visit.version + 1, as_text(visit.arrived) if visit.arrived else None, visit.exception),
        *(int(visit.is_late_told), int(visit.is_absent), *_key(visit.agent.id, visit.slot)),
    )
    for booking in visit.bookings:
        tx.rows("DELETE FROM outcome WHERE booking = ?", booking.id)
    for (booking_id, comparable), result in visit.results.items():
        tx.rows("INSERT INTO outcome VALUES (?, ?, ?, ?)", booking_id, comparable, result.outcome, result.missing)
    return replace(visit, version=visit.version + 1)


def touch(tx: Transaction, agent: Agent, slot: Slot) -> None:
    """Let the version of the visit of `agent` in `slot` rise, where something was done with it."""
    tx.rows("UPDATE visit SET version = version + 1 WHERE agent = ? AND day = ? AND hour = ?", *_key(agent.id, slot))


def waiting(tx: Transaction, office: Office) -> Sequence[Visit]:
    """Return past visits without an outcome, the oldest first: staff record what became of them (§6(4))."""
    now = tx.now.astimezone(office.zone)
    rows = tx.rows(
        "SELECT DISTINCT booking.day FROM booking LEFT JOIN visit ON visit.agent = booking.agent"
        " AND visit.day = booking.day AND visit.hour = booking.hour"
        " WHERE booking.day >= ? AND booking.day <= ? AND booking.state = 'booked' AND COALESCE(visit.is_absent, 0) = 0"
        " AND EXISTS (SELECT 1 FROM booking_case WHERE booking_case.booking = booking.id AND NOT EXISTS"
        " (SELECT 1 FROM outcome WHERE outcome.booking = booking.id AND outcome.comparable = booking_case.comparable))"
        " ORDER BY booking.day",
        *((now.date() - office.erase_after).isoformat(), now.date().isoformat()),
    )
    days = [date.fromisoformat(row["day"]) for row in rows]
    return [visit for day in days for visit in on(tx, day) if visit.slot.is_over(office, now=now) and not visit.is_done]


def strike(tx: Transaction, visit: Visit, reason: str) -> None:
    """Record a strike of `visit`: one a visit, never a case, also where it was cancelled and booked anew (§6(4))."""
    known = tx.row(
        "SELECT 1 FROM strike JOIN booking ON booking.id = strike.booking"
        " WHERE booking.agent = ? AND booking.day = ? AND booking.hour = ?",
        *_key(visit.agent.id, visit.slot),
    )
    if known is None:
        strikes.put(tx, visit.agent, visit.bookings[0].id, visit.slot.day, reason)


def lift_strike(tx: Transaction, visit: Visit) -> None:
    """Take back the strike of `visit`, where there is one."""
    for booking in visit.bookings:
        strikes.lift(tx, booking.id)


def _recorded(tx: Transaction, day: date, made: Iterable[Visit], *, agent: Agent | None = None) -> Sequence[Visit]:
    """Return the visits `made` of bookings, with what was recorded of them."""
    whose, who = ("", ()) if agent is None else (" AND agent = ?", (agent.id,))
    rows = tx.rows(f"SELECT * FROM visit WHERE day = ?{whose}", day.isoformat(), *who)
    known = {(row["agent"], row["hour"]): row for row in rows}
    results = {
        (row["booking"], row["comparable"]): Result(
            Outcome(row["outcome"]), Paper(row["missing"]) if row["missing"] else None
        )
        for row in tx.rows(
            "SELECT outcome.* FROM outcome JOIN booking ON booking.id = outcome.booking WHERE booking.day = ?"
            + whose.replace("agent", "booking.agent"),
            *(day.isoformat(), *who),
        )
    }
    return [_visit(visit, known.get((visit.agent.id, visit.slot.hour)), results) for visit in made]


def _visit(visit: Visit, row: Row | None, results: Mapping[Case, Result]) -> Visit:
    if row is None:
        return visit
    return replace(
        visit,
        version=row["version"],
        arrived=as_moment(row["arrived"]) if row["arrived"] else None,
        exception=row["exception"],
        is_late_told=bool(row["is_late_told"]),
        is_absent=bool(row["is_absent"]),
        results={case: results[case] for case in visit.cases if case in results},
    )


def _key(agent: str, slot: Slot) -> tuple[str, str, int]:
    return agent, slot.day.isoformat(), slot.hour
