"""A hundred simulated weeks: reminders at their time, none of what is not to come, none twice but where nobody knew."""

import random
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.bot.test_simulation import wrong_after
from tests.figures import Figure, Figures

SEEDS = 100
DAYS = 7
AT_ONCE = 2


def figures() -> Figures:
    """Run the seeds, in as many processes as there are cores; raise what one finds, with its seed."""
    first = random.randrange(10**6)
    with ProcessPoolExecutor(AT_ONCE) as pool:
        right = sum(pool.map(is_right, range(first, first + SEEDS)))
    what = f"from seed {first}"
    return [Figure(f"simulation: {DAYS} days are right", right, "seeds", what, right / SEEDS, 1.0, right == SEEDS)]


def is_right(seed: int) -> bool:
    """Return True; raise what is wrong after the days of `seed`."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = wrong_after(Path(folder), seed=seed, days=DAYS)
    assert not wrong, (seed, wrong)
    return True
