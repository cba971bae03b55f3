"""Run the parts, all or those named; print a table, and write `var/bench.json`."""

import sys
from collections.abc import Callable, Mapping

from tests.bench import card, counter, letters, postgres, storage, telegram
from tests.figures import Figures, told

PARTS: Mapping[str, Callable[[], Figures]] = {
    "storage": storage.figures,
    "postgres": postgres.figures,
    "card": card.figures,
    "letters": letters.figures,
    "telegram": telegram.figures,
    "counter": counter.figures,
}

if __name__ == "__main__":
    sys.exit(told(PARTS, sys.argv[1:], "var/bench.json"))
