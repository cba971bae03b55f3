"""Twenty agents move at once, through slots that are full: no place is lost, none sold twice, nobody waits for ever."""

import asyncio
from functools import partial

import pytest

from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage import bookings, books, slots
from storage.database import Database, Transaction
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.storage.acts import booking, holding_for, moving


def with_places(tx: Transaction, slot: Slot, places: int) -> None:
    tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, ?, ?)", slot.day.isoformat(), slot.hour, places)


async def booked(db: Database, name: str, where: Slot) -> Booking:
    made = await db.run(booking(name, where, numbers(2)))
    assert isinstance(made, Booking)
    return made


@pytest.mark.parametrize("spare", [0, 1])
async def test_twenty_agents_move_in_a_circle_through_full_slots(db: Database, clock: HandClock, spare: int) -> None:
    """Five agents in each of four slots, in both directions, with no place to spare, and with one in each."""
    clock.set("2026-11-26 10:00:00")
    around = [slot("2026-12-01", hour) for hour in (9, 10, 11, 13)]
    for where in around:
        await db.run(partial(with_places, slot=where, places=5 + spare))
    made = [await booked(db, f"agent{n}", around[n % 4]) for n in range(20)]

    async def around_the_circle(n: int) -> int:
        moves, mine = 0, made[n]
        for step in range(1, 9):
            wanted = around[(n + (step if n % 2 else -step)) % 4]
            held = await db.run(holding_for(f"agent{n}", mine, wanted))
            outcome = await db.run(moving(f"agent{n}", mine.code, version=mine.version))
            if isinstance(outcome, Booking):
                moves, mine = moves + 1, outcome
            else:
                assert held is Refusal.SLOT_FULL or outcome is Refusal.SAME_SLOT, (held, outcome)
        return moves

    moves = await asyncio.wait_for(asyncio.gather(*(around_the_circle(n) for n in range(20))), 60)
    assert sum(moves) >= 20 if spare else sum(moves) == 0
    found = [await db.read(lambda tx, b=b: bookings.find_by_id(tx, b.id)) for b in made]  # type: ignore[misc]
    assert [b.version for b in found if b] == [1 + n for n in moves]
    assert all(b and b.cases == was.cases and not b.is_cancelled for b, was in zip(found, made, strict=True))
    counted = await db.read(lambda tx: slots.left(tx, YOKOHAMA, [around[0].day], agent="nobody"))
    left = [counted[where] for where in around]
    assert (sum(left), min(left) >= 0) == (4 * spare, True)
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
