"""Noon, when a day opens: two thousand agents within one minute, on SQLite and on PostgreSQL, through real HTTP."""

import random
import tempfile
from pathlib import Path

from tests.bot.killing import SECRET
from tests.bot.noon import Noon, noon
from tests.bot.program import Program
from tests.factories import YOKOHAMA
from tests.figures import Figure, Figures
from tests.storage.server import Server

AGENTS, SECONDS = 2000, 60.0
SLOWEST = UNFAIR = 1.0  # seconds


def figures() -> Figures:
    """Let them come; count errors, places sold twice, who came first and was not, and the slowest hundredth."""
    seed = random.randrange(10**6)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = Server(folder / "pg")
        try:
            return [
                *_of("SQLite", Program(_made(folder / "file"), secret=SECRET), seed),
                *_of("PostgreSQL", Program(_made(folder / "server"), secret=SECRET, database=server.fresh()), seed),
            ]
        finally:
            server.end()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _of(kind: str, program: Program, seed: int) -> Figures:
    found = noon(program, agents=AGENTS, seconds=SECONDS, seed=seed)
    what = f"{AGENTS} agents in {SECONDS:.0f} s, {len(found.answers)} answers, seed {seed}"
    places = YOKOHAMA.places * len(YOKOHAMA.hours)
    wrong = sum(found.errors.values())
    return [
        Figure(f"noon on {kind}: errors", wrong, "answers", what, wrong, 0, wrong == 0),
        _all_sold(kind, found, places),
        _within(f"noon on {kind}: one who came earlier got none", found.unfair, UNFAIR),
        _within(f"noon on {kind}: 99 of 100 are answered within", found.slowest, SLOWEST),
    ]


def _all_sold(kind: str, found: Noon, places: int) -> Figure:
    is_right = found.books.rstrip().endswith("the books are right") and found.most <= YOKOHAMA.places
    is_sold = is_right and found.booked == places
    name = f"noon on {kind}: every place is sold, once"
    return Figure(name, found.booked, "places", f"{places}", found.booked / places, 1.0, is_sold)


def _within(name: str, seconds: float, bar: float) -> Figure:
    return Figure(
        name, round(seconds * 1000), "ms", f"{bar:.0f} s, at most", round(seconds / bar, 2), 1.0, seconds < bar
    )
