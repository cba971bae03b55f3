"""Both databases agree on whatever is done; two programs never sell one place twice, for which there is the lock."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import keys
from storage.opening import open_database
from tests.conftest import HandClock
from tests.storage.differential import compared
from tests.storage.racing import raced
from tests.storage.server import Server


@pytest.fixture(autouse=True)
def _ids() -> Iterator[None]:
    yield
    setattr(keys, "urandom", os.urandom)  # noqa: B010


async def test_sqlite_and_postgresql_agree(fresh: str, tmp_path: Path) -> None:
    clock = HandClock("2026-11-20 09:00:00")
    first = await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)
    second = await open_database(fresh, clock=clock)
    counted = await compared(first, second, clock, 500, seed=int(os.environ.get("SEED", "1")))
    await first.close()
    await second.close()
    for kind in ("take: Booking", "take: Refusal", "correct: Booking", "cancel: Booking", "hold to move: Hold"):
        assert counted[kind], counted


@pytest.mark.slow
@pytest.mark.once("both are compared here")
def test_one_place_is_sold_once(tmp_path: Path) -> None:
    server = Server(tmp_path / "pg")
    assert raced(server.url, 150) == (150, 0)
    sold, twice = raced(server.url, 150, is_locked=False)
    assert (sold, twice > 0) == (150, True)  # without the lock
    server.end()
