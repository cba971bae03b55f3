"""The counter on a day of 600 visits: how soon its page is there, and whether the talk waits for it."""

import asyncio
import re
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
from tests.bot.browsing import read
from tests.bot.program import Program
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, numbers, slot
from tests.figures import Figure, Figures, at_most
from tests.storage import acts

DAY, NOW = "2026-12-01", "2026-12-01 09:05:00"
VISITS, CASES = 600, 3
PAGE, SEARCH = 200.0, 50.0  # milliseconds
TIMES = 2.0  # as late beside the counter, at most
TURNS, A_SECOND = 600, 20  # of the talk; beside it two screens are open, and a visit is received every half second
PASSPHRASE = "correct horse battery"


def figures() -> Figures:
    """Measure the page, the search, and the slowest hundredth of the talk's answers with and without the counter."""
    return asyncio.run(_figures())


async def _figures() -> Figures:
    late: dict[int, list[float]] = {0: [], VISITS: []}
    page, search = 0.0, 0.0
    for _ in range(2):
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


async def _clerk(program: Program) -> httpx.AsyncClient:
    """Return a browser that is signed in at the counter."""
    link = await asyncio.to_thread(program.hires, f"clerk {time.monotonic_ns()}")
    clerk = httpx.AsyncClient(base_url=program.url, follow_redirects=True, timeout=30)
    await clerk.post(link, data={"csrf": _csrf((await clerk.get(link)).text), "passphrase": PASSPHRASE})
    return clerk


async def _seen(program: Program, made: list[Booking]) -> tuple[float, float]:
    """Return how many milliseconds the page of the day takes, and a search by a number."""
    clerk = await _clerk(program)
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
    """Return the slowest hundredth of the talk's answers, beside two clerks who look and receive."""
    clerks = [await _clerk(program) for _ in range(2)]
    work = [asyncio.create_task(_watches(clerk)) for clerk in clerks]
    work.append(asyncio.create_task(_receives(clerks[0], made)))
    try:
        return await _talk(program)
    finally:
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        for clerk in clerks:
            await clerk.aclose()


async def _watches(clerk: httpx.AsyncClient) -> None:
    async with clerk.stream("GET", "/counter/stream?q=") as events:
        async for _ in events.aiter_bytes():
            pass


async def _receives(clerk: httpx.AsyncClient, made: list[Booking]) -> None:
    for booking in made:
        page = (await clerk.get(f"/counter?q={booking.code}")).text
        form = {"csrf": _csrf(page), "once": booking.id, "act": "check-in", "code": booking.code, "version": "0"}
        await clerk.post("/counter/act", data=form)
        await asyncio.sleep(0.5)


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


def _csrf(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found is not None, page[:2000]
    return found[1]
