"""Correcting, dropping, filling up again, on both databases."""

from dataclasses import replace

import pytest

from rules.model import Booking, Number
from rules.refusal import Refusal
from storage import bookings, books, changes, postbag
from storage.changes import Earlier
from storage.database import Database
from tests.conftest import HandClock
from tests.factories import MINATO, YOKOHAMA, numbers, slot
from tests.storage.acts import booking, cancelling, coming, correcting

TUESDAY = slot("2026-12-01", 10)
A, B, C, D = numbers(4)


@pytest.fixture(autouse=True)
def _before_the_first_of_december(clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")


async def booked(db: Database, cases: tuple[Number, ...] = (A, B, C)) -> Booking:
    made = await db.run(booking("sato", TUESDAY, cases))
    assert isinstance(made, Booking)
    return made


async def test_a_number_is_corrected_and_the_version_rises(db: Database) -> None:
    made = await booked(db)
    corrected = await db.run(correcting("sato", made.code, (A, D, C)))
    assert corrected == replace(made, cases=(A, D, C), version=2)
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) == corrected
    assert await db.read(lambda tx: changes.before(tx, corrected)) == Earlier(TUESDAY, (A.typed, B.typed, C.typed))
    assert await db.read(lambda tx: changes.before(tx, made)) is None
    told = await db.run(lambda tx: postbag.claim(tx, "postman", most=9))
    assert sorted(letter.about for letter in told) == [f"confirmation:{made.id}:{n}" for n in (1, 2)]
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_dropped_ones_are_free_and_may_be_filled_up_again_to_the_first_count(db: Database) -> None:
    made = await booked(db)
    dropped = await db.run(correcting("sato", made.code, (B,)))
    assert isinstance(dropped, Booking)
    assert (dropped.cases, dropped.first_count) == ((B,), 3)
    elsewhere = await db.run(booking("sato", slot("2026-12-02"), (A,)))
    assert isinstance(elsewhere, Booking)
    assert await db.run(correcting("sato", made.code, (B, A), version=2)) is Refusal.ALREADY_BOOKED
    refilled = await db.run(correcting("sato", made.code, (B, C, D), version=2))
    assert isinstance(refilled, Booking)
    assert await db.run(correcting("sato", made.code, numbers(4, 2001), version=3)) is Refusal.COUNT_GROWS
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_an_office_may_let_nothing_be_filled_up_again(db: Database) -> None:
    made = await booked(db)
    assert isinstance(await db.run(correcting("sato", made.code, (B,))), Booking)
    assert not MINATO.refill
    strict = replace(YOKOHAMA, refill=False)
    refilled = await db.run(
        lambda tx: changes.correct(tx, strict, coming(tx, "sato"), made.code, (B, C), chat="web:sato", version=2)
    )
    assert refilled is Refusal.COUNT_GROWS


async def test_ten_cases_a_slot_count_over_all_bookings_in_it(db: Database) -> None:
    made = await booked(db, numbers(10))
    assert isinstance(await db.run(correcting("sato", made.code, numbers(2))), Booking)
    assert isinstance(await db.run(booking("sato", TUESDAY, numbers(8, 2001))), Booking)
    assert await db.run(correcting("sato", made.code, numbers(3), version=2)) is Refusal.TOO_MANY_CASES
    assert isinstance(await db.run(correcting("sato", made.code, numbers(2, 3001), version=2)), Booking)


async def test_until_the_cutoff_what_was_looked_at_and_only_ones_own(db: Database, clock: HandClock) -> None:
    made = await booked(db)
    assert await db.run(correcting("suzuki", made.code, (A,))) is Refusal.CANCELLED_ALREADY  # as an unknown one
    assert await db.run(correcting("sato", made.code, ())) is Refusal.NO_CASES
    assert await db.run(correcting("sato", made.code, made.cases)) is Refusal.UNCHANGED
    clock.set("2026-11-30 11:59:59")
    assert isinstance(await db.run(correcting("sato", made.code, (A, B))), Booking)
    assert await db.run(correcting("sato", made.code, (B, C))) is Refusal.CHANGED_SINCE  # of another chat, say
    clock.set("2026-11-30 12:00:00")
    assert await db.run(correcting("sato", made.code, (A,), version=2)) is Refusal.CUTOFF_PASSED
    clock.set("2026-11-30 11:00:00")
    assert await db.run(cancelling("sato", made.code)) is Refusal.CHANGED_SINCE
    assert isinstance(await db.run(cancelling("sato", made.code, version=2)), Booking)
    assert await db.run(correcting("sato", made.code, (A,), version=3)) is Refusal.CANCELLED_ALREADY
