"""The k-th SQL call of a booking, or of a change of it, fails, for every k: all of it is there, or nothing."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from rules.model import Booking
from rules.reminders import Reminder
from storage import bookings, books
from storage.database import Database, Transaction, Unavailable
from storage.files import opened
from storage.migrate import migrate
from storage.reminders import Visits
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, numbers, slot
from tests.storage.acts import cancelling, coming, confirming, correcting, holding, holding_for, moving
from tests.storage.faults import Faults

Act = Callable[[Database, Booking], Awaitable[None]]


async def outcome(db: Database, tables: str) -> tuple[int, ...]:
    def counted(tx: Transaction) -> tuple[int, ...]:
        found = [tx.row(f"SELECT COUNT(*) AS rows FROM {table}") for table in tables.split()]
        return tuple(row["rows"] for row in found if row)

    return await db.read(counted)


async def hold_and_book(db: Database) -> Booking | None:
    await db.run(holding("sato", slot("2026-12-01")))
    made = await db.run(confirming("sato", numbers(3)))
    return made if isinstance(made, Booking) else None


async def test_the_kth_fault_while_holding_and_booking(tmp_path: Path, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    for k in count(1):
        faults = Faults()
        db = await opened(tmp_path / f"{k}.db", clock=clock, connect=faults.connect)
        await migrate(db)
        await db.run(lambda tx: coming(tx, "sato").id)
        faults.arm(k)
        with suppress(Unavailable):
            await hold_and_book(db)
        has_fired = faults.has_fired
        faults.arm(0)
        counted = await outcome(db, "booking booking_case letter")
        assert counted in [(0, 0, 0), (1, 3, 7)]
        if counted == (0, 0, 0):
            assert await hold_and_book(db)
        assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
        await db.close()
        if not has_fired:
            break
    assert k > 20


async def hold_another(db: Database, made: Booking) -> None:
    await db.run(holding_for("sato", made, slot("2026-12-02")))


async def correct(db: Database, made: Booking) -> None:
    await db.run(correcting("sato", made.code, numbers(3, 2001)))


async def drop(db: Database, made: Booking) -> None:
    await db.run(correcting("sato", made.code, made.cases[:1]))


async def move(db: Database, made: Booking) -> None:
    await hold_another(db, made)
    await db.run(moving("sato", made.code))


async def cancel(db: Database, made: Booking) -> None:
    await db.run(cancelling("sato", made.code))


@pytest.mark.parametrize(
    ("act", "changed", "letter"),
    [
        (correct, {"cases": numbers(3, 2001)}, "confirmation"),
        (drop, {"cases": numbers(1)}, "confirmation"),
        (move, {"slot": slot("2026-12-02"), "cutoff": at("2026-12-01 12:00:00")}, "confirmation"),
        (cancel, {"is_cancelled": True}, "cancellation"),
    ],
)
async def test_the_kth_fault_while_changing(
    tmp_path: Path, clock: HandClock, act: Act, changed: dict[str, Any], letter: str
) -> None:
    """Exactly one booking stands, as it was or as it is to be; of a cancelled one none; and just its letters."""
    clock.set("2026-11-26 10:00:00")
    for k in count(1):
        faults = Faults()
        db = await opened(tmp_path / f"{k}.db", clock=clock, connect=faults.connect)
        await migrate(db)
        made = await hold_and_book(db)
        assert made is not None
        faults.arm(k)
        with suppress(Unavailable):
            await act(db, made)
        has_fired = faults.has_fired
        faults.arm(0)
        then = replace(made, version=2, **changed)
        told = [f"confirmation:{made.id}:1"]
        as_it_was = (made, told, reminders_of(made))
        to_be = (then, [*told, f"{letter}:{made.id}:2"], reminders_of(then))
        assert await standing(db, made) in (as_it_was, to_be)
        if (await standing(db, made)) == as_it_was:  # it can be done once more
            await act(db, made)
        assert await standing(db, made) == to_be
        assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
        await db.close()
        if not has_fired:
            break
    assert k > 8


def reminders_of(booking: Booking) -> set[str]:
    """Return what the reminders are about that belong to `booking`: none where it is cancelled."""
    if booking.is_cancelled:
        return set()
    return {f"{reminder}:{Visits.of(booking).subject}{chat}" for reminder in Reminder for chat in ("", "@chat")}


async def standing(db: Database, made: Booking) -> tuple[Booking | None, list[str], set[str]]:
    """Return the booking as it stands, what it was told of, and what it will be reminded of."""
    found = await db.read(partial(bookings.find_by_id, booking=made.id))
    rows = await db.read(lambda tx: tx.rows("SELECT kind, about FROM letter WHERE state = 'pending'"))
    told = [row["about"] for row in rows if row["kind"] not in set(Reminder)]
    reminders = {row["about"] for row in rows if row["kind"] in set(Reminder)}
    return found, sorted(told, key=lambda about: about[-1]), reminders
