"""PostgreSQL alone: deadlocks, connections that are lost, and no server."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from storage.database import Busy, Transaction, Unavailable, Unsure
from storage.opening import look, open_database
from tests.conftest import HandClock
from tests.storage.server import Server


@pytest.fixture
def url(postgres: Server, request: pytest.FixtureRequest) -> str:
    return postgres.url


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


async def test_a_turn_that_never_gets_through_is_told(
    url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgres.PATIENCE", 0.5)
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
    with pytest.raises(Unavailable, match="Connection refused"):
        await open_database(nowhere, clock=clock)
    with pytest.raises(Unavailable):
        await look(nowhere, lambda tx: tx.now, clock=clock)
    with pytest.raises(Unavailable, match="no address"):
        await open_database("postgresql://localhost/none?sslmode", clock=clock)


async def test_a_turn_whose_connection_is_lost_before_its_commit_is_run_again(url: str, clock: HandClock) -> None:
    db = await open_database(url, clock=clock)
    tries = iter(range(9))

    def work(tx: Transaction) -> None:
        tx.rows("INSERT INTO closure VALUES ('2030-01-01', 'x')")
        if next(tries) < 2:
            tx.rows("SELECT pg_terminate_backend(pg_backend_pid())")

    await db.run(work)
    assert await db.run(lambda tx: tx.rows("DELETE FROM closure WHERE day = '2030-01-01' RETURNING reason"))
    await db.close()


async def test_of_a_commit_that_is_cut_off_nobody_knows(url: str, clock: HandClock) -> None:
    db = await open_database(url, clock=clock)
    for statement in CUT_OFF:
        await db.run(lambda tx, statement=statement: tx.rows(statement))  # type: ignore[misc]
    with pytest.raises(Unsure):
        await db.run(lambda tx: tx.rows("INSERT INTO fragile VALUES (1)"))
    await db.run(lambda tx: tx.rows("DROP TABLE fragile"))
    await db.close()


CUT_OFF = (
    "DROP TABLE IF EXISTS fragile",
    "CREATE TABLE fragile (id INTEGER)",
    "CREATE OR REPLACE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
    "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON fragile DEFERRABLE INITIALLY DEFERRED"
    " FOR EACH ROW EXECUTE FUNCTION cut()",
)


async def test_whoever_waits_too_long_is_told(url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    db = await open_database(f"{url}&options=-c%20lock_timeout%3D50ms%20-c%20statement_timeout%3D200ms", clock=clock)
    await db.run(lambda tx: tx.rows("INSERT INTO closure VALUES ('2030-01-02', 'x') ON CONFLICT DO NOTHING"))
    with psycopg.connect(url) as other:
        other.execute("SELECT * FROM closure FOR UPDATE")
        with pytest.raises(Busy):
            await db.run(lambda tx: tx.rows("UPDATE closure SET reason = 'y'"))
    with pytest.raises(Unavailable, match="timeout"):
        await db.run(lambda tx: tx.rows("SELECT pg_sleep(1)"))
    monkeypatch.setattr("storage.postgres.WAITING", 1)
    waiting = asyncio.create_task(db.run(lambda tx: tx.rows("SELECT pg_sleep(0.1)")))
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await db.run(lambda tx: None)
    await waiting
    await db.run(lambda tx: tx.rows("DELETE FROM closure"))
    await db.close()


async def test_programs_that_start_together_bring_the_tables_up_to_date_once(url: str, clock: HandClock) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    opened = await asyncio.gather(*(open_database(url, clock=clock) for _ in range(5)))
    for db in opened:
        await db.close()


@pytest.mark.slow
async def test_a_server_that_stops_and_starts_is_waited_for(tmp_path: Path, clock: HandClock) -> None:
    server = Server(tmp_path / "pg")
    db = await open_database(server.url, clock=clock)
    server.stop()
    turn = asyncio.create_task(db.run(lambda tx: tx.rows("INSERT INTO closure VALUES ('2030-01-03', 'x')")))
    look = asyncio.create_task(db.read(lambda tx: tx.rows("SELECT 1 AS one")))
    await asyncio.to_thread(server.start)
    await turn
    assert [row["one"] for row in await look] == [1]
    await db.close()
    server.end()


@pytest.mark.slow
async def test_whoever_waits_behind_others_for_a_server_that_is_away_is_told_in_time(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(tmp_path / "pg")
    db = await open_database(server.url, clock=clock)
    await asyncio.to_thread(server.stop)
    monkeypatch.setattr("storage.postgres.PATIENCE", 1.0)
    begun = time.monotonic()
    turns = (db.run(lambda tx: tx.now) for _ in range(40))  # five for each thread
    told = await asyncio.gather(*turns, *(db.read(lambda tx: tx.now) for _ in range(20)), return_exceptions=True)
    assert {type(each) for each in told} == {Unavailable}
    assert time.monotonic() - begun < 3
    await db.close()
    server.start()
    server.end()
