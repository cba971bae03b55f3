"""Two programs, one place: both take it at the same moment, again and again; how often it was sold twice."""

import asyncio
import multiprocessing
import multiprocessing.synchronize
import sys
from collections.abc import Callable
from functools import partial

import psycopg

from rules.model import Office, Slot
from storage import slots
from storage.database import Transaction
from storage.opening import open_database
from tests.conftest import HandClock
from tests.factories import numbers, slot
from tests.storage import acts

PROGRAMS = 2
PLACE = slot("2026-12-01", 10)
ONE_PLACE = (
    "INSERT INTO slot VALUES ('2026-12-01', 10, 1) ON CONFLICT (day, hour) DO UPDATE SET places = 1, closed = NULL"
)
Meet = Callable[[], object]


def raced(url: str, races: int, *, is_locked: bool = True) -> tuple[int, int]:
    """Race so many times; return how often the place was sold at all, and how often to both."""
    spawn = multiprocessing.get_context("spawn")
    meet = spawn.Barrier(PROGRAMS, timeout=60)
    sold = spawn.Array("i", races)
    runners = [
        spawn.Process(target=_race, args=(url, f"racer{n}", races, meet, sold, is_locked)) for n in range(PROGRAMS)
    ]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    if any(runner.exitcode for runner in runners):
        raise AssertionError([runner.exitcode for runner in runners])
    found: list[int] = sold[:]
    return sum(count > 0 for count in found), sum(count > 1 for count in found)


def _race(  # noqa: PLR0917  as a process is started
    url: str, name: str, races: int, meet: "multiprocessing.synchronize.Barrier", sold: list[int], is_locked: bool
) -> None:
    if not is_locked:
        slots.lock = _looked  # type: ignore[assignment]
    asyncio.run(_races(url, name, races, meet.wait, sold))
    sys.exit(0)


async def _races(url: str, name: str, races: int, meet: Meet, sold: list[int]) -> None:
    db = await open_database(url, clock=HandClock())
    await db.run(partial(acts.coming, name=name))
    takes = acts.booking(name, PLACE, numbers(1, 1001 + hash(name) % 1000))
    with psycopg.connect(url, autocommit=True) as connection:
        for race in range(races):
            if name.endswith("0"):
                connection.execute("UPDATE booking SET state = 'cancelled' WHERE state = 'booked'")
                connection.execute(ONE_PLACE)  # whatever was done here before
            meet()
            await db.run(takes)
            meet()
            if name.endswith("0"):
                row = connection.execute("SELECT COUNT(*) FROM booking WHERE state = 'booked'").fetchone()
                sold[race] = row[0] if row else 0
    await db.close()


def _looked(tx: Transaction, office: Office, wanted: Slot) -> int:
    """Return the places of a slot, and lock nothing."""
    return slots.places(tx, office, [wanted.day])[wanted]
