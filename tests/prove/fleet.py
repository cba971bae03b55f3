"""Three programs at one PostgreSQL: races for one place, the same acts on both databases, an ordeal of 300 agents."""

import asyncio
import random
import tempfile
from pathlib import Path

from storage.opening import open_database
from tests.bot.fleet import Ordeal, survived
from tests.conftest import HandClock
from tests.figures import Figure, Figures
from tests.storage.differential import compared
from tests.storage.racing import raced
from tests.storage.server import Server

RACES, OPERATIONS = 1000, 10_000
AGENTS, THINKS, KILLS, RESTARTS, EVERY = 300, 40.0, 30, 2, 9.0
DOUBLES = 4  # a fall, at most
LONGEST = 10.0  # seconds that anybody may wait


def figures() -> Figures:
    """Race, compare, and let programs and server fall; count what was sold twice, lost, doubled, late."""
    seed = random.randrange(10**6)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = Server(folder / "pg")
        try:
            found = [*asyncio.run(_compared(server, folder, seed)), *_races(server)]
        finally:
            server.end()
        return [*found, *_fleet(folder, seed)]


def _races(server: Server) -> Figures:
    sold, twice = raced(server.url, RACES)
    _, unlocked = raced(server.url, RACES, is_locked=False)
    return [
        _none("races: one place sold twice", twice, f"{RACES} races, {sold} sold"),
        Figure("races: the same without the lock", unlocked, "times", "once, at least", unlocked, 1, unlocked > 0),
    ]


async def _compared(server: Server, folder: Path, seed: int) -> Figures:
    clock = HandClock("2026-11-20 09:00:00")
    first = await open_database(f"sqlite:///{folder / 'yoyaku.db'}", clock=clock)
    second = await open_database(server.url, clock=clock)
    counted = await compared(first, second, clock, OPERATIONS, seed)
    await first.close()
    await second.close()
    return [_none("SQLite and PostgreSQL differ", 0, f"{counted.total()} acts, seed {seed}")]


def _fleet(folder: Path, seed: int) -> Figures:
    ordeal = Ordeal(AGENTS, THINKS, KILLS, RESTARTS, EVERY, seed)
    server = Server(folder / "fleet")
    try:
        found = asyncio.run(survived(folder, server, ordeal))
    finally:
        server.end()
    falls = KILLS + RESTARTS
    what = f"{AGENTS} agents, {falls} falls, seed {seed}"
    is_right = found.books.rstrip().endswith("the books are right") and found.booked == AGENTS
    return [
        _none("fleet: updates that were not heard", found.unheard, what),
        _none("fleet: bookings lost, or never confirmed", found.unsent, what),
        Figure(
            "fleet: confirmations sent twice",
            found.doubled,
            "letters",
            f"{DOUBLES} a fall",
            found.doubled / (DOUBLES * falls),
            1.0,
            found.doubled <= DOUBLES * falls,
        ),
        Figure(
            "fleet: the longest wait for an answer",
            round(found.longest, 1),
            "s",
            f"{LONGEST:.0f} s, at most",
            round(found.longest / LONGEST, 2),
            1.0,
            found.longest < LONGEST,
        ),
        Figure("fleet: the books are right", found.booked, "bookings", str(AGENTS), is_right, 1.0, is_right),
    ]


def _none(name: str, count: int, what: str) -> Figure:
    return Figure(name, count, "times", what, count, 0, count == 0)
