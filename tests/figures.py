"""A figure, and the floor or peer that it is held against; many of them, as a table."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and the ratio to what was measured beside it."""

    name: str
    value: float
    unit: str
    against: str
    ratio: float
    bar: float
    holds: bool


Figures = Sequence[Figure]


def figure(
    name: str, values: Sequence[float], unit: str, *, against: str, floor: Sequence[float], bar: float
) -> Figure:
    """Return the median, and the median of the ratios round by round: a slow moment of the machine hits both."""
    ratio = median(value / beside for value, beside in zip(values, floor, strict=True))
    return Figure(name, round(median(values), 1), unit, against, round(ratio, 3), bar, ratio >= bar)


def at_most(name: str, milliseconds: float, bar: float) -> Figure:
    """Return a time that is held against a bar of its own."""
    ratio = round(milliseconds / bar, 2)
    return Figure(name, round(milliseconds, 2), "ms", f"{bar:.0f} ms, at most", ratio, 1.0, milliseconds <= bar)


def interleaved(rounds: int, contenders: Mapping[str, Callable[[], float]]) -> Mapping[str, Sequence[float]]:
    """Measure each contender in turn, round after round."""
    measured: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            measured[name].append(measure())
    return measured


def told(parts: Mapping[str, Callable[[], Figures]], named: Sequence[str], path: str) -> int:
    """Measure the parts that are `named`, or all; print a table, write it to `path`; return 0 where all hold."""
    figures = [figure for part in named or parts for figure in parts[part]()]
    width = max(len(figure.name) for figure in figures)
    for f in figures:
        verdict = "holds" if f.holds else "MISSES"
        against = f"{f.ratio:.2f} of {f.against} (bar {f.bar})"
        sys.stdout.write(f"{f.name:<{width}}  {f.value:>9,.0f} {f.unit:<11} {against:<40} {verdict}\n")
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(json.dumps([asdict(f) for f in figures], indent=1, ensure_ascii=False), "utf-8")
    return 0 if all(figure.holds for figure in figures) else 1
