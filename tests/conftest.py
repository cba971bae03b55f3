"""What tests stand on: a clock that is set by hand, real files, a real PostgreSQL."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Database
from storage.opening import open_database
from tests.factories import at
from tests.storage.server import Server, home, tidy

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")
IS_POSTGRES = os.environ.get("HOUSE") == "postgres"  # the suite a second time, over PostgreSQL


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of the second time what names its databases itself, and skip what asks none, or a file."""
    if not IS_POSTGRES:
        return
    named = [item for item in items if {"url", "fresh", "sqlite"} & set(getattr(item, "fixturenames", ()))]
    config.hook.pytest_deselected(items=named)
    items[:] = [item for item in items if item not in named]
    for item in items:
        if marked := item.get_closest_marker("once"):
            item.add_marker(pytest.mark.skip(reason=marked.args[0]))


class HandClock:
    """A clock that stands still until it is set."""

    def __init__(self, moment: str = "2026-11-24 10:00:00") -> None:
        self.now = at(moment)

    def __call__(self) -> datetime:
        return self.now

    def set(self, moment: str) -> None:
        self.now = at(moment)

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


def lacking(what: str) -> None:
    """Skip, visibly, for what this machine lacks; fail where nothing may be lacking."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"this machine lacks {what}")
    pytest.skip(f"this machine lacks {what}")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a real PostgreSQL, started for this session."""
    server = Server(tmp_path_factory.mktemp("postgres"))
    yield server
    server.end()


@pytest.fixture(scope="session", autouse=True)
def _house(request: pytest.FixtureRequest) -> None:
    if IS_POSTGRES:
        request.getfixturevalue("postgres").is_house()


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    yield
    tidy()


@pytest.fixture
def fresh(postgres: Server) -> str:
    """Return the address of an empty PostgreSQL."""
    return postgres.fresh()


@pytest.fixture
def house_url(tmp_path: Path) -> str:
    """Return the address of an empty database: SQLite, or, where HOUSE=postgres is said, PostgreSQL."""
    return home(tmp_path)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database: each test that asks for it runs on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'yoyaku.db'}"
    empty: str = request.getfixturevalue("fresh")
    return empty


@pytest.fixture
async def db(url: str, clock: HandClock) -> AsyncIterator[Database]:
    database = await open_database(url, clock=clock)
    yield database
    await database.close()


@pytest.fixture
async def sqlite(tmp_path: Path, clock: HandClock) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)
    yield database
    await database.close()
