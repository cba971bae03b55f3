"""The one door: what a turn may rely on, on both databases."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from storage.database import Database, Transaction, Unavailable, as_moment, as_text
from storage.migrate import migrate
from storage.opening import look, open_database
from tests.conftest import HandClock


def put(key: str) -> Callable[[Transaction], str]:
    def work(tx: Transaction) -> str:
        tx.rows("INSERT INTO closure VALUES (?, 'test')", key)
        return key

    return work


def keys(tx: Transaction) -> list[str]:
    return [row["day"] for row in tx.rows("SELECT day FROM closure ORDER BY day")]


async def test_what_was_committed_is_read(db: Database) -> None:
    assert await db.run(put("2026-12-01")) == "2026-12-01"
    assert await db.read(keys) == ["2026-12-01"]


async def test_a_turn_that_fails_is_undone_and_told_alone(db: Database) -> None:
    def fails(tx: Transaction) -> None:
        put("2026-12-24")(tx)
        raise ValueError("no")

    outcomes = await asyncio.gather(
        *(db.run(fails if n == 5 else put(f"2026-12-{n:02}")) for n in range(10)), return_exceptions=True
    )
    assert [n for n, outcome in enumerate(outcomes) if isinstance(outcome, ValueError)] == [5]
    assert len(await db.read(keys)) == 9


async def test_a_turn_that_breaks_a_constraint_is_undone_alone(db: Database) -> None:
    await db.run(put("2026-12-01"))
    outcomes = await asyncio.gather(db.run(put("2026-12-01")), db.run(put("2026-12-02")), return_exceptions=True)
    assert isinstance(outcomes[0], Exception)
    assert await db.read(keys) == ["2026-12-01", "2026-12-02"]


async def test_whatever_a_turn_raises_somebody_is_told(db: Database) -> None:
    def stops(tx: Transaction) -> None:
        next(iter(()))

    with pytest.raises(RuntimeError):
        await asyncio.wait_for(db.run(stops), 5)


async def test_cancelling_the_await_does_not_undo_it_nor_harm_others(db: Database) -> None:
    tasks = [asyncio.create_task(db.run(put(f"2026-12-{n + 1:02}"))) for n in range(20)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    async with asyncio.timeout(5):
        while len(await db.read(keys)) < 20:  # noqa: ASYNC110  what is waited for is in the database
            await asyncio.sleep(0.01)


async def test_reading_cannot_write(db: Database) -> None:
    with pytest.raises(Exception, match="read"):
        await db.read(put("2026-12-01"))
    assert await db.run(keys) == []


async def test_a_snapshot_does_not_see_what_is_written_meanwhile(db: Database) -> None:
    begun, written = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(tx: Transaction) -> tuple[list[str], list[str]]:
        before = keys(tx)
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(written.wait(), loop).result(10)
        return before, keys(tx)

    reading = asyncio.create_task(db.read(slow))
    await begun.wait()
    await db.run(put("2026-12-01"))
    written.set()
    assert await reading == ([], [])


async def test_now_is_read_once_a_turn(db: Database, clock: HandClock) -> None:
    def twice(tx: Transaction) -> bool:
        before = tx.now
        clock.forward(seconds=1)
        return before == tx.now

    assert await db.run(twice)
    assert await db.run(lambda tx: tx.now) == clock.now


async def test_the_tables_are_made_once_and_outlive_a_restart(url: str, clock: HandClock) -> None:
    for day in ("2026-12-01", "2026-12-02"):
        db = await open_database(url, clock=clock)
        await db.run(put(day))
        await db.close()
    assert await look(url, keys, clock=clock) == ["2026-12-01", "2026-12-02"]


async def test_a_look_that_runs_out_of_rows_ends(db: Database) -> None:
    """No future can carry that."""
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(db.read(lambda _: next(iter(()))), 3)


async def test_what_a_newer_program_has_written_is_left_alone(url: str, clock: HandClock) -> None:
    db = await open_database(url, clock=clock)
    await db.run(lambda tx: tx.rows("INSERT INTO migration VALUES (9999, '')"))
    with pytest.raises(Unavailable, match="newer program"):
        await migrate(db)
    await db.close()
    with pytest.raises(Unavailable, match="9999"):
        await open_database(url, clock=clock)


def test_moments_are_stored_in_utc_at_a_fixed_width() -> None:
    moment = datetime(2026, 11, 30, 2, 59, 59, 123000, tzinfo=UTC)
    assert as_text(moment) == "2026-11-30T02:59:59.123Z"
    assert as_moment(as_text(moment)) == moment
    assert len(as_text(datetime(2026, 11, 30, tzinfo=UTC))) == len(as_text(moment))
