"""Forgetting an agent, on both databases: everything goes that nothing stands against."""

import asyncio
from functools import partial

import pytest

from bot.housekeeping import sweep
from rules.model import Booking
from storage import agents, bookings, books, bubbles, forgetting, holds, letters, postbag, strikes, talks, verifications
from storage.database import Database, Transaction
from storage.sqlite import Sqlite
from storage.verifications import Verification
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.storage.acts import booking, cancelling, coming, correcting

TABLES = "agent booking booking_case earlier letter hold strike bubble verification"


async def counted(db: Database) -> dict[str, int]:
    def work(tx: Transaction) -> dict[str, int]:
        rows = {table: tx.row(f"SELECT COUNT(*) AS rows FROM {table}") for table in TABLES.split()}
        return {table: row["rows"] for table, row in rows.items() if row and row["rows"]}

    return await db.read(work)


def forgetting_sato(tx: Transaction) -> bool:
    who = agents.locked(tx, coming(tx, "sato").id)
    return forgetting.forget(tx, YOKOHAMA, who, "web:1")


def bound(tx: Transaction, chat: str) -> None:
    talks.find(tx, chat, language="ja")
    talks.bind(tx, chat, coming(tx, "sato").id)
    bubbles.add(tx, chat, "agent", "{}")


@pytest.fixture
async def made(db: Database, clock: HandClock) -> Booking:
    """Return a booking of the first of December, changed once; a hold, two chats."""
    clock.set("2026-11-26 10:00:00")
    made = await db.run(booking("sato", slot("2026-12-01"), numbers(2)))
    assert isinstance(made, Booking)
    await db.run(correcting("sato", made.code, numbers(1)))
    await db.run(lambda tx: holds.hold(tx, YOKOHAMA, coming(tx, "sato"), "web:2", slot("2026-12-02")))
    for chat in ("web:1", "web:2"):
        await db.run(partial(bound, chat=chat))
    return made


async def test_nothing_stays_of_what_is_over(db: Database, clock: HandClock, made: Booking) -> None:
    await db.run(booking("tanaka", slot("2026-12-01"), numbers(1)))
    clock.set("2026-12-08 10:00:00")
    assert await db.run(forgetting_sato)
    assert (await counted(db))["booking"] == 2  # for a week staff may still write down what became of the visit
    clock.set("2026-12-09 10:00:00")
    assert await db.run(forgetting_sato)
    left = await counted(db)
    assert left == {"agent": 1, "booking": 1, "booking_case": 1, "letter": 7, "bubble": 1}  # tanaka's, and this chat's
    assert await db.read(lambda tx: talks.agent_of(tx, "web:1")) is None
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) is None
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_what_is_to_come_stays_with_what_it_needs(db: Database, made: Booking) -> None:
    assert await db.run(forgetting_sato)
    assert await db.read(lambda tx: talks.of_agent(tx, made.agent)) == []
    found = await db.read(lambda tx: bookings.find_by_id(tx, made.id))
    assert found is not None
    assert found.cases == numbers(1)
    assert (await db.read(lambda tx: agents.find(tx, made.agent))).name == "佐藤 花子"
    assert await counted(db) == {"agent": 1, "booking": 1, "booking_case": 1, "earlier": 1, "letter": 8, "bubble": 1}
    row = await db.read(lambda tx: tx.row("SELECT leaving FROM agent"))
    assert row is not None
    assert row["leaving"] is not None
    await db.run(lambda tx: coming(tx, "sato").id)  # who comes back is not leaving any more
    row = await db.read(lambda tx: tx.row("SELECT leaving FROM agent"))
    assert row is not None
    assert row["leaving"] is None


async def test_a_strike_stays_until_it_lapses_and_a_suspension_until_it_ends(
    db: Database, clock: HandClock, made: Booking
) -> None:
    await db.run(lambda tx: tx.rows("INSERT INTO strike SELECT id, agent, day, 'no-show' FROM booking"))
    clock.set("2026-12-02 10:00:00")
    assert await db.run(forgetting_sato)
    assert await counted(db) == {"agent": 1, "booking": 1, "strike": 1, "letter": 8, "bubble": 1}
    who = await db.read(lambda tx: agents.find(tx, made.agent))
    assert (who.address, who.name, who.certificate) == ("sato@example.jp", "", None)
    assert len(await db.read(lambda tx: strikes.of(tx, who))) == 1
    await db.run(lambda tx: tx.rows("UPDATE agent SET suspended_until = '2027-12-31'"))
    clock.set("2027-12-31 10:00:00")  # the strike has lapsed
    assert await db.run(forgetting_sato)
    assert await counted(db) == {"agent": 1, "bubble": 1}
    clock.set("2028-01-01 10:00:00")
    assert await db.run(forgetting_sato)
    assert await counted(db) == {"bubble": 1}
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_where_another_chat_is_in_use_nothing_is_forgotten(db: Database, made: Booking) -> None:
    if isinstance(db, Sqlite):
        pytest.skip("SQLite has one turn at a time")
    loop, is_held, may_end = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()

    def in_use(tx: Transaction) -> None:
        tx.lock("chat", "web:2")
        loop.call_soon_threadsafe(is_held.set)
        asyncio.run_coroutine_threadsafe(may_end.wait(), loop).result(10)

    turn = asyncio.create_task(db.run(in_use))
    await is_held.wait()
    before = await counted(db)
    assert not await db.run(forgetting_sato)
    assert await counted(db) == before
    may_end.set()
    await turn
    assert await db.run(forgetting_sato)
    assert await db.read(lambda tx: talks.of_agent(tx, made.agent)) == []


