"""A house in public, as its agents and the whole world see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.program import Program
from tests.handlers.talking import Chat, House

HOST = "yoyaku.example.jp"


@pytest.fixture
def house(tmp_path: Path, house_url: str) -> Iterator[House]:
    made = House(tmp_path, url=house_url)
    yield made
    made.close()


@pytest.fixture
def chat(house: House) -> Chat:
    return Chat(house)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program that others reach: behind a proxy that speaks https, with a mail server that is not there."""
    settings = {
        "url": f"https://{HOST}",
        "smtp": "smtp://127.0.0.1:9",
        "secret": "a secret of tests, which is long enough",
    }
    with Program(tmp_path_factory.mktemp("public"), **settings) as started:
        yield started
