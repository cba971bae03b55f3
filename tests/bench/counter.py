"""The counter on a day of 600 visits: how soon its page is there, and whether the talk waits for it."""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

import httpx

from rules.model import Booking
from storage.opening import open_database
from tests.bench.clerks import signed_in
from tests.bot.browsing import read
from tests.bot.program import ROOT, Program
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, numbers, slot
from tests.figures import Figure, Figures, at_most
from tests.storage import acts

DAY, NOW = "2026-12-01", "2026-12-01 09:05:00"
VISITS, CASES = 600, 3
PAGE, SEARCH = 200.0, 50.0  # milliseconds
TIMES = 2.0  # as late beside the counter, at most
TURNS, A_SECOND = 600, 20  # of the talk; beside it two screens are open, and a visit is received every half second
ROUNDS = 3


def figures() -> Figures:
    """Measure the page, the search, and the slowest hundredth of the talk's answers with and without the counter."""
    return asyncio.run(_figures())


async def _figures() -> Figures:
    late: dict[int, list[float]] = {0: [], VISITS: []}
    page, search = 0.0, 0.0
    for _ in range(ROUNDS):
        for visits, found in late.items():
            async with _running(visits) as (program, made):
                if visits:
                    page, search = await _seen(program, made)
                found.append(await _beside(program, made))
    empty, full = (min(found) for found in late.values())
    ratio = round(empty / full * TIMES, 2)
    return [
        at_most(f"the counter's page with {VISITS} visits", page, PAGE),
        at_most("a search in them", search, SEARCH),
        Figure(
            "p99 of the talk beside the counter",
            round(full, 1),
            "ms",
            "an empty counter's, × 2",
            ratio,
            1.0,
            ratio >= 1,
        ),
    ]


@asynccontextmanager
async def _running(visits: int) -> AsyncIterator[tuple[Program, list[Booking]]]:
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        (folder / "var").mkdir()
        (folder / "var" / "clock").write_text(str(int((at(NOW) - datetime.now(UTC)).total_seconds())))
        made = await _booked(folder, visits)
        with Program(folder, webchat="1") as program:
            yield program, made


async def _booked(folder: Path, visits: int) -> list[Booking]:
    db = await open_database(f"sqlite:///{folder}/var/yoyaku.db", clock=HandClock("2026-11-26 10:00:00"))
    hours = YOKOHAMA.hours
    sql = "INSERT INTO slot (day, hour, places) VALUES (?, ?, 999)"
    await db.run(lambda tx: [tx.rows(sql, DAY, hour) for hour in hours])
    made = [
        await db.run(acts.booking(f"agent{n}", slot(DAY, hours[n % len(hours)]), numbers(CASES, 1001 + 10 * n)))
        for n in range(visits)
    ]
    await db.close()
    return [each for each in made if isinstance(each, Booking)]


async def _seen(program: Program, made: list[Booking]) -> tuple[float, float]:
    """Return how many milliseconds the page of the day takes, and a search by a number."""
    clerk = await signed_in(program.hires("clerk"))
    took: dict[str, list[float]] = {"/counter": [], f"/counter?q={made[77].cases[0].typed}": []}
    for _ in range(20):
        for path, found in took.items():
            begun = time.perf_counter()
            answer = await clerk.get(path)
            found.append((time.perf_counter() - begun) * 1000)
            assert made[77].code in answer.text
    await clerk.aclose()
    page, search = (median(found) for found in took.values())
    return page, search


async def _beside(program: Program, made: list[Booking]) -> float:
    """Return the slowest hundredth of the talk's answers, beside two clerks, who are a process of their own."""
    links = [program.hires(f"clerk {n}") for n in range(2)]
    codes = [booking.code for booking in made]
    clerks = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.bench.clerks", *links, *codes, cwd=ROOT)
    await asyncio.sleep(3)
    try:
        return await _talk(program)
    finally:
        clerks.kill()
        await clerks.wait()


async def _talk(program: Program) -> float:
    """Say something so many times a second in a chat of its own each; return the slowest hundredth in ms."""
    took: list[float] = []

    async def says(chat: httpx.AsyncClient) -> None:
        page = read((await chat.get("/chat")).text)
        begun = time.perf_counter()
        with suppress(httpx.TransportError):
            await chat.post("/chat", data={"csrf": page.csrf, "update": page.update, "text": "メニュー"})
            took.append((time.perf_counter() - begun) * 1000)

    chats = [httpx.AsyncClient(base_url=program.url, timeout=30) for _ in range(2 * A_SECOND)]
    said = []
    for n in range(TURNS):
        said.append(asyncio.create_task(says(chats[n % len(chats)])))
        await asyncio.sleep(1 / A_SECOND)
    await asyncio.gather(*said)
    for chat in chats:
        await chat.aclose()
    assert len(took) == TURNS
    return quantiles(took, n=100)[98]
