"""The house that talks are held in: on SQLite, or, where HOUSE=postgres is said, on PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers.talking import House


@pytest.fixture
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[House]:
    made = House(tmp_path, url=request.getfixturevalue("fresh") if os.environ.get("HOUSE") == "postgres" else "")
    yield made
    made.close()
