"""A day opens: forty agents within two seconds are what every test run can afford."""

from pathlib import Path

import pytest

from tests.bot.killing import SECRET
from tests.bot.noon import noon
from tests.bot.program import Program
from tests.factories import YOKOHAMA


@pytest.mark.slow
def test_a_day_is_sold_once_and_to_whoever_came_first(tmp_path: Path) -> None:
    agents = YOKOHAMA.places * len(YOKOHAMA.hours) + 10
    found = noon(Program(tmp_path, secret=SECRET), agents=agents, seconds=3, seed=1)
    assert not found.errors
    assert (found.booked, found.most) == (agents - 10, YOKOHAMA.places)
    assert found.unfair < 1
    assert found.books.rstrip().endswith("the books are right")
