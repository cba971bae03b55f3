"""Several programs at one PostgreSQL: a dozen agents are what every test run can afford."""

import os
from pathlib import Path

import pytest

from tests.bot.fleet import Ordeal, survived
from tests.storage.server import Server

pytestmark = [pytest.mark.slow, pytest.mark.once("its programs are at a server already")]
DOUBLES = 4  # a fall, at most: what is on its way may be sent twice


async def test_nothing_is_lost_while_programs_and_server_fall(tmp_path: Path) -> None:
    ordeal = Ordeal(agents=10, thinks=1.0, kills=2, restarts=1, every=2.0, seed=int(os.environ.get("SEED", "1")))
    server = Server(tmp_path / "pg")
    found = await survived(tmp_path, server, ordeal)
    server.end()
    assert (found.booked, found.unheard, found.unsent) == (10, 0, 0)
    assert found.doubled <= DOUBLES * (ordeal.kills + ordeal.restarts)
    assert found.longest < 10
    assert found.books.rstrip().endswith("the books are right")
