"""PostgreSQL alone: deadlocks, and no server."""

import asyncio
from collections.abc import Callable

import pytest

from storage.database import Transaction, Unavailable
from storage.opening import look, open_database
from tests.conftest import HandClock


@pytest.fixture
def url(postgres_server: str, request: pytest.FixtureRequest) -> str:
    return postgres_server


async def test_two_turns_that_lock_each_other_out_are_both_committed(url: str, clock: HandClock) -> None:
    db = await open_database(url, clock=clock)
    await db.run(lambda tx: tx.rows("DELETE FROM slot"))
    await db.run(
        lambda tx: [
            tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', ?, 1)", hour) for hour in (9, 10)
        ]
    )
    met = asyncio.Barrier(2)
    loop = asyncio.get_running_loop()
    waits = {9: 1, 10: 1}

    def crossing(first: int, second: int) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            tx.rows("UPDATE slot SET places = places + 1 WHERE hour = ?", first)
            if waits[first]:
                waits[first] -= 1
                asyncio.run_coroutine_threadsafe(met.wait(), loop).result(10)
            tx.rows("UPDATE slot SET places = places + 1 WHERE hour = ?", second)

        return work

    await asyncio.gather(db.run(crossing(9, 10)), db.run(crossing(10, 9)))
    assert [row["places"] for row in await db.read(lambda tx: tx.rows("SELECT places FROM slot"))] == [3, 3]
    await db.close()


async def test_a_turn_that_never_gets_through_is_told(url: str, clock: HandClock) -> None:
    db = await open_database(url, clock=clock)
    raised = "DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40P01'; END $$"
    with pytest.raises(Unavailable, match="came first"):
        await db.run(lambda tx: tx.rows(raised))
    with pytest.raises(Unavailable):
        await db.run(lambda tx: tx.rows("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert await db.run(lambda tx: tx.row("SELECT 1 AS one"))  # a new connection
    await db.close()
    with pytest.raises(Unavailable, match="closed"):
        await db.run(lambda tx: None)


async def test_where_no_server_answers_it_is_said(clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.postgres.PATIENCE", 0.5)
    nowhere = "postgresql://127.0.0.1:9/none"
    with pytest.raises(Unavailable):
        await open_database(nowhere, clock=clock)
    with pytest.raises(Unavailable):
        await look(nowhere, lambda tx: tx.now, clock=clock)
