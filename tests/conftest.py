"""What tests stand on: a clock that is set by hand, real files, a real PostgreSQL."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from storage.database import Database
from storage.opening import open_database
from tests.factories import at
from tests.storage.server import Server

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


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
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a real PostgreSQL, started for this session."""
    server = Server(tmp_path_factory.mktemp("postgres"))
    yield server.url
    server.end()


@pytest.fixture
def fresh(postgres_server: str) -> str:
    """Return the address of an empty PostgreSQL."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgres_server


@pytest.fixture
def house_url(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Return the address of an empty database: SQLite, or, where HOUSE=postgres is said, PostgreSQL."""
    is_server = os.environ.get("HOUSE") == "postgres"
    return request.getfixturevalue("fresh") if is_server else f"sqlite:///{tmp_path / 'yoyaku.db'}"


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
