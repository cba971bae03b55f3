"""Run the parts, all or those named; print a table, and write `var/bench.json`."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench import card, storage
from tests.bench.figure import Figure

PARTS: Mapping[str, Callable[[], Sequence[Figure]]] = {"storage": storage.figures, "card": card.figures}


def main(*parts: str) -> int:
    """Return 0 where every figure reaches its bar."""
    figures = [figure for part in parts or PARTS for figure in PARTS[part]()]
    width = max(len(figure.name) for figure in figures)
    for f in figures:
        verdict = "holds" if f.holds else "MISSES"
        against = f"{f.ratio:.2f} of {f.against} (bar {f.bar})"
        sys.stdout.write(f"{f.name:<{width}}  {f.value:>9,.0f} {f.unit:<11} {against:<40} {verdict}\n")
    Path("var").mkdir(exist_ok=True)
    Path("var/bench.json").write_text(json.dumps([asdict(f) for f in figures], indent=1, ensure_ascii=False), "utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