async def test_what_stayed_is_forgotten_when_it_is_over(db: Database, clock: HandClock, made: Booking) -> None:
    await db.run(booking("tanaka", slot("2026-12-01"), numbers(1)))
    assert await db.run(forgetting_sato)
    clock.set("2026-12-08 23:59:59")  # staff may still record what became of it
    assert await sweep(db, YOKOHAMA, pause=0) == 0
    assert (await db.read(lambda tx: agents.find(tx, made.agent))).name == "佐藤 花子"
    clock.set("2026-12-09 00:00:00")
    assert await sweep(db, YOKOHAMA, pause=0) == 1
    assert await counted(db) == {"agent": 1, "booking": 1, "booking_case": 1, "letter": 7, "bubble": 1}  # tanaka's
    assert await sweep(db, YOKOHAMA, pause=0) == 0


async def test_a_record_is_forgotten_when_it_has_lapsed(db: Database, clock: HandClock, made: Booking) -> None:
    await db.run(lambda tx: tx.rows("INSERT INTO strike SELECT id, agent, day, 'no-show' FROM booking"))
    clock.set("2026-12-01 12:00:00")  # on the very day
    assert await db.run(forgetting_sato)
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
    assert await sweep(db, YOKOHAMA, pause=0) == 0
    clock.set("2027-05-29 12:00:00")
    assert await sweep(db, YOKOHAMA, pause=0) == 0
    clock.set("2027-05-30 12:00:00")
    assert await sweep(db, YOKOHAMA, pause=0) > 0
    assert await counted(db) == {}


async def test_every_visit_is_forgotten_so_long_after_its_day(db: Database, clock: HandClock, made: Booking) -> None:
    await db.run(lambda tx: verifications.ask(tx, YOKOHAMA, "web:3", "a@example.jp", notice="", origin=""))
    clock.set("2026-11-27 09:59:59")
    assert await sweep(db, YOKOHAMA, pause=0) == 0
    assert (await counted(db))["verification"] == 1
    clock.set("2026-11-27 10:11:00")
    await sweep(db, YOKOHAMA, pause=0)
    assert {"verification", "hold"} & set(await counted(db)) == set()
    clock.set("2027-02-28 12:00:00")
    assert await sweep(db, YOKOHAMA, pause=0) == 0
    assert (await counted(db))["booking"] == 1
    clock.set("2027-03-01 12:00:00")  # 90 days
    assert await sweep(db, YOKOHAMA, pause=0) == 1
    assert await counted(db) == {"agent": 1}


async def test_forgetting_what_was_cancelled_leaves_the_reminders_of_what_was_not(
    db: Database, clock: HandClock, made: Booking
) -> None:
    await db.run(booking("sato", slot("2026-12-01", 9), numbers(1, 5001)))
    await db.run(cancelling("sato", made.code, version=2))
    before = await db.read(lambda tx: letters.upcoming(tx, most=9))
    assert await db.run(forgetting_sato)
    assert await db.read(lambda tx: letters.upcoming(tx, most=9)) == before
    assert len(before) == 3
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_what_a_program_without_reminders_booked_is_reminded_of(db: Database, made: Booking) -> None:
    await db.run(lambda tx: tx.rows("DELETE FROM letter WHERE kind <> 'confirmation'"))
    assert len((await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong) == 1
    await sweep(db, YOKOHAMA, pause=0)
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
    assert len(await db.read(lambda tx: letters.upcoming(tx, most=9))) == 3


async def test_a_mail_that_waits_is_sent_before_it_is_forgotten(db: Database, clock: HandClock) -> None:
    asked = await db.run(lambda tx: verifications.ask(tx, YOKOHAMA, "web:3", "a@example.jp", notice="", origin=""))
    assert isinstance(asked, Verification)
    await db.run(lambda tx: letters.put(tx, "readdressed", asked.nonce))
    clock.forward(days=3)
    await sweep(db, YOKOHAMA, pause=0)
    (letter,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=9))
    assert await db.read(lambda tx: verifications.find(tx, asked.nonce)) is not None
    await db.run(lambda tx: postbag.finish(tx, letter, "sent"))
    await sweep(db, YOKOHAMA, pause=0)
    assert await counted(db) == {}
