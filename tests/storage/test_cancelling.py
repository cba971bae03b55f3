"""Cancelling, on both databases."""

import asyncio

import pytest

from rules.model import Booking
from rules.refusal import Refusal
from rules.reminders import Reminder
from storage import bookings, books, postbag, slots
from storage.database import Database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, day, numbers, slot
from tests.storage.acts import booking, cancelling

TUESDAY = slot("2026-12-01", 10)


@pytest.fixture(autouse=True)
def _before_the_first_of_december(clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")


async def booked(db: Database) -> Booking:
    made = await db.run(booking("sato", TUESDAY, numbers(2)))
    assert isinstance(made, Booking)
    return made


async def test_the_place_is_free_and_the_old_card_void(db: Database) -> None:
    made = await booked(db)
    gone = await db.run(cancelling("sato", made.code))
    assert isinstance(gone, Booking)
    assert (gone.is_cancelled, gone.version, gone.cases) == (True, 2, made.cases)
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) == gone
    left = await db.read(lambda tx: slots.left(tx, YOKOHAMA, [day("2026-12-01")], agent="nobody"))
    assert left[TUESDAY] == YOKOHAMA.places
    assert isinstance(await db.run(booking("sato", TUESDAY, numbers(2))), Booking)  # the numbers are free, too
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_until_the_cutoff_once_and_only_ones_own(db: Database, clock: HandClock) -> None:
    made = await booked(db)
    assert await db.run(cancelling("suzuki", made.code)) is Refusal.CANCELLED_ALREADY  # as an unknown one
    clock.set("2026-11-30 12:00:00")
    assert await db.run(cancelling("sato", made.code)) is Refusal.CUTOFF_PASSED
    clock.set("2026-11-30 11:59:59")
    outcomes = await asyncio.gather(*(db.run(cancelling("sato", made.code)) for _ in range(8)))
    assert sum(isinstance(outcome, Booking) for outcome in outcomes) == 1
    assert outcomes.count(Refusal.CANCELLED_ALREADY) == 7
    told = await db.run(lambda tx: postbag.claim(tx, "postman", most=9))
    about = sorted(letter.about for letter in told if letter.kind not in set(Reminder))
    assert about == [f"cancellation:{made.id}:2", f"confirmation:{made.id}:1"]


async def test_the_books_name_one_that_nobody_was_told_of(db: Database) -> None:
    made = await booked(db)
    await db.run(lambda tx: tx.rows("UPDATE booking SET state = 'cancelled'"))
    found = await db.read(lambda tx: books.check(tx, YOKOHAMA))
    assert found.wrong == (f"letter: {made.code} version 1 is cancelled, and nobody was told",)
