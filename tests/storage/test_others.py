"""The other programs at a database: who is there, who does what only one may do, what rings elsewhere."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from storage.database import Unavailable
from storage.opening import meet
from storage.others import EVERYTHING, Alone
from storage.postgres_others import PostgresOthers
from tests.storage.server import Server


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.url


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for what, seconds in {"LOOK": 0.05, "GONE": 0.3, "TURN": 0.5}.items():
        monkeypatch.setattr(f"storage.postgres_others.{what}", seconds)
    for what, seconds in {"IDLE": 0.2, "PAUSE": 0.1}.items():
        monkeypatch.setattr(f"storage.postgres_news.{what}", seconds)


def others(url: str, rung: Counter[str] | None = None, badge: str = "same") -> PostgresOthers:
    heard = Counter[str]() if rung is None else rung
    made = meet(url, lambda topic: heard.update([topic]), badge=badge)
    assert isinstance(made, PostgresOthers)
    return made


async def until(what: Callable[[], bool], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not what():  # noqa: ASYNC110  another program does it
            await asyncio.sleep(0.01)


async def test_a_file_has_one_program() -> None:
    alone = meet("sqlite:///x.db", lambda topic: None, badge="")
    assert isinstance(alone, Alone)
    did: list[str] = []

    async def work() -> None:
        did.append("done")

    async with alone, alone.in_turn("web:1"):
        alone.tell("letters")
        await alone.lead("house", work)
    assert (did, alone.share(), alone.is_gone(alone.name), alone.is_gone("before")) == (["done"], 1.0, False, True)


async def test_who_is_there_is_known_and_who_is_gone(url: str) -> None:
    rung = Counter[str]()
    async with others(url, rung) as here:
        async with others(url) as there:
            await until(lambda: here.share() == 0.5)
            assert not here.is_gone(there.name)
            assert not here.is_gone(here.name)
            rung.clear()
        await until(lambda: here.is_gone(there.name))
        assert here.share() == 1.0
        await until(lambda: rung[EVERYTHING] > 0)  # what was leased to it is free
        assert here.is_gone("never there")
    assert not here.is_gone("never there")  # who is not there itself knows nothing


async def test_what_rings_here_rings_there_and_not_here_again(url: str) -> None:
    mine, theirs = Counter[str](), Counter[str]()
    async with others(url, mine) as here, others(url, theirs):
        await until(lambda: bool(theirs and mine))
        for n in range(500):
            here.tell(f"web:{n:040}")
        await until(lambda: len(theirs) == 501)
        assert mine == {EVERYTHING: mine[EVERYTHING]}


async def test_one_does_what_only_one_may_do_and_the_next_when_it_is_gone(url: str) -> None:
    doing: list[str] = []

    async def lead(which: PostgresOthers) -> None:
        async def work() -> None:
            doing.append(which.name)
            await asyncio.Event().wait()

        await which.lead("house", work)

    async with others(url) as second:
        async with others(url) as first:
            leading = asyncio.create_task(lead(first))
            await until(lambda: doing == [first.name])
            waiting = asyncio.create_task(lead(second))
            await until(lambda: second.share() == 0.5 == first.share())
            await asyncio.sleep(0.2)
            assert doing == [first.name]
        leading.cancel()
        await until(lambda: doing == [first.name, second.name])
        await asyncio.gather(leading, return_exceptions=True)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_what_ends_of_itself_is_done(url: str) -> None:
    async def work() -> None:
        return

    async with others(url) as here:
        await here.lead("house", work)
        with pytest.raises(ZeroDivisionError):
            await here.lead("other", _failing)


async def _failing() -> None:
    raise ZeroDivisionError


async def test_a_chat_is_held_by_one_program_at_a_time_but_not_for_ever(url: str) -> None:
    async with others(url) as here:
        async with here.in_turn("telegram:1"):  # alone: nothing is asked
            pass
        async with others(url) as there:
            await until(lambda: here.share() == there.share() == 0.5)
            entered = asyncio.Event()

            async def enter() -> None:
                async with there.in_turn("telegram:1"):
                    entered.set()

            async with here.in_turn("telegram:1"), here.in_turn("telegram:1"):
                waiting = asyncio.create_task(enter())
                await asyncio.sleep(0.1)
                assert not entered.is_set()
            await waiting
            async with here.in_turn("telegram:1"), asyncio.timeout(3):
                await enter()  # whoever holds it may not know that it has lost it


async def test_a_program_with_another_secret_is_refused(url: str) -> None:
    async with others(url), others(url):
        with pytest.raises(Unavailable, match="YOYAKU_SECRET"):
            async with others(url, badge="other"):
                pass


async def test_where_no_server_answers_it_is_said() -> None:
    with pytest.raises(Unavailable):
        await others("postgresql://127.0.0.1:9/none").__aenter__()


async def test_a_chat_is_not_waited_for_where_the_connection_is_lost(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with others(url) as here, others(url) as there:
        await until(lambda: here.share() == there.share() == 0.5)
        monkeypatch.setattr("storage.postgres_others.LOOK", 1.0)
        await asyncio.sleep(0.2)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'yoy%'"
            )
        async with asyncio.timeout(0.4), here.in_turn("telegram:1"):
            pass


@pytest.mark.slow
async def test_after_a_restart_of_the_server_everybody_is_there_again(tmp_path: Path) -> None:
    server, rung, doing = Server(tmp_path / "pg"), Counter[str](), Counter[str]()

    async def work() -> None:
        doing["begun"] += 1
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        doing["ended"] += 1

    async with others(server.url, rung) as here, others(server.url) as there:
        leading = asyncio.create_task(here.lead("house", work))
        await until(lambda: doing["begun"] == 1 and here.share() == 0.5)
        await asyncio.to_thread(server.stop)
        await until(lambda: doing["ended"] == 1)
        async with here.in_turn("telegram:1"):  # nobody can be asked, and nobody waits
            here.tell("lost")
        rung.clear()
        await asyncio.to_thread(server.start)
        await until(lambda: doing["begun"] == 2 and here.share() == 0.5)
        await until(lambda: rung[EVERYTHING] > 0)
        there.tell("letters")
        await until(lambda: rung["letters"] == 1)
        assert not here.is_gone(there.name)
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        await until(lambda: doing["begun"] == 3)
        leading.cancel()
        await asyncio.gather(leading, return_exceptions=True)
    server.end()
