"""A turn through the Telegram webhook with its two calls, beside bots that only echo; and how soon it is answered."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.echoes import TOKEN
from tests.bench.webhook import A_SECOND, CHATS, SECRET, Api, Driver, answering
from tests.bot.program import ROOT, Program, free_port
from tests.figures import Figure, Figures, at_most, figure

KINDS = ("ours", "python-telegram-bot", "aiogram")
ROUNDS = 3
OLD = 1_000_000  # bookings, of as many agents as there are chats, and a hundred times more
MOST = 25.0  # milliseconds
START, MEMORY = 1000.0, 120.0  # milliseconds, MiB
TIMES = 2.0  # as late with so many old bookings, at most


def figures() -> Figures:
    """Measure turns a second, the slowest hundredth of answers, and what a slow chat does to others."""
    return asyncio.run(_figures())


async def _figures() -> Figures:
    found = [*_started(), *await _turns(), *await _late()]
    async with answering(latency=0.05) as api:
        with _running("ours", api) as driver:
            await driver.ready()
            found += [at_most("another chat, beside one whose calls take 2 s", await driver.beside_a_slow_one(), 500.0)]
    return found


def _started() -> Figures:
    """Return how long it takes to the first answer with Telegram beside it, and what memory it has a while later."""
    seconds, memory = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder), telegram_token=TOKEN, telegram_api="http://127.0.0.1:9")
        for _ in range(5):
            seconds.append(program.start())
            time.sleep(2)
            assert program.process is not None
            status = Path(f"/proc/{program.process.pid}/status").read_text("utf-8")
            memory = int(status.partition("VmRSS:")[2].split()[0]) / 1024
            program.stop()
    ratio = round(memory / MEMORY, 2)
    return [
        at_most("start to the first answer, with Telegram", median(seconds[1:]) * 1000, START),
        Figure("memory then", round(memory, 1), "MiB", f"{MEMORY:.0f} MiB, at most", ratio, 1.0, ratio <= 1),
    ]


async def _turns() -> Figures:
    rates: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(ROUNDS):
        for kind in KINDS:
            async with answering() as api:
                with _running(kind, api) as driver:
                    await driver.ready()
                    rates[kind].append(await driver.turns())
    return [
        figure("turns through the webhook", rates["ours"], "/s", against=f"{peer}, echo", floor=rates[peer], bar=bar)
        for peer, bar in (("python-telegram-bot", 0.3), ("aiogram", 0.5))
    ]


async def _late() -> Figures:
    """Return how late the slowest hundredth of answers is, with few old bookings and with many."""
    late: dict[int, list[float]] = {1000: [], OLD: []}
    for old, found in late.items():
        for _ in range(2):
            async with answering() as api:
                with _running("ours", api, old=old) as driver:
                    await driver.ready()
                    found.append(await driver.late())
    few, many = (min(found) for found in late.values())
    ratio = round(few / many * TIMES, 2)
    return [
        at_most(f"p99 of an answer at {A_SECOND} updates a second", few, MOST),
        Figure(f"the same, with {OLD:,} old bookings", round(many, 1), "ms", "with 1,000, × 2", ratio, 1.0, ratio >= 1),
    ]


@contextmanager
def _running(kind: str, api: Api, *, old: int = 0) -> Iterator[Driver]:
    with tempfile.TemporaryDirectory() as folder:
        if old:
            subprocess.run(
                [sys.executable, "-m", "tests.bench.old", folder, str(old), str(CHATS)], check=True, cwd=ROOT
            )
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        said = {"LISTEN": f"127.0.0.1:{port}", "URL": url, "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": api.url}
        environment = os.environ | {f"YOYAKU_{name}": value for name, value in said.items()}
        environment |= {"PYTHONPATH": str(ROOT), "YOYAKU_TELEGRAM_SECRET": SECRET}
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.echoes", kind, str(port), api.url],
                cwd=folder,
                env=environment,
                stdout=log,
                stderr=log,
            )
        try:
            yield Driver(api, port)
        finally:
            process.kill()
            process.wait()
