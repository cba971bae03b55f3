"""Moving a booking: one transaction, in which the old place is given up and the new one taken, or neither."""

from dataclasses import replace
from functools import partial

import pytest

from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage import agents, bookings, books, changes, postbag, slots
from storage.changes import Earlier
from storage.database import Database, Transaction
from storage.holds import Hold
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, numbers, slot
from tests.storage.acts import booking, cancelling, correcting, holding, holding_for, moving

TUESDAY, WEDNESDAY = slot("2026-12-01", 10), slot("2026-12-02", 13)


@pytest.fixture(autouse=True)
def _before_the_first_of_december(clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")


async def booked(db: Database, name: str = "sato", where: Slot = TUESDAY, first: int = 1001) -> Booking:
    made = await db.run(booking(name, where, numbers(2, first)))
    assert isinstance(made, Booking)
    return made


def to_the_third(tx: Transaction, made: Booking) -> Booking | Refusal:
    """Move `made` of sato, as its agent is stored, to the third of December."""
    who, wanted = agents.locked(tx, made.agent), slot("2026-12-03")
    return changes.move(tx, YOKOHAMA, who, "web:sato", made.code, wanted=wanted, version=1)


async def places_left(db: Database, *wanted: Slot) -> list[int]:
    left = await db.read(lambda tx: slots.left(tx, YOKOHAMA, [s.day for s in wanted], agent="nobody"))
    return [left[slot] for slot in wanted]


async def test_the_code_stays_and_the_old_place_is_free(db: Database) -> None:
    made = await booked(db)
    held = await db.run(holding_for("sato", made, WEDNESDAY))
    assert held == Hold(WEDNESDAY, at("2026-11-26 10:10:00"), at("2026-12-01 12:00:00"))
    assert await places_left(db, TUESDAY, WEDNESDAY) == [9, 9]  # both, until it is decided
    moved = await db.run(moving("sato", made.code))
    assert moved == replace(made, slot=WEDNESDAY, version=2, cutoff=at("2026-12-01 12:00:00"))
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) == moved
    assert await db.read(lambda tx: changes.before(tx, moved)) == Earlier(TUESDAY, ("東永P1001", "東永P1002"))
    assert await places_left(db, TUESDAY, WEDNESDAY) == [10, 9]
    told = await db.run(lambda tx: postbag.claim(tx, "postman", most=9))
    assert sorted(letter.about for letter in told) == [f"confirmation:{made.id}:{n}" for n in (1, 2)]
    assert await db.run(moving("sato", made.code, version=2)) is Refusal.HOLD_ENDED  # pressed twice
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_where_the_new_slot_is_full_the_old_booking_stands(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-02', 13, 1)"))
    made = await booked(db)
    assert isinstance(await db.run(holding("tanaka", WEDNESDAY)), Hold)
    assert await db.run(holding_for("sato", made, WEDNESDAY)) is Refusal.SLOT_FULL
    clock.forward(minutes=10)
    assert isinstance(await db.run(holding_for("sato", made, WEDNESDAY)), Hold)
    clock.forward(minutes=10)  # sato's hold has ended, and somebody else takes the place
    assert isinstance(await db.run(holding("tanaka", WEDNESDAY)), Hold)
    assert await db.run(moving("sato", made.code)) is Refusal.HOLD_ENDED
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) == made


async def test_three_slots_can_be_moved_about_but_not_become_four(db: Database) -> None:
    made = [await booked(db, where=slot("2026-12-01", hour), first=hour * 10) for hour in (9, 10, 11)]
    assert await db.run(holding("sato", WEDNESDAY)) is Refusal.ALL_SLOTS_HELD
    assert isinstance(await db.run(holding_for("sato", made[0], WEDNESDAY)), Hold)
    assert await db.run(holding("sato", slot("2026-12-02", 9))) is Refusal.ALL_SLOTS_HELD
    assert isinstance(await db.run(moving("sato", made[0].code)), Booking)
    assert isinstance(await db.run(holding_for("sato", made[1], WEDNESDAY)), Hold)  # the same visit
    assert isinstance(await db.run(moving("sato", made[1].code)), Booking)
    assert isinstance(await db.run(holding("sato", slot("2026-12-02", 9))), Hold)
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_what_is_being_booked_in_the_same_chat_counts_against_a_move(db: Database) -> None:
    made = [
        await booked(db, where=slot("2026-12-01", hour), first=hour * 10 + n) for n, hour in ((0, 9), (5, 9), (0, 10))
    ]
    assert isinstance(await db.run(holding("sato", slot("2026-12-02", 9))), Hold)  # the third slot
    assert await db.run(holding_for("sato", made[0], WEDNESDAY)) is Refusal.ALL_SLOTS_HELD  # for the first is kept
    assert isinstance(await db.run(holding_for("sato", made[2], WEDNESDAY)), Hold)


