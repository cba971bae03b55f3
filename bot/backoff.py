"""How long to wait before something is tried again."""

import random


def jittered(first: float, most: float, attempts: int) -> float:
    """Return how many seconds to wait after so many attempts: the double each time, and never all at one moment."""
    return float(min(most, first * 2 ** min(attempts - 1, 16)) * random.uniform(0.75, 1.25))  # noqa: S311
