"""SQLite: one connection that writes, one that reads, turns that wait committed together.

Everything runs on the threads of aiosqlite's connections. A turn costs one hop, and turns that arrive
while another commits share the next COMMIT. They need no savepoints: where one fails, which is rare, all of
them are rolled back and run again, each in a transaction of its own (savepoints cost every turn a sixth).
"""

import asyncio
import os
import sqlite3
from collections import deque
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import aiosqlite

from storage.database import Busy, Clock, T, Unavailable, Value, Work

TOGETHER = 32  # turns that may share a COMMIT
WAITING = 1000  # turns that may wait; beyond it, Busy


class SqliteTransaction:
    """A transaction on one connection. What it does is done a dozen times a turn, and so done plainly."""

    __slots__ = ("_clock", "_execute", "_executemany", "_now")

    def __init__(self, connection: sqlite3.Connection, clock: Clock) -> None:
        self._execute, self._executemany = connection.execute, connection.executemany
        self._clock = clock
        self._now: datetime | None = None

    @property
    def now(self) -> datetime:
        if self._now is None:
            self._now = self._clock()
        return self._now

    def rows(self, sql: str, *values: Value) -> Sequence[sqlite3.Row]:
        return self._execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> sqlite3.Row | None:
        return self._execute(sql, values).fetchone()  # type: ignore[no-any-return]

    def lock(self, table: str, key: str) -> None:
        """Do nothing: whoever writes is alone."""

    def alone(self) -> None:
        """Do nothing: whoever writes is alone."""

    def one_by_one(self, what: str) -> None:
        """Do nothing: whoever writes is alone."""

    def fill(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        marks = ", ".join("?" * len(columns))
        self._executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def lock_if_free(self, table: str, key: str) -> bool:  # noqa: ARG002
        return True


@dataclass(slots=True)
class Turn:
    """Work that waits to be committed, and how it ended."""

    work: Work[Any]
    answer: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None

    def tell(self) -> None:
        """Answer whoever waits, unless they left."""
        if self.answer.done():
            return
        if self.error is None:
            self.answer.set_result(self.result)
        else:
            self.answer.set_exception(self.error)


class Sqlite:
    """The database in a file: its two connections, and the file that keeps others away."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection, lock: int, clock: Clock) -> None:
        self._writer = writer
        self._reader = reader
        self._lock = lock
        self._clock = clock
        self._waiting: deque[Turn] = deque()
        self._closed = False

    async def run(self, work: Work[T]) -> T:
        if self._closed:
            raise Unavailable("closed")
        if len(self._waiting) >= WAITING:
            raise Busy
        loop = asyncio.get_running_loop()
        turn = Turn(work, loop.create_future())
        self._waiting.append(turn)
        # aiosqlite has no public way to run a function on its thread. A call a turn: the thread may find
        # nothing left to do, but no turn can be left behind.
        self._writer._tx.put_nowait((None, partial(self._drain, loop)))  # noqa: SLF001
        result: T = await turn.answer
        return result

    async def read(self, work: Work[T]) -> T:
        if self._closed:
            raise Unavailable("closed")
        result: T = await self._reader._execute(self._look, work)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return result

    async def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        async with AsyncExitStack() as closing:  # all of it, whatever is cancelled on the way
            closing.callback(os.close, self._lock)
            closing.push_async_callback(self._writer.close)
            closing.push_async_callback(self._reader.close)  # first: only the writer may checkpoint

    def _look(self, work: Work[T]) -> T:
        connection = self._reader._conn  # noqa: SLF001
        try:
            if connection.in_transaction:  # its end failed the last time
                connection.rollback()
            connection.execute("BEGIN")
            try:
                return work(SqliteTransaction(connection, self._clock))
            finally:
                connection.execute("ROLLBACK")
        except (sqlite3.OperationalError, StopIteration) as error:
            raise _as_meant(error) from error

    def _drain(self, loop: asyncio.AbstractEventLoop) -> None:
        """Commit the turns that wait: together, or where one of them fails, each by itself. On the writer's thread."""
        turns = [self._waiting.popleft() for _ in range(min(TOGETHER, len(self._waiting)))]
        if not turns:
            return
        try:
            self._commit(turns)
        except BaseException:  # whatever it is, somebody waits: all are run again, and told apart
            for turn in turns:
                self._commit_alone(turn)
        loop.call_soon_threadsafe(_tell, turns)

    def _commit_alone(self, turn: Turn) -> None:
        turn.result = None
        try:
            self._commit([turn])
        except BaseException as error:
            turn.error = _as_meant(error)

    def _commit(self, turns: Sequence[Turn]) -> None:
        """Run `turns` in one transaction, all of it or none."""
        connection = self._writer._conn  # noqa: SLF001
        try:
            connection.execute("BEGIN IMMEDIATE")
            for turn in turns:
                turn.result = turn.work(SqliteTransaction(connection, self._clock))
                if not connection.in_transaction:  # a full disk may roll back on its own
                    raise sqlite3.OperationalError("the transaction was rolled back")
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.rollback()
            raise


def _as_meant(error: BaseException) -> BaseException:
    if isinstance(error, sqlite3.OperationalError):
        return Unavailable(str(error))
    if isinstance(error, StopIteration):  # which no future can carry
        return RuntimeError("a turn raised StopIteration")
    return error


def _tell(turns: Sequence[Turn]) -> None:
    for turn in turns:
        turn.tell()
