"""PostgreSQL: a pool of connections, a thread for each turn under way, retried where another came first."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache, cached_property

import psycopg
from psycopg import Connection, errors
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from storage.database import Clock, T, Unavailable, Value, Work

CONNECTIONS = 8  # for turns
READERS = 4
TRIES = 10  # of a turn that met a deadlock
PATIENCE = 10.0  # seconds until a server that does not answer is given up
AGAIN = (errors.DeadlockDetected, errors.SerializationFailure, errors.UniqueViolation)  # another came first
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"


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


class Postgres:
    """The database of a server. Made by `opened`."""

    is_alone = False

    def __init__(self, pool: ConnectionPool[Connection[DictRow]], clock: Clock) -> None:
        self._pool = pool
        self._clock = clock
        self._turns = ThreadPoolExecutor(CONNECTIONS, "turn")
        self._looks = ThreadPoolExecutor(READERS, "look")  # of its own: what reads never holds up a turn
        self._closed = False

    async def run(self, work: Work[T]) -> T:
        return await self._on_a_thread(self._turns, self._commit, work)

    async def read(self, work: Work[T]) -> T:
        return await self._on_a_thread(self._looks, self._look, work)

    async def close(self) -> None:
        self._closed = True
        await asyncio.to_thread(self._turns.shutdown)
        await asyncio.to_thread(self._looks.shutdown)
        await asyncio.to_thread(self._pool.close)

    async def _on_a_thread(self, threads: ThreadPoolExecutor, transact: Callable[[Work[T]], T], work: Work[T]) -> T:
        if self._closed:
            raise Unavailable("closed")
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(threads, transact, work))

    def _commit(self, work: Work[T]) -> T:
        for _ in range(TRIES):
            try:
                return self._once(work)
            except AGAIN:  # PostgreSQL took this turn back so that another could go on
                continue
        raise Unavailable("too many others came first")

    def _look(self, work: Work[T]) -> T:
        return self._once(work, SNAPSHOT)

    def _once(self, work: Work[T], *before: str) -> T:
        try:
            with self._pool.connection() as connection, connection.transaction():
                transaction = PostgresTransaction(connection, self._clock)
                for statement in before:
                    transaction.rows(statement)
                return work(transaction)
        except AGAIN:
            raise
        except StopIteration as error:  # which no future can carry
            raise RuntimeError("a turn raised StopIteration") from error
        except (psycopg.OperationalError, errors.ReadOnlySqlTransaction, PoolTimeout) as error:
            raise Unavailable(str(error)) from error


async def opened(url: str, *, clock: Clock) -> Postgres:
    """Return the database at `url`, `postgresql://…`; raise Unavailable where none answers."""
    pool = ConnectionPool[Connection[DictRow]](
        url,
        kwargs={"row_factory": dict_row, "autocommit": True},
        min_size=1,
        max_size=CONNECTIONS + READERS,
        open=False,
        timeout=PATIENCE,
    )
    try:
        await asyncio.to_thread(pool.open, wait=True, timeout=PATIENCE)
    except PoolTimeout as error:
        await asyncio.to_thread(pool.close)
        raise Unavailable(str(error)) from error
    return Postgres(pool, clock)


@cache
def _in_its_words(sql: str) -> bytes:
    return sql.replace("%", "%%").replace("?", "%s").encode()
