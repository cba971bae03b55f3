"""Several programs at one PostgreSQL, brought updates as a balancer brings them; killed, started, cut off at random."""

import asyncio
import random
import re
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import psycopg

from storage import agents, talks
from storage.database import Transaction
from storage.opening import open_database
from tests.bot.killing import SECRET, WAY, spacious
from tests.bot.program import Program
from tests.bot.telegram.balanced import Balanced
from tests.bot.telegram.standin import TOKEN
from tests.conftest import HandClock
from tests.factories import YOKOHAMA
from tests.storage.acts import coming
from tests.storage.server import Server

PROGRAMS = 3
ANSWERED = 30.0  # seconds after which nobody waits any more
CALM = 90.0  # seconds until the last letter must be out


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What they go through: how many agents book, how long each thinks, how often programs and server fall."""

    agents: int
    thinks: float
    kills: int
    restarts: int
    every: float
    seed: int


@dataclass(slots=True)
class Fleet:
    """What became of it."""

    booked: int = 0
    unheard: int = 0
    unsent: int = 0
    doubled: int = 0
    longest: float = 0.0
    books: str = ""
    waited: list[float] = field(default_factory=list)


async def survived(folder: Path, server: Server, ordeal: Ordeal) -> Fleet:
    """Let agents book through the webhooks of several programs, which fall; return what was counted in the end."""
    chance, found = random.Random(ordeal.seed), Fleet()
    office = spacious(folder / "office")
    await _known(server.url, ordeal.agents)
    async with Balanced(chance).running() as api:
        assert isinstance(api, Balanced)
        api.programs = [_program(folder / str(n), server.url, api.url, office) for n in range(PROGRAMS)]
        await asyncio.gather(*(asyncio.to_thread(program.start) for program in api.programs))
        falling = asyncio.create_task(_fall(api, server, ordeal, chance))
        codes = await asyncio.gather(*(_books(api, n, ordeal, chance, found) for n in range(1, ordeal.agents + 1)))
        await falling
        await _calm(server.url)
        await _counted(server.url, api, codes, found)
        found.books = (await asyncio.to_thread(api.programs[0].run, "check")).stdout
        await asyncio.gather(*(asyncio.to_thread(program.stop) for program in api.programs))
    found.longest = max(found.waited)
    return found


def _program(folder: Path, database: str, api: str, office: Path) -> Program:
    folder.mkdir()
    made = Program(folder, database=database, secret=SECRET, office=str(office), telegram_token=TOKEN)
    made.settings |= {"YOYAKU_TELEGRAM_API": api, "YOYAKU_URL": "http://127.0.0.1:9"}
    return made


async def _fall(api: Balanced, server: Server, ordeal: Ordeal, chance: random.Random) -> None:
    """Kill a program, or cut the server off, and start it again, one after the other."""
    falls = [*("program",) * ordeal.kills, *("server",) * ordeal.restarts]
    chance.shuffle(falls)
    for what in falls:
        await asyncio.sleep(ordeal.every * chance.uniform(0.5, 1.5))
        if what == "server":
            await asyncio.to_thread(server.stop)
            await asyncio.sleep(chance.uniform(0, 1))
            await asyncio.to_thread(server.start)
        else:
            program = chance.choice(api.programs)
            await asyncio.to_thread(program.stop, signal.SIGKILL)
            await asyncio.sleep(chance.uniform(0, 2))
            await asyncio.to_thread(program.start)


async def _books(api: Balanced, n: int, ordeal: Ordeal, chance: random.Random, found: Fleet) -> str:
    """Let an agent book, thinking between two words; return the code of the booking."""
    await asyncio.sleep(ordeal.thinks * chance.random())
    while not api.webhook:  # noqa: ASYNC110  a program sets it
        await asyncio.sleep(0.1)
    for said in WAY:
        before, begun = api.said[n], time.monotonic()
        api.writes(n, said.format(n=10000 + n, hour=YOKOHAMA.hours[n % 6]))
        while api.said[n] == before:
            assert time.monotonic() < begun + ANSWERED, f"{n} waits for an answer to {said}"
            await asyncio.sleep(0.02)
        found.waited.append(time.monotonic() - begun)
        await asyncio.sleep(ordeal.thinks * chance.uniform(0.5, 1.5))
    return _confirmed(api, n)[0]


def _confirmed(api: Balanced, chat: int) -> list[str]:
    """Return the codes that were confirmed in `chat`, as often as they were."""
    texts = [seen.text for seen in api.chats[chat] if seen.by == "bot" and "予約が確定しました" in seen.text]
    return [found[1] for text in texts if (found := re.search(r"予約番号：?\s*(\w{8})", text))]


async def _counted(url: str, api: Balanced, codes: Sequence[str], found: Fleet) -> None:
    async with await psycopg.AsyncConnection.connect(url) as connection:
        booked = [code for (code,) in await _rows(connection, "SELECT code FROM booking WHERE state = 'booked'")]
        heard = {name for (name,) in await _rows(connection, "SELECT id FROM heard")}
    said = Counter(code for chat in api.chats for code in _confirmed(api, chat))
    found.booked = len(booked)
    found.unheard = len({f"telegram:{update['update_id']}" for update in api.updates} - heard)
    found.unsent = len(set(booked) - set(said)) + len(set(codes) ^ set(booked))
    found.doubled = sum(said.values()) - len(said)


async def _calm(url: str) -> None:
    """Wait until nothing waits to be sent."""
    waiting = "SELECT COUNT(*) FROM letter WHERE state = 'leased' OR (state = 'pending' AND priority < 2)"
    until = time.monotonic() + CALM
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        while (await _rows(connection, waiting))[0][0]:
            assert time.monotonic() < until, "letters are left"
            await asyncio.sleep(0.2)


async def _rows(connection: psycopg.AsyncConnection[Any], sql: str) -> Sequence[tuple[Any, ...]]:
    return await (await connection.execute(sql.encode())).fetchall()


async def _known(url: str, many: int) -> None:
    """Let so many agents be signed in, each in a chat."""
    db = await open_database(url, clock=HandClock())

    def known(tx: Transaction) -> None:
        for n in range(1, many + 1):
            who = replace(coming(tx, f"known{n}"), certificate_expiry=date(2099, 1, 1))
            agents.remember(tx, who)
            talks.find(tx, f"telegram:{n}", language="ja")
            talks.bind(tx, f"telegram:{n}", who.id)

    await db.run(known)
    await db.close()
