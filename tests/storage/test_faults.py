"""The k-th SQL call of a booking fails, for every k: all of it is there, or nothing."""

from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from rules.model import Booking
from storage import bookings, books
from storage.database import Database, Transaction, Unavailable
from storage.files import opened
from storage.migrate import migrate
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.storage.acts import cancelling, coming, confirming, holding
from tests.storage.faults import Faults


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
        assert counted in [(0, 0, 0), (1, 3, 1)]
        if counted == (0, 0, 0):
            assert await hold_and_book(db)
        assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
        await db.close()
        if not has_fired:
            break
    assert k > 20


async def test_the_kth_fault_while_cancelling(tmp_path: Path, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    for k in count(1):
        faults = Faults()
        db = await opened(tmp_path / f"{k}.db", clock=clock, connect=faults.connect)
        await migrate(db)
        made = await hold_and_book(db)
        assert made is not None
        faults.arm(k)
        with suppress(Unavailable):
            await db.run(cancelling("sato", made.code))
        has_fired = faults.has_fired
        faults.arm(0)
        found = await db.read(partial(bookings.find_by_id, booking=made.id))
        assert found is not None
        assert (found.is_cancelled, found.version, await outcome(db, "letter")) in [(False, 1, (1,)), (True, 2, (2,))]
        assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
        await db.close()
        if not has_fired:
            break
    assert k > 5
