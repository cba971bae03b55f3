"""Cancelled at every await: nothing half done, nothing left open, nothing hangs."""

import asyncio
import threading
import types
from collections.abc import Coroutine, Generator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from storage.database import Transaction
from storage.opening import look, open_database
from tests.conftest import HandClock

DAYS = ["2026-12-01", "2026-12-02"]


@types.coroutine
def cancelled_at(k: int, work: Coroutine[Any, Any, None]) -> Generator[Any, Any, bool]:
    """Run `work`, cancelled at its `k`-th await; return whether it had so many."""
    for n in count(1):
        try:
            waited_for = work.send(None)
        except StopIteration:
            return False
        if n == k:
            break
        yield waited_for
    with suppress(asyncio.CancelledError, StopIteration):
        waited_for = work.throw(asyncio.CancelledError())
        while True:  # what it does on its way out
            yield waited_for
            waited_for = work.send(None)
    return True


def keys(tx: Transaction) -> list[str]:
    return [row["day"] for row in tx.rows("SELECT day FROM closure ORDER BY day")]


async def a_day(url: str, clock: HandClock) -> None:
    """Open, write twice, read, close."""
    db = await open_database(url, clock=clock)
    try:
        for day in DAYS:
            await db.run(lambda tx, day=day: tx.rows("INSERT INTO closure VALUES (?, 'test')", day))  # type: ignore[misc]
        await db.read(keys)
    finally:
        await db.close()


async def test_cancelled_at_every_await(tmp_path: Path, clock: HandClock) -> None:
    before = set(threading.enumerate())
    for k in count(1):
        url = f"sqlite:///{tmp_path / str(k)}.db"
        async with asyncio.timeout(10):
            was_cancelled = await cancelled_at(k, a_day(url, clock))
            db = await open_database(url, clock=clock)  # the lock is free, the file is whole
            written = await db.read(keys)
            await db.close()
        assert written == DAYS[: len(written)]
        assert await look(url, keys, clock=clock) == written
        if not was_cancelled:
            break
    assert k > 10
    for thread in set(threading.enumerate()) - before:  # a thread that has answered may still be on its way out
        await asyncio.to_thread(thread.join, 10)
        assert not thread.is_alive(), thread
