"""Noon, when a day opens: everybody wants a place of it within the same minute, through real HTTP, in the web chat."""

import asyncio
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field

import aiohttp

from bot.web.session import COOKIE, Sessions
from storage.database import Transaction
from storage.opening import open_database
from tests.bot.killing import SECRET, cookie, known
from tests.bot.program import Program
from tests.conftest import HandClock
from tests.factories import YOKOHAMA

STANDS = 'UPDATE chat SET step = \'day\', draft = ?, path = \'["mode", "kinds", "counter"]\', spoke = ?'
DRAFT = '{"mode": "other", "kinds": ["extension"]}'
BUBBLE = re.compile(r'<article class="bubble.*?</article>', re.DOTALL)
HELD, BOOKED = "申請番号を入力してください", "予約が確定しました"
PATIENCE = 30.0  # seconds for an answer


@dataclass(slots=True)
class Noon:
    """What became of it: every answer's seconds, what went wrong, and who asked for which hour when."""

    answers: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    won: dict[int, list[float]] = field(default_factory=dict)
    lost: dict[int, list[float]] = field(default_factory=dict)
    booked: int = 0
    most: int = 0  # visits in any hour
    books: str = ""

    @property
    def unfair(self) -> float:
        """How many seconds before somebody who got a place another had asked for it in vain, at most."""
        spans = [max(won) - min(self.lost[hour]) for hour, won in self.won.items() if self.lost.get(hour)]
        return max([0.0, *spans])

    @property
    def slowest(self) -> float:
        """The seconds within which 99 of 100 were answered."""
        return sorted(self.answers)[int(len(self.answers) * 0.99)]


def noon(program: Program, *, agents: int, seconds: float, seed: int) -> Noon:
    """Let so many agents, who stand before the choice of a day, want a place within so many seconds."""
    (program.folder / "var").mkdir(exist_ok=True)
    asyncio.run(_stand(program.database, agents))
    found = Noon()
    with program:
        asyncio.run(_rush(program, agents, seconds, random.Random(seed), found))
        hours = program.rows("SELECT COUNT(*) FROM booking WHERE state = 'booked' GROUP BY day, hour")
        found.booked, found.most = sum(many for (many,) in hours), max(many for (many,) in hours)
        found.books = program.run("check").stdout
        program.stop()
    assert "Traceback" not in program.log()
    return found


async def _stand(database: str, agents: int) -> None:
    """Let the agents be known, and have answered everything before the day."""
    await known(database, agents)
    db = await open_database(database, clock=HandClock())

    def work(tx: Transaction) -> None:
        tx.rows(STANDS, DRAFT, "2026-11-24T00:00:00.000Z")

    await db.run(work)
    await db.close()


async def _rush(program: Program, agents: int, seconds: float, chance: random.Random, found: Noon) -> None:
    connector = aiohttp.TCPConnector(limit=200)
    async with aiohttp.ClientSession(program.url, connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as http:
        hours = [chance.sample(YOKOHAMA.hours, len(YOKOHAMA.hours)) for _ in range(agents)]
        moments = [chance.uniform(0, seconds) for _ in range(agents)]
        await asyncio.gather(*(_wants(http, n, moments[n], hours[n], found) for n in range(agents)))


async def _wants(http: aiohttp.ClientSession, n: int, moment: float, hours: list[int], found: Noon) -> None:
    """Come at the moment, choose the last day, and one hour after the other until one has a place."""
    await asyncio.sleep(moment)
    await _says(http, n, "5", found)
    for hour in hours:
        asked = time.monotonic()
        if HELD in await _says(http, n, f"{hour}時", found):
            found.won.setdefault(hour, []).append(asked)
            await _says(http, n, f"東労一E{10000 + n}", found)
            if BOOKED not in await _says(http, n, "確定する", found):
                found.errors["held, and not booked"] += 1
            return
        found.lost.setdefault(hour, []).append(asked)


async def _says(http: aiohttp.ClientSession, n: int, said: str, found: Noon) -> str:
    """Send the form, and read the page that answers, as a browser without scripts does; return its last bubble."""
    chat, begun = f"web:known{n}", time.monotonic()
    csrf = Sessions(SECRET.encode(), is_secure=False).csrf(chat)
    form = {"csrf": csrf, "update": f"{begun}", "text": said}
    headers = {"Cookie": f"{COOKIE}={cookie(n)}"}
    try:
        timeout = aiohttp.ClientTimeout(PATIENCE)
        async with http.post("/chat", data=form, headers=headers, timeout=timeout) as answer:
            page = await answer.text()
    except (TimeoutError, aiohttp.ClientError) as error:
        found.errors[type(error).__name__] += 1
        return ""
    found.answers.append(time.monotonic() - begun)
    if answer.status != 200:
        found.errors[str(answer.status)] += 1
    bubbles: list[str] = BUBBLE.findall(page)
    return bubbles[-1] if bubbles else ""
