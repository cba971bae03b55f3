"""The house that talks are held in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers.talking import House


@pytest.fixture
def house(tmp_path: Path, house_url: str) -> Iterator[House]:
    made = House(tmp_path, url=house_url)
    yield made
    made.close()