async def test_it_moves_to_what_was_looked_at_and_nowhere_else(db: Database) -> None:
    made = await booked(db)
    assert isinstance(await db.run(holding_for("sato", made, WEDNESDAY)), Hold)
    assert await db.run(partial(to_the_third, made=made)) is Refusal.HOLD_ENDED


async def test_a_hold_of_a_move_leaves_what_is_being_booked_alone(db: Database) -> None:
    made = [await booked(db, where=slot("2026-12-01", hour), first=hour * 10) for hour in (9, 10)]
    assert isinstance(await db.run(holding("sato", slot("2026-12-02", 9))), Hold)
    assert isinstance(await db.run(holding_for("sato", made[0], WEDNESDAY)), Hold)
    assert isinstance(await db.run(booking("sato", slot("2026-12-02", 9), numbers(1, 500))), Booking)
    assert isinstance(await db.run(moving("sato", made[0].code)), Booking)
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_a_booking_holds_one_other_place_wherever_it_was_asked_for_last(db: Database) -> None:
    made = await booked(db)
    for n, hour in enumerate((9, 10, 11)):
        assert isinstance(await db.run(holding_for("sato", made, slot("2026-12-02", hour), f"web:{n}")), Hold)
    assert await places_left(db, *(slot("2026-12-02", hour) for hour in (9, 10, 11))) == [10, 10, 9]
    assert await db.run(moving("sato", made.code, chat="web:0")) is Refusal.HOLD_ENDED
    moved = await db.run(moving("sato", made.code, chat="web:2"))
    assert isinstance(moved, Booking)
    assert moved.slot == slot("2026-12-02", 11)


async def test_ten_cases_a_slot_and_only_what_could_be_booked(db: Database) -> None:
    made = await booked(db)
    assert isinstance(await db.run(booking("sato", WEDNESDAY, numbers(9, 5001))), Booking)
    assert await db.run(holding_for("sato", made, WEDNESDAY)) is Refusal.TOO_MANY_CASES
    assert isinstance(await db.run(holding_for("sato", made, TUESDAY)), Hold)
    assert await db.run(moving("sato", made.code)) is Refusal.SAME_SLOT
    assert isinstance(await db.run(holding_for("sato", made, slot("2026-12-03"))), Hold)
    await db.run(lambda tx: tx.rows("INSERT INTO closure VALUES ('2026-12-03', 'typhoon')"))
    assert await db.run(moving("sato", made.code)) is Refusal.DAY_NOT_OFFERED
    await db.run(lambda tx: tx.rows("UPDATE agent SET suspended_until = '2026-12-31'"))
    assert await db.run(partial(to_the_third, made=made)) is Refusal.SUSPENDED  # no new booking, and this would be one
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) == made


async def test_a_hold_of_a_move_ends_with_the_old_cutoff(db: Database, clock: HandClock) -> None:
    made = await booked(db)
    clock.set("2026-11-30 11:55:00")
    held = await db.run(holding_for("sato", made, WEDNESDAY))
    assert held == Hold(WEDNESDAY, at("2026-11-30 12:00:00"), at("2026-12-01 12:00:00"))
    clock.set("2026-11-30 12:00:00")
    assert await db.run(moving("sato", made.code)) is Refusal.CUTOFF_PASSED
    clock.set("2026-11-30 11:59:59")
    assert isinstance(await db.run(moving("sato", made.code)), Booking)


async def test_what_became_another_meanwhile_is_looked_at_again(db: Database) -> None:
    made = await booked(db)
    assert isinstance(await db.run(holding_for("sato", made, WEDNESDAY)), Hold)
    assert isinstance(await db.run(correcting("sato", made.code, numbers(1))), Booking)
    assert await db.run(moving("sato", made.code)) is Refusal.CHANGED_SINCE
    assert await places_left(db, WEDNESDAY) == [10]  # its hold went with the version
    assert isinstance(await db.run(cancelling("sato", made.code, version=2)), Booking)
    assert await db.run(moving("sato", made.code, version=3)) is Refusal.CANCELLED_ALREADY
    assert await db.run(moving("suzuki", made.code)) is Refusal.CANCELLED_ALREADY  # as an unknown one
