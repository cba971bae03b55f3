"""Letters that are due together leave as fast as the rate allows, and agents are answered meanwhile.

The other side counts by the second, and refuses (429) whatever is above the rate; a message takes it some milliseconds.
And a knock at which nothing is due, while a million letters wait.
"""

import asyncio
import tempfile
import time
from collections import deque

from bot.bell import Bell
from bot.channels.unsent import Halted
from bot.metrics import Metrics
from bot.postman import Postman
from bot.rate import Rate
from handlers.letters.worded import posted
from rules.model import Booking
from storage.database import Database, Transaction
from storage.letters import Letter
from storage.opening import open_database
from tests.bench.card import PREMISES, talked
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.figures import Figure, Figures, at_most
from tests.storage.acts import booking

LETTERS = 1000
RATE = 250.0  # a second
TAKES = 0.008  # seconds, of the other side
WAITING = 1_000_000
KNOCKS = 200
SLOWEST = 1000.0  # milliseconds
IDLE = 1.0  # milliseconds
DAY = "2026-12-01"


class Vendor:
    """The other side: takes so many messages a second, and no more."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.taken: list[str] = []
        self.refused = 0
        self._lately: deque[float] = deque()

    async def carry(self, letter: Letter) -> bool:
        said = await self.db.read(lambda tx: posted(tx, PREMISES, letter))
        assert said is not None
        now = time.monotonic()
        while self._lately and now - self._lately[0] >= 1:
            self._lately.popleft()
        if len(self._lately) >= RATE:
            self.refused += 1
            raise Halted("429", seconds=1)
        self._lately.append(now)
        await asyncio.sleep(TAKES)
        self.taken.append(letter.about)
        return True


def figures() -> Figures:
    """Measure the drain, the answers meanwhile, and the idle knock."""
    rate, refused, slowest = asyncio.run(_drained())
    idle = asyncio.run(_idle())
    ratio = round(rate / RATE, 3)
    return [
        Figure(
            f"{LETTERS} letters due together", round(rate, 1), "letters/s", "the rate set", ratio, 0.95, ratio >= 0.95
        ),
        Figure("refused, being above the rate", refused, "letters", "none", refused, 0, refused == 0),
        at_most("the slowest answer meanwhile", slowest, SLOWEST),
        at_most(f"an idle knock, {WAITING:,} letters waiting", idle, IDLE),
    ]


async def _drained() -> tuple[float, int, float]:
    """Return letters a second, how many were refused, and the milliseconds of the slowest answer meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        clock = HandClock("2026-11-26 10:00:00")
        db = await open_database(f"sqlite:///{folder}/yoyaku.db", clock=clock)
        await db.run(_spacious)
        for n in range(LETTERS):
            made = await db.run(booking(f"agent{n}", slot(DAY, YOKOHAMA.hours[n % 6]), numbers(2, 1000 + 2 * n)))
            assert isinstance(made, Booking), made
        clock.set("2026-11-30 09:00:00")
        vendor = Vendor(db)
        postman = Postman(db, Bell(), vendor.carry, rate=Rate(RATE), metrics=Metrics(clock), channel="web")
        begun = time.monotonic()
        draining = asyncio.create_task(postman.drain())
        ended: list[float] = []
        draining.add_done_callback(lambda _: ended.append(time.monotonic()))
        answers = await talked(db, clock, until=draining)
        await db.close()
        assert len(vendor.taken) == len(set(vendor.taken)) == LETTERS, "lost or doubled"
        return LETTERS / (ended[0] - begun), vendor.refused, max(answers) * 1000


def _spacious(tx: Transaction) -> None:
    for hour in YOKOHAMA.hours:
        tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, ?, ?)", DAY, hour, LETTERS)


async def _idle() -> float:
    """Return the milliseconds of a knock at which nothing is due."""
    with tempfile.TemporaryDirectory() as folder:
        clock = HandClock()
        db = await open_database(f"sqlite:///{folder}/yoyaku.db", clock=clock)
        await db.run(_waiting)
        postman = Postman(db, Bell(), Vendor(db).carry, rate=Rate(RATE), metrics=Metrics(clock), channel="web")
        await postman.drain()
        begun = time.perf_counter()
        for _ in range(KNOCKS):
            await postman.drain()
        took = (time.perf_counter() - begun) / KNOCKS
        await db.close()
        return took * 1000


def _waiting(tx: Transaction) -> None:
    tx.rows(
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {WAITING})"
        " INSERT INTO letter"
        " (id, about, kind, subject, channel, chat, priority, due, next_attempt, state, attempts, put)"
        " SELECT 'l' || i, 'x' || i, 'today', 'x' || i, 'web', 'web:' || i, 2, '2027-01-01T00:00:00.000Z',"
        " '2027-01-01T00:00:00.000Z', 'pending', 0, '2026-11-01T00:00:00.000Z' FROM n"
    )
