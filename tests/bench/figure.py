"""A figure, and the floor or peer that it is held against."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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


def figure(
    name: str, values: Sequence[float], unit: str, *, against: str, floor: Sequence[float], bar: float
) -> Figure:
    """Return the median, and the median of the ratios round by round: a slow moment of the machine hits both."""
    ratio = median(value / beside for value, beside in zip(values, floor, strict=True))
    return Figure(name, round(median(values), 1), unit, against, round(ratio, 3), bar, ratio >= bar)


def interleaved(rounds: int, contenders: Mapping[str, Callable[[], float]]) -> Mapping[str, Sequence[float]]:
    """Measure each contender in turn, round after round."""
    measured: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            measured[name].append(measure())
    return measured


Figures = Sequence[Figure]
