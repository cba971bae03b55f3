"""SQLite alone: the shared commit and everything that can go wrong around it."""

import asyncio
import resource
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from storage import files
from storage.database import Busy, Database, Transaction, Unavailable
from storage.files import opened
from storage.migrate import migrate
from storage.opening import look, open_database, path_of
from storage.sqlite import WAITING
from tests.conftest import HandClock
from tests.storage.faults import Faults


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def faulty(tmp_path: Path, clock: HandClock, faults: Faults) -> AsyncIterator[Database]:
    db = await opened(tmp_path / "yoyaku.db", clock=clock, connect=faults.connect)
    await migrate(db)
    yield db
    await db.close()


def put(day: str) -> Callable[[Transaction], None]:
    return lambda tx: void(tx.rows("INSERT INTO closure VALUES (?, 'test')", day))


def void(_: object) -> None:
    return None


def keys(tx: Transaction) -> list[str]:
    return [row["day"] for row in tx.rows("SELECT day FROM closure ORDER BY day")]


DAYS = [f"2026-12-{n:02}" for n in range(1, 11)]


@pytest.mark.parametrize("statement", ["BEGIN", "COMMIT", "INSERT"])
async def test_ten_turns_survive_a_fault_of_any_statement(faulty: Database, faults: Faults, statement: str) -> None:
    """A turn among others: whatever fails once, each is committed or told that it was not, never half."""
    for k in range(1, 12):
        await faulty.run(lambda tx: void(tx.rows("DELETE FROM closure")))
        faults.arm(k, statement)
        outcomes = await asyncio.wait_for(
            asyncio.gather(*(faulty.run(put(day)) for day in DAYS), return_exceptions=True), 10
        )
        faults.arm(0)
        told = [day for day, outcome in zip(DAYS, outcomes, strict=True) if outcome is None]
        assert all(outcome is None or isinstance(outcome, Unavailable) for outcome in outcomes)
        assert await faulty.read(keys) == told


async def test_a_failing_turn_among_others_and_a_commit_that_fails_too(faulty: Database, faults: Faults) -> None:
    def fails(tx: Transaction) -> None:
        put("2026-12-24")(tx)
        raise ValueError("no")

    faults.arm(2, "COMMIT")
    outcomes = await asyncio.gather(
        faulty.run(put(DAYS[0])), faulty.run(fails), faulty.run(put(DAYS[1])), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), ValueError, Unavailable]
    assert await faulty.read(keys) == DAYS[:1]


async def test_a_turn_that_swallows_the_loss_of_its_transaction_is_told_all_the_same(faulty: Database) -> None:
    outcomes = await asyncio.gather(
        faulty.run(put(DAYS[0])), faulty.run(lambda tx: tx.rows("ROLLBACK")), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), Unavailable]
    assert await faulty.read(keys) == DAYS[:1]


async def test_a_turn_that_loses_its_transaction_is_told_and_the_others_are_not_harmed(faulty: Database) -> None:
    def rolled_back(tx: Transaction) -> None:
        put("2026-12-24")(tx)
        tx.rows("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    outcomes = await asyncio.gather(
        faulty.run(put(DAYS[0])), faulty.run(rolled_back), faulty.run(put(DAYS[1])), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), Unavailable, type(None)]
    assert await faulty.read(keys) == DAYS[:2]


@pytest.mark.slow
async def test_a_disk_full_in_a_batch_is_told_and_over_when_there_is_room(tmp_path: Path, clock: HandClock) -> None:
    """The limit on the size of a file stands for a full disk: SQLite sees the same error from the same call."""
    db = await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)
    await db.run(put(DAYS[0]))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    wal = (tmp_path / "yoyaku.db-wal").stat().st_size
    large = "x" * 400_000

    def put_large(day: str) -> Callable[[Transaction], None]:
        return lambda tx: void(tx.rows("INSERT INTO closure VALUES (?, ?)", day, large))

    resource.setrlimit(resource.RLIMIT_FSIZE, (wal + 100_000, hard))
    try:
        outcomes = await asyncio.gather(*(db.run(put_large(day)) for day in DAYS[1:]), return_exceptions=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert all(isinstance(outcome, Unavailable) for outcome in outcomes)
    assert await db.read(keys) == DAYS[:1]
    await db.run(put_large(DAYS[1]))
    assert await db.read(keys) == DAYS[:2]
    await db.close()


async def test_past_the_bound_a_turn_is_told_that_we_are_busy(sqlite: Database) -> None:
    begun, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def slow(tx: Transaction) -> None:
        loop.call_soon_threadsafe(begun.set)
        go_on.wait(10)

    waiting = [asyncio.create_task(sqlite.run(slow))]
    await begun.wait()
    waiting += [asyncio.create_task(sqlite.run(lambda tx: None)) for _ in range(WAITING + 50)]
    await asyncio.sleep(0.1)
    go_on.set()
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None)] * (WAITING + 1) + [Busy] * 50


async def test_closing_finishes_what_waits_and_refuses_what_comes_later(tmp_path: Path, clock: HandClock) -> None:
    url = f"sqlite:///{tmp_path / 'yoyaku.db'}"
    db = await open_database(url, clock=clock)
    waiting = [asyncio.create_task(db.run(put(day))) for day in DAYS]
    await asyncio.sleep(0)
    await db.close()
    await db.close()
    assert await asyncio.gather(*waiting) == [None] * len(DAYS)
    assert await look(url, keys, clock=clock) == DAYS
    with pytest.raises(Unavailable):
        await db.run(keys)
    with pytest.raises(Unavailable):
        await db.read(keys)


async def test_a_second_program_is_kept_away(sqlite: Database, tmp_path: Path, clock: HandClock) -> None:
    with pytest.raises(Unavailable, match="another program"):
        await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)


async def test_an_exception_after_opening_leaves_nothing_open(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread left behind would keep the program from ending; a lock, from starting again."""
    url = f"sqlite:///{tmp_path / 'yoyaku.db'}"
    monkeypatch.setitem(files.PRAGMAS, "synchronous", 99)
    with pytest.raises(Unavailable, match="synchronous"):
        await open_database(url, clock=clock)
    monkeypatch.undo()
    await (await open_database(url, clock=clock)).close()


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path, clock: HandClock) -> None:
    (tmp_path / "yoyaku.db").write_text("this is no database, but a text of some length" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)


async def test_looking_from_outside_sees_what_is_committed_and_cannot_write(
    sqlite: Database, tmp_path: Path, clock: HandClock
) -> None:
    url = f"sqlite:///{tmp_path / 'yoyaku.db'}"
    await sqlite.run(put(DAYS[0]))
    assert await look(url, keys, clock=clock) == DAYS[:1]
    with pytest.raises(Unavailable, match="readonly"):
        await look(url, put(DAYS[1]), clock=clock)
    with pytest.raises(Unavailable, match="there is no"):
        await look(f"sqlite:///{tmp_path / 'none.db'}", keys, clock=clock)
    with pytest.raises(Unavailable, match="names no file"):
        path_of("sqlite:///")


async def test_a_reading_that_fails_is_told(sqlite: Database) -> None:
    with pytest.raises(Unavailable):
        await sqlite.read(lambda tx: tx.rows("SELECT * FROM nothing"))
