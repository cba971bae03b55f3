"""Turns of a talk beside 50 cards that are drawn: no turn may wait for a picture."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from statistics import quantiles

from bot.card.picture import Painter
from bot.card.sheet import sheet
from bot.channels import webchat
from handlers.turn import Premises, Said
from storage.database import Database
from storage.opening import open_database
from tests.bench.figure import Figure, Figures
from tests.bot.cards import a_card
from tests.conftest import HandClock
from tests.factories import YOKOHAMA

CARDS = 50
ROUNDS = 2  # the better one counts: what else the machine does only adds
MOST = 20.0  # milliseconds
PAUSE = 0.01  # seconds between two turns of the talk
PREMISES = Premises(YOKOHAMA, b"a secret of benches", "http://127.0.0.1:8000", "yoyaku@example.jp")


def figures() -> Figures:
    """Measure how much later the slowest turn is answered while cards are drawn."""
    delays = [asyncio.run(delay(CARDS)) for _ in range(ROUNDS)]
    slowest, hundredth = (max(min(each), 0.0) for each in zip(*delays, strict=True))
    return [
        _figure(f"the slowest turn, later beside {CARDS} cards", slowest),
        _figure("the slowest of a hundred turns, later", hundredth),
    ]


def _figure(name: str, late: float) -> Figure:
    ratio = round(late / MOST, 2)
    return Figure(name, round(late, 1), "ms", f"{MOST:.0f} ms, at most", ratio, 1.0, late <= MOST)


async def delay(cards: int) -> tuple[float, float]:
    """Return by how many milliseconds turns beside `cards` pictures are later than alone: the slowest, one in 100."""
    with tempfile.TemporaryDirectory() as folder:
        clock = HandClock()
        db = await open_database(f"sqlite:///{Path(folder) / 'yoyaku.db'}", clock=clock)
        painter = Painter()
        try:
            await painter.picture(sheet(a_card()))  # the process is there
            drawing = asyncio.gather(*(painter.picture(sheet(a_card(code=f"K7QX{n:04}"))) for n in range(cards)))
            begun = time.monotonic()
            beside = await _talked(db, clock, until=drawing)
            await drawing
            alone = await _talked(db, clock, until=asyncio.sleep(time.monotonic() - begun))
        finally:
            painter.close()
            await db.close()
    late = (max(beside) - max(alone), quantiles(beside, n=100)[-1] - quantiles(alone, n=100)[-1])
    return late[0] * 1000, late[1] * 1000


async def _talked(db: Database, clock: HandClock, *, until: Awaitable[object]) -> Sequence[float]:
    """Let chats say something until `until` is done; return how many seconds each turn took."""
    done = asyncio.ensure_future(until)
    taken: list[float] = []
    for n in count():
        if done.done():
            return taken
        clock.forward(seconds=2)
        said = Said(
            f"web:{n % 50}", f"{time.monotonic_ns()}", text=("予約する", "ヘルプ", "最初から")[n % 3], origin="x"
        )
        begun = time.monotonic()
        await db.run(partial(webchat.turn, premises=PREMISES, said=said))
        taken.append(time.monotonic() - begun)
        await asyncio.sleep(PAUSE)
    raise AssertionError
