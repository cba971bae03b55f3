"""Run the parts, those named or all that need nothing fetched; print a table, and write `var/bench.json`."""

import sys
from collections.abc import Callable, Mapping

from tests.bench import card, counter, letters, peers, postgres, storage, telegram
from tests.figures import Figures, told

PARTS: Mapping[str, Callable[[], Figures]] = {
    "storage": storage.figures,
    "postgres": postgres.figures,
    "card": card.figures,
    "letters": letters.figures,
    "telegram": telegram.figures,
    "counter": counter.figures,
}
NAMED_ALONE: Mapping[str, Callable[[], Figures]] = {"peers": peers.figures}  # it fetches 0.7 GB

if __name__ == "__main__":
    sys.exit(told({**PARTS, **NAMED_ALONE}, sys.argv[1:] or list(PARTS), "var/bench.json"))
