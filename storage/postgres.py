"""PostgreSQL: a pool of connections, a thread for each turn under way, tried again where another came first.

A turn whose connection is lost before its COMMIT is run again as soon as the server is back: nothing was changed. Where
it is lost in the middle of the COMMIT, nobody knows: `Unsure`.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache, cached_property

import psycopg
from psycopg import Connection, errors
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Identifier
from psycopg_pool import ConnectionPool, PoolTimeout

from storage.database import Busy, Clock, T, Unavailable, Unsure, Value, Work
from storage.postgres_address import HURRIED, address, reason

CONNECTIONS = 8  # for turns
READERS = 4
WAITING = 1000  # turns that may wait; beyond it, Busy
TRIES = 10  # of a turn that met a deadlock
PATIENCE = 8.0  # seconds until a server that does not answer is given up: whoever waits is told within ten
SHORTEST = 0.001  # seconds: a connection that is free is had at once
PAUSE = 0.1  # seconds until a lost connection is asked for again
AGAIN = (errors.DeadlockDetected, errors.SerializationFailure, errors.UniqueViolation)  # another came first
ELSEWHERE = (errors.ReadOnlySqlTransaction, errors.IdleInTransactionSessionTimeout)  # a standby; a turn that hung
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
ALONE = 7  # the class of advisory locks that are held for one transaction


class PostgresTransaction:
    """A transaction on one connection."""

    def __init__(self, connection: Connection[DictRow], clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    @cached_property
    def now(self) -> datetime:
        return self._clock()

    def rows(self, sql: str, *values: Value) -> Sequence[DictRow]:
        cursor = self._connection.execute(_in_its_words(sql), values)
        return cursor.fetchall() if cursor.description else []

    def row(self, sql: str, *values: Value) -> DictRow | None:
        return next(iter(self.rows(sql, *values)), None)

    def lock(self, table: str, key: str) -> None:
        self._connection.execute(f"SELECT 1 FROM {table} WHERE id = %s FOR UPDATE".encode(), (key,))

    def lock_if_free(self, table: str, key: str) -> bool:
        sql = f"SELECT 1 FROM {table} WHERE id = %s FOR UPDATE SKIP LOCKED".encode()
        return self._connection.execute(sql, (key,)).fetchone() is not None

    def alone(self) -> None:
        self._connection.execute("SET LOCAL lock_timeout = 0")
        self._connection.execute("SET LOCAL statement_timeout = 0")
        self._connection.execute("SELECT pg_advisory_xact_lock(%s, 0)", (ALONE,))

    def one_by_one(self, what: str) -> None:
        self._connection.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (ALONE + 1, what))

    def fill(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        named = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table), SQL(", ").join(map(Identifier, columns)))
        with self._connection.cursor() as cursor, cursor.copy(named) as copy:
            for row in rows:
                copy.write_row(row)


class Postgres:
    """The database of a server. Made by `opened`."""

    def __init__(self, pool: ConnectionPool[Connection[DictRow]], clock: Clock) -> None:
        self._pool = pool
        self._clock = clock
        self._turns = ThreadPoolExecutor(CONNECTIONS, "turn")
        self._looks = ThreadPoolExecutor(READERS, "look")  # of its own: what reads never holds up a turn
        self._waiting = 0
        self._closed = False

    async def run(self, work: Work[T]) -> T:
        if self._waiting >= WAITING:
            raise Busy
        self._waiting += 1
        try:
            return await self._on_a_thread(self._turns, work)
        finally:
            self._waiting -= 1

    async def read(self, work: Work[T]) -> T:
        return await self._on_a_thread(self._looks, work, SNAPSHOT)

    async def close(self) -> None:
        self._closed = True
        await asyncio.to_thread(self._turns.shutdown)
        await asyncio.to_thread(self._looks.shutdown)
        await asyncio.to_thread(self._pool.close)

    async def _on_a_thread(self, threads: ThreadPoolExecutor, work: Work[T], *before: str) -> T:
        if self._closed:
            raise Unavailable("closed")
        until = time.monotonic() + PATIENCE  # from now on: behind others who wait, nobody waits longer
        return await asyncio.shield(
            asyncio.get_running_loop().run_in_executor(threads, self._transact, work, until, *before)
        )

    def _transact(self, work: Work[T], until: float, *before: str) -> T:
        tries = 0
        while True:
            try:
                return self._once(work, until - time.monotonic(), *before)
            except AGAIN as error:  # PostgreSQL took this turn back so that another could go on
                tries += 1
                if tries == TRIES:
                    raise Unavailable("too many others came first") from error
            except _Lost as lost:  # before anything was committed
                if time.monotonic() > until:
                    raise Unavailable(str(lost)) from lost
                time.sleep(PAUSE)

    def _once(self, work: Work[T], patience: float, *before: str) -> T:
        connection, is_done = None, False
        try:
            with self._pool.connection(max(patience, SHORTEST)) as connection, connection.transaction():
                transaction = PostgresTransaction(connection, self._clock)
                for statement in before:
                    transaction.rows(statement)
                result, is_done = work(transaction), True
        except AGAIN:
            raise
        except StopIteration as error:  # which no future can carry
            raise RuntimeError("a turn raised StopIteration") from error
        except errors.LockNotAvailable as error:
            raise Busy from error
        except (psycopg.OperationalError, *ELSEWHERE) as error:
            is_lost = connection is not None and connection.closed
            if is_lost and is_done and not before:
                raise Unsure(str(error)) from error
            raise (_Lost if is_lost else Unavailable)(str(error)) from error
        else:
            return result


class _Lost(Exception):
    """The connection was lost before anything was committed."""


async def opened(url: str, *, clock: Clock, limits: Mapping[str, str] = HURRIED) -> Postgres:
    """Return the database at `url`, `postgresql://…`; raise Unavailable where none answers."""
    pool = ConnectionPool[Connection[DictRow]](
        address(url, limits),
        kwargs={"row_factory": dict_row, "autocommit": True},
        min_size=1,
        max_size=CONNECTIONS + READERS,
        open=False,
        timeout=PATIENCE,
        reconnect_timeout=PATIENCE,  # so that it never pauses longer between two tries
    )
    try:
        await asyncio.to_thread(pool.open, wait=True, timeout=PATIENCE)
    except PoolTimeout as error:
        await asyncio.to_thread(pool.close)
        raise Unavailable(await asyncio.to_thread(reason, address(url, limits))) from error
    return Postgres(pool, clock)


@cache
def _in_its_words(sql: str) -> bytes:
    return sql.replace("%", "%%").replace("?", "%s").encode()
