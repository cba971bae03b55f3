"""A hundred kills of the real program, while agents book and letters go out."""

import random
import tempfile
from pathlib import Path

from tests.bot.killing import DOUBLES, killed
from tests.figures import Figure, Figures

KILLS = 100
AT_A_TIME = 20  # kills of one program: its database grows


def figures() -> Figures:
    """Kill, and count what was lost, never sent, or sent twice."""
    seed = random.randrange(10**6)
    rounds = []
    for n in range(KILLS // AT_A_TIME):
        with tempfile.TemporaryDirectory() as folder:
            rounds.append(killed(Path(folder), kills=AT_A_TIME, seed=seed + n))
    answered, lost = sum(found.answered for found in rounds), sum(found.lost for found in rounds)
    unsent, doubled = sum(found.unsent for found in rounds), sum(found.doubled for found in rounds)
    right = sum(found.books.rstrip().endswith("the books are right") for found in rounds)
    most, what = DOUBLES * KILLS, f"{KILLS} kills, {answered} answered, seed {seed}"
    return [
        Figure(
            "kills: bookings that were answered",
            answered,
            "bookings",
            "one a kill",
            answered / KILLS,
            1.0,
            answered >= KILLS,
        ),
        Figure("kills: bookings that were answered, and lost", lost, "bookings", what, lost, 0, lost == 0),
        Figure("kills: confirmations never sent", unsent, "letters", what, unsent, 0, unsent == 0),
        Figure(
            "kills: confirmations sent twice",
            doubled,
            "letters",
            f"{DOUBLES} a kill",
            doubled / most,
            1.0,
            doubled <= most,
        ),
        Figure(
            "kills: books and file are right", right, "rounds", "all", right / len(rounds), 1.0, right == len(rounds)
        ),
    ]
