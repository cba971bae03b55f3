"""Durable bookings a second on PostgreSQL, against psycopg alone with the same SQL; with few old bookings, and many.

The floor replays the very statements that a booking runs, locks among them, on as many connections.
"""

import asyncio
import gc
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import DictRow, dict_row

from rules.model import Slot
from storage.database import Transaction, Value
from storage.opening import open_database
from storage.postgres import CONNECTIONS, PostgresTransaction
from tests.bench.storage import booked, confirming, held, places
from tests.conftest import HandClock
from tests.factories import slot
from tests.figures import Figures, figure, interleaved
from tests.storage.server import Server

BOOKINGS = 320
ROUNDS = 5
CLIENTS = (1, 8, 32)
FEW, MANY = 1000, 1_000_000  # old bookings
AGENTS = (
    "SELECT 'a' || i, 'a' || i || '@example.jp', 'x', 'x', 'notified', 'x', '2030-01-01', 'x', NULL, 'x', NULL,"
    " '2026-01-01T00:00:00.000Z', 'ja' FROM generate_series(1, {0}) AS i"
)
OLD = (
    "SELECT 'b' || i, 'c' || i, 'a' || (1 + i % {0}), 'web:x', (DATE '2026-11-01' - i % 80)::text, 9 + i % 3, 'own',"
    " 'change', 'booked', 1, '2026-01-01T00:00:00.000Z', 1, 'x', NULL, '2026-01-01T00:00:00.000Z'"
    " FROM generate_series(1, {1}) AS i"
)
CASES = "SELECT 'b' || i, 0, 'a' || (1 + i % {0}), 'x' || i, 'x' || i FROM generate_series(1, {1}) AS i"
_names = count()
Statement = tuple[str, tuple[Value, ...]]


def figures() -> Figures:
    """Measure one client, 8 and 32, spread over the slots and all on one; then beside a million old bookings."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = Server(folder / "pg")
        try:
            return [*_against_raw(server.url), *_with_old(server.url)]
        finally:
            server.end()


def _against_raw(url: str) -> Figures:
    found = []
    for where, slots in (("spread", places()), ("on one slot", [slot("2026-12-01", 10)])):
        _template(url, slots)
        recorded = _recorded(url)
        for clients in CLIENTS:
            measured = interleaved(
                ROUNDS,
                {
                    "ours": lambda clients=clients: _service(url, clients),  # type: ignore[misc]
                    "raw": lambda clients=clients, recorded=recorded: _raw(url, recorded, min(clients, CONNECTIONS)),  # type: ignore[misc]
                },
            )
            name = f"a booking on PostgreSQL, {clients} clients, {where}"
            found.append(
                figure(name, measured["ours"], "bookings/s", against="raw psycopg", floor=measured["raw"], bar=0.5)
            )
    return found


def _with_old(url: str) -> Figures:
    rates: dict[int, Sequence[float]] = {}
    for old in (FEW, MANY):
        _template(url, places(), old=old)
        rates[old] = [_service(url, CONNECTIONS) for _ in range(ROUNDS)]
    few = f"with {FEW:,}"
    return [figure(f"the same with {MANY:,} old", rates[MANY], "bookings/s", against=few, floor=rates[FEW], bar=0.8)]


def _template(url: str, slots: Sequence[Slot], *, old: int = 0) -> None:
    """Make the database of which every measurement has a copy of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS prepared")
        connection.execute("CREATE DATABASE prepared")
    prepared = _of(url, "prepared")

    async def fill() -> None:
        db = await open_database(prepared, clock=HandClock())
        await db.run(lambda tx: held(tx, slots, BOOKINGS))
        await db.close()

    asyncio.run(fill())
    with psycopg.connect(prepared, autocommit=True) as connection:
        agents = max(1, old // 100)
        if old:
            connection.execute(f"INSERT INTO agent {AGENTS.format(agents)}".encode())
            connection.execute(f"INSERT INTO booking {OLD.format(agents, old)}".encode())
            connection.execute(f"INSERT INTO booking_case {CASES.format(agents, old)}".encode())
        connection.execute("VACUUM ANALYZE")


@contextmanager
def _copied(url: str) -> Iterator[str]:
    name = f"copy{next(_names)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE prepared".encode())
    yield _of(url, name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name}".encode())


def _of(url: str, database: str) -> str:
    return url.replace("/postgres?", f"/{database}?")


def _service(url: str, clients: int) -> float:
    """Return the bookings a second of the service, with so many clients at once."""

    async def measure(copy: str) -> float:
        db = await open_database(copy, clock=HandClock())
        await asyncio.gather(*(db.run(lambda tx: tx.now) for _ in range(CONNECTIONS)))  # connected
        rate = await booked(db, clients, BOOKINGS)
        await db.close()
        return rate

    with _copied(url) as copy:
        return asyncio.run(measure(copy))


class Recorder(PostgresTransaction):
    """A transaction that remembers what was asked of it."""

    def __init__(self, connection: psycopg.Connection[DictRow]) -> None:
        super().__init__(connection, HandClock())
        self.said: list[Statement] = []

    def rows(self, sql: str, *values: Value) -> Sequence[DictRow]:
        self.said.append((sql.replace("%", "%%").replace("?", "%s"), values))
        return super().rows(sql, *values)

    def lock(self, table: str, key: str) -> None:
        self.said.append((f"SELECT 1 FROM {table} WHERE id = %s FOR UPDATE", (key,)))


def _recorded(url: str) -> list[list[Statement]]:
    """Return the statements of every booking, in order."""
    told = []
    with _copied(url) as copy, psycopg.connect(copy, row_factory=dict_row) as connection:
        for n in range(BOOKINGS):
            recorder = Recorder(connection)
            work: Any = confirming(n)
            tx: Transaction = recorder
            work(tx)
            told.append(recorder.said)
    return told


def _raw(url: str, recorded: Sequence[Sequence[Statement]], connections: int) -> float:
    """Return the bookings a second of psycopg alone, on so many connections, a thread each."""
    waiting = iter(recorded)
    ready = threading.Barrier(connections + 1)

    def client(copy: str) -> None:
        with psycopg.connect(copy, row_factory=dict_row, autocommit=True) as connection:
            ready.wait()
            for statements in waiting:
                with connection.transaction():
                    for sql, values in statements:
                        cursor = connection.execute(sql.encode(), values)
                        if cursor.description:
                            cursor.fetchall()

    with _copied(url) as copy:
        clients = [threading.Thread(target=client, args=(copy,)) for _ in range(connections)]
        for each in clients:
            each.start()
        gc.collect()
        ready.wait()
        begun = time.perf_counter()
        for each in clients:
            each.join()
        return BOOKINGS / (time.perf_counter() - begun)
