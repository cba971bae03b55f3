"""Durable bookings a second, against sqlite3 alone with the same SQL and the same pragmas.

The floor replays the very statements that a booking runs, recorded from one, with values of its own; it
takes no decision, and pays the same COMMIT.
"""

import asyncio
import gc
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rules.model import Booking, Kind, Mode, Slot
from rules.window import window
from storage import agents, bookings, holds
from storage.database import Database, Transaction, Value
from storage.files import PRAGMAS
from storage.holds import Hold
from storage.opening import open_database
from storage.sqlite import SqliteTransaction
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers
from tests.figures import Figures, figure, interleaved
from tests.storage.acts import coming

BOOKINGS = 640
ROUNDS = 15
TOGETHER = 32
Statement = tuple[str, tuple[Value, ...]]


def figures() -> Figures:
    """Measure one client and 32, each against its floor."""
    recorded = _recorded()
    measured = interleaved(
        ROUNDS,
        {
            "one": lambda: _service(1),
            "many": lambda: _service(TOGETHER),
            "raw": lambda: _raw(recorded, 1),
            "batched": lambda: _raw(recorded, TOGETHER),
        },
    )
    unit, raw, batched = "bookings/s", "raw sqlite3", f"raw, batched by {TOGETHER}"
    return [
        figure("a durable booking, one client", measured["one"], unit, against=raw, floor=measured["raw"], bar=0.5),
        figure(f"the same, {TOGETHER} clients", measured["many"], unit, against=raw, floor=measured["raw"], bar=1.0),
        figure(
            f"the same, {TOGETHER} clients", measured["many"], unit, against=batched, floor=measured["batched"], bar=0.5
        ),
    ]


def places() -> list[Slot]:
    """Return the slots that agents are spread over."""
    return [Slot(day, hour) for day in window(YOKOHAMA, now=HandClock().now) for hour in YOKOHAMA.hours]


def _held(tx: Transaction) -> None:
    held(tx, places(), BOOKINGS)


def held(tx: Transaction, places: Sequence[Slot], many: int) -> None:
    """Let so many agents each hold a place, as the choice of slot, a turn of its own, has left them."""
    known(tx, places, many)
    for n in range(many):
        choosing(n, places[n % len(places)])(tx)


def known(tx: Transaction, places: Sequence[Slot], many: int) -> None:
    """Let there be so many agents, and room for all of them in each slot."""
    for slot in places:
        tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, ?, ?)", slot.day.isoformat(), slot.hour, many)
    for n in range(many):
        tx.rows("UPDATE agent SET id = ? WHERE id = ?", _name(n), coming(tx, f"agent{n}").id)


def choosing(n: int, slot: Slot) -> Callable[[Transaction], Hold]:
    """Return the work of one choice: the turn in which a slot is pressed."""

    def work(tx: Transaction) -> Hold:
        made = holds.hold(tx, YOKOHAMA, agents.locked(tx, _name(n)), f"web:{n}", slot)
        assert isinstance(made, Hold), made
        return made

    return work


def confirming(n: int) -> Callable[[Transaction], Booking]:
    """Return the work of one booking: the turn in which 確定する is pressed."""
    agent, chat, cases = _name(n), f"web:{n}", numbers(1, 1000 + n)

    def work(tx: Transaction) -> Booking:
        who = agents.locked(tx, agent)
        made = bookings.book(tx, YOKOHAMA, who, chat, mode=Mode.OWN, kinds=[Kind.CHANGE], cases=cases)
        assert isinstance(made, Booking), made
        return made

    return work


def _name(n: int) -> str:
    return f"agent{n:04}"


def _service(clients: int) -> float:
    """Return the bookings a second of the service, with so many clients at once."""

    async def measure() -> float:
        with tempfile.TemporaryDirectory() as folder:
            db = await open_database(f"sqlite:///{folder}/yoyaku.db", clock=HandClock())
            await db.run(_held)
            rate = await booked(db, clients, BOOKINGS)
            await db.close()
            return rate

    return asyncio.run(measure())


async def booked(db: Database, clients: int, many: int) -> float:
    """Return how many of so many bookings a second are made by so many clients at once."""
    waiting = iter([confirming(n) for n in range(many)])

    async def client() -> None:
        for work in waiting:
            await db.run(work)

    gc.collect()
    begun = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    return many / (time.perf_counter() - begun)


class Recorder(SqliteTransaction):
    """A transaction that remembers what was asked of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, HandClock())
        self.said: list[Statement] = []

    def rows(self, sql: str, *values: Value) -> Sequence[sqlite3.Row]:
        self.said.append((sql, values))
        return super().rows(sql, *values)

    def row(self, sql: str, *values: Value) -> sqlite3.Row | None:
        self.said.append((sql, values))
        return super().row(sql, *values)


def _recorded() -> list[list[Statement]]:
    """Return the statements of every booking, in order."""
    with tempfile.TemporaryDirectory() as folder:
        connection = _prepared(Path(folder))
        told = []
        for n in range(BOOKINGS):
            recorder = Recorder(connection)
            confirming(n)(recorder)
            told.append(recorder.said)
        connection.close()
    return told


def _raw(recorded: list[list[Statement]], together: int) -> float:
    """Return the bookings a second of sqlite3 alone, so many to a transaction."""
    with tempfile.TemporaryDirectory() as folder:
        connection = _prepared(Path(folder))
        gc.collect()
        begun = time.perf_counter()
        for first in range(0, BOOKINGS, together):
            connection.execute("BEGIN IMMEDIATE")
            for statements in recorded[first : first + together]:
                for sql, values in statements:
                    connection.execute(sql, values).fetchall()
            connection.execute("COMMIT")
        took = time.perf_counter() - begun
        connection.close()
    return BOOKINGS / took


def _prepared(folder: Path) -> sqlite3.Connection:
    """Return a database with the tables, the agents and their holds, as the service finds them."""

    async def make() -> None:
        db = await open_database(f"sqlite:///{folder}/yoyaku.db", clock=HandClock())
        await db.run(_held)
        await db.close()

    asyncio.run(make())
    connection = sqlite3.connect(folder / "yoyaku.db", isolation_level=None)
    connection.row_factory = sqlite3.Row
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection
