"""An office that is simulated: agents book and change, letters go out, and whatever can fail does, on a virtual clock.

Everything but the agents and the mail server is the real thing: rules, SQL, letters, postmen.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from bot.bell import Bell
from bot.channels.unsent import Halted, Unsent
from bot.delivery import by_mail, into_web_chat
from bot.metrics import Metrics
from bot.postman import LETTERS, Postman
from bot.rate import Rate
from handlers.letters.mail import Mail
from rules.model import Booking, Slot
from rules.window import window
from storage import agents, bookings, talks
from storage.database import Database, Transaction
from storage.opening import open_database
from storage.others import Alone
from tests.bot.letterbox import PREMISES
from tests.bot.virtual import Busy, VirtualLoop
from tests.factories import YOKOHAMA, at, numbers
from tests.storage.acts import booking, cancelling, coming, correcting, holding_for, moving
from tests.storage.server import home

BEGIN = "2026-11-19 07:00:00"  # a Thursday; Monday is a holiday
AGENTS = 15
ACTS = 700.0  # seconds between two acts of agents, on average
CRASHES = 20_000.0  # the same, of crashes
MORNING = (24 + 1.5) * 3600.0  # seconds after the begin: 08:30 of the next day
MAILS = 10.0  # a second
TAKES = (0.02, 3.0)  # seconds of the mail server


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which nothing could be sent."""

    begin: datetime
    end: datetime


class World:
    """What happened, as it is held against what had to happen."""

    def __init__(self, loop: VirtualLoop, db: Database, seed: int) -> None:
        self.loop, self.db = loop, Busy(db, loop.jumping)
        self.agents, self.crashes, self.server = (Random(f"{what} {seed}") for what in ("agents", "crashes", "server"))
        self.bell = Bell()
        self.taken: dict[str, list[datetime]] = defaultdict(list)
        self.faults: Counter[str] = Counter()  # attempts that failed, by letter
        self.uncertain: Counter[str] = Counter()  # of them, those that may have arrived
        self.spans: list[Span] = []
        self.stood: list[tuple[datetime, frozenset[Booking]]] = []
        self.acts = 0
        self.signed_in = {f"web:agent{n}" for n in range(AGENTS) if n % 5}  # the others are told by mail

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.loop.time(), UTC) + (at(BEGIN) - datetime.fromtimestamp(0, UTC))

    async def live(self, days: int) -> None:
        """Let so many days pass."""
        await self.db.run(partial(_known, signed_in=self.signed_in))
        living = asyncio.create_task(self._act())
        end = self.loop.time() + days * 86400
        while self.loop.time() < end:
            postmen = [asyncio.create_task(postman.work()) for postman in self._postmen()]
            until, outage = self._next_crash()
            await asyncio.sleep(min(until, end) - self.loop.time())
            if self.loop.time() < end:
                await self._crash(postmen, living)
                down = self.now()
                await asyncio.sleep(outage)
                self.spans.append(Span(down, self.now()))
                living = asyncio.create_task(self._act())
        await _ended(*postmen, living)

    def _next_crash(self) -> tuple[float, float]:
        """Return when the program dies next, and for how many seconds: at random, and over one morning of reminders."""
        until = self.loop.time() + self.crashes.expovariate(1 / CRASHES)
        if self.loop.time() < MORNING <= until:
            return MORNING, 4 * 3600.0
        return until, self.crashes.choice((1.0, 60.0, 3 * 3600.0, 6 * 3600.0))

    def _postmen(self) -> list[Postman]:
        send = by_mail(self.db, PREMISES, self._send)
        post = into_web_chat(self.db, PREMISES, self.bell)
        metrics = Metrics(self.now)
        return [
            Postman(self.db, self.bell, carry, rate=Rate(MAILS, clock=self.loop.time), metrics=metrics, channel=channel)
            for channel, carry in (("mail", send), ("web", post))
        ]

    async def _crash(self, postmen: list[asyncio.Task[None]], living: asyncio.Task[None]) -> None:
        """End everything in the middle of what it does, and mark nothing."""
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        self.bell.others = Alone()  # who starts then is another
        await asyncio.sleep(0)
        await _ended(*others, *postmen, living)  # once more: whoever waits for others to finish is not let
        for about in await self.db.read(_leased):
            self.uncertain[about] += 1

    async def _send(self, mail: Mail, about: str) -> None:
        """Take a mail, as a server does on a bad day."""
        await asyncio.sleep(self.server.uniform(*TAKES))
        fate = self.server.random()
        if fate < 0.03:
            self.faults[about] += 1
            seconds = self.server.uniform(1, 30)
            self.spans.append(Span(self.now(), self.now() + timedelta(seconds=seconds)))
            raise Halted("429", seconds=seconds)
        if fate < 0.08:  # before it was taken
            self.faults[about] += 1
            raise Unsent("before")
        self.taken[about].append(self.now())
        if fate < 0.12:  # after it was taken
            self.faults[about] += 1
            self.uncertain[about] += 1
            raise Unsent("after")
        await asyncio.sleep(0.05)

    async def _act(self) -> None:
        """Let agents book, correct, move and cancel at any hour."""
        while True:
            await asyncio.sleep(self.agents.expovariate(1 / ACTS))
            name = f"agent{self.agents.randrange(AGENTS)}"
            mine = await self.db.read(lambda tx, name=name: _live(tx, name))  # type: ignore[misc]
            days = window(YOKOHAMA, now=self.now())
            where = Slot(self.agents.choice(days), self.agents.choice(YOKOHAMA.hours))
            act = self.agents.choice(("book", "book", "correct", "move", "cancel"))
            if act == "book" or not mine:
                self.acts += 1
                await self.db.run(booking(name, where, numbers(2, 1000 + 10 * self.acts)))
            else:
                await self._change(act, name, self.agents.choice(mine), where)
            self.bell.ring(LETTERS)
            self.stood.append((self.now(), frozenset(await self.db.read(_standing))))

    async def _change(self, act: str, name: str, found: Booking, where: Slot) -> None:
        match act:
            case "correct":
                await self.db.run(correcting(name, found.code, found.cases[:1], version=found.version))
            case "move":
                await self.db.run(holding_for(name, found, where))
                await self.db.run(moving(name, found.code, version=found.version))
            case _:
                await self.db.run(cancelling(name, found.code, version=found.version))


def simulated(folder: Path, *, seed: int, days: int) -> tuple[World, Database]:
    """Return the world after so many days, and its database, still open in the world's loop."""
    loop = VirtualLoop()
    worlds: list[World] = []
    db = loop.run_until_complete(open_database(home(folder), clock=lambda: worlds[0].now() if worlds else at(BEGIN)))
    worlds.append(World(loop, db, seed))
    loop.run_until_complete(worlds[0].live(days))
    return worlds[0], db


async def _ended(*tasks: asyncio.Task[None]) -> None:
    """End `tasks`; raise what any of them has raised before."""
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, BaseException) and not isinstance(ended, asyncio.CancelledError):
            raise ended


def _known(tx: Transaction, signed_in: Collection[str]) -> None:
    for n in range(AGENTS):
        who, chat = coming(tx, f"agent{n}"), f"web:agent{n}"
        talks.find(tx, chat, language="ja")
        if chat in signed_in:
            talks.bind(tx, chat, who.id)


def _leased(tx: Transaction) -> list[str]:
    return [row["about"] for row in tx.rows("SELECT about FROM letter WHERE state = 'leased'")]


def _live(tx: Transaction, name: str) -> list[Booking]:
    row = tx.row("SELECT id FROM agent WHERE address = ?", f"{name}@example.jp")
    assert row is not None
    return list(bookings.live(tx, YOKOHAMA, agents.find(tx, row["id"])))


def _standing(tx: Transaction) -> list[Booking]:
    rows = tx.rows("SELECT id FROM booking WHERE state = 'booked'")
    return [found for row in rows if (found := bookings.find_by_id(tx, row["id"]))]
