"""Rows corrupted by hand are found and named."""

from functools import partial

import pytest

from rules.model import Booking
from storage import books
from storage.database import Database, Transaction
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.storage.acts import booking

BEHIND = [
    "INSERT INTO booking SELECT '{id}', 'code{id}', agent, chat, day, {hour}, mode, kinds, state, 1, cutoff, 1, notice,"
    " NULL, booked, NULL FROM booking WHERE code = '{code}'",
    "INSERT INTO booking_case SELECT id, 0, agent, 'x', 'number' || id FROM booking WHERE id = '{id}'",
    "INSERT INTO letter SELECT '{id}', 'confirmation:{id}:1', kind, subject, channel, chat, 1, due, NULL, 'sent',"
    " 1, 0, due, NULL, NULL, put, NULL FROM letter LIMIT 1",
]


def write(sql: str, tx: Transaction) -> None:
    tx.rows(sql)


@pytest.mark.parametrize(
    ("corrupted", "named"),
    [
        ("UPDATE slot SET places = 0", "places: 1 agents in the 0 places of 2026-12-01 10:00"),
        ("UPDATE booking SET first_count = 2", "count: {code} has 3 cases, first 2"),
        ("DELETE FROM booking_case", "count: {code} has 0 cases, first 3"),
        ("UPDATE booking_case SET agent = 'another' WHERE position = 0", "owner: {code} has a case of another agent"),
        (
            "DELETE FROM letter WHERE kind = 'confirmation'",
            "letter: {code} version 1 has no confirmation",
        ),
        (
            "DELETE FROM letter WHERE kind = 'deadline'",
            "letter: nobody will be told when {code} can no longer be changed",
        ),
        (
            "INSERT INTO earlier SELECT id, 1, day, hour, 'x', booked FROM booking",
            "earlier: {code} is version 1, and 1 before it are known",
        ),
        ("UPDATE booking SET hour = 12", "value: {code} is at 12:00 in the mode own"),
        ("UPDATE booking SET mode = 'X'", "value: {code} is at 10:00 in the mode X"),
        (
            "UPDATE booking SET cutoff = '2026-12-01T03:00:00.000Z'",
            "cutoff: {code} on 2026-12-01 can be changed until 2026-12-01T03:00:00.000Z\n"
            "letter: nobody will be told when {code} can no longer be changed",
        ),
        (
            "UPDATE booking_case SET comparable = 'same' WHERE position < 2",
            "numbers: agent {agent} has one number 2 times",
        ),
    ],
)
async def test_a_corrupted_row_is_named(db: Database, clock: HandClock, corrupted: str, named: str) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await db.run(booking("sato", slot("2026-12-01"), numbers(3)))
    assert isinstance(made, Booking)
    await db.run(partial(write, corrupted))
    wrong = (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong
    assert wrong == tuple(named.format(code=made.code, agent=made.agent).split("\n"))


async def test_cases_whose_booking_is_gone_are_named(sqlite: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await sqlite.run(booking("sato", slot("2026-12-01"), numbers(2)))
    assert isinstance(made, Booking)
    await sqlite.run(partial(write, "ALTER TABLE booking RENAME TO gone"))
    await sqlite.run(partial(write, "CREATE TABLE booking AS SELECT * FROM gone WHERE 0"))
    wrong = (await sqlite.read(lambda tx: books.check(tx, YOKOHAMA))).wrong
    assert wrong == (f"orphan: cases of the booking {made.id}, which is not there",)


async def test_a_closure_leaves_no_slot_too_many(db: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    for n, hour in enumerate((9, 10, 11)):
        assert isinstance(await db.run(booking("sato", slot("2026-12-01", hour), numbers(1, 100 + n))), Booking)
    await db.run(partial(write, "INSERT INTO closure VALUES ('2026-12-01', 'typhoon')"))
    assert isinstance(await db.run(booking("sato", slot("2026-12-03", 9), numbers(1, 200))), Booking)
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_too_many_slots_and_cases_are_named(db: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await db.run(booking("sato", slot("2026-12-01"), numbers(9)))
    assert isinstance(made, Booking)
    for n, hour in enumerate((9, 11, 13, 10, 10)):
        for statement in BEHIND:
            await db.run(partial(write, statement.format(id=n, hour=hour, code=made.code)))
    counted = await db.read(lambda tx: books.check(tx, YOKOHAMA))
    assert counted == books.Books(
        bookings=6,
        cases=14,
        letters=12,
        wrong=(
            f"slots: agent {made.agent} holds 4",
            f"cases: agent {made.agent} brings 11 to 2026-12-01 10:00",
        ),
    )
