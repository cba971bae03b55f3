"""The day's mark (受取日の印): kanji and shape, so that an old screenshot is seen from a metre away (§5)."""

from dataclasses import dataclass
from datetime import date

KANJI = "松桜海鶴空梅雪亀星竹森波菊虹鹿笛舟"
"""Seventeen, none of which is a weekday or a number; neighbours do not look alike."""

SHAPES = ("circle", "square", "diamond", "hexagon", "shield")


@dataclass(frozen=True, slots=True)
class Mark:
    """A kanji within a shape: neither needs colour."""

    kanji: str
    shape: str


def mark(day: date) -> Mark:
    """Return the mark of `day`: both parts differ from the day before; all differ within twelve weeks."""
    n = day.toordinal()
    return Mark(KANJI[n % len(KANJI)], SHAPES[n % len(SHAPES)])
