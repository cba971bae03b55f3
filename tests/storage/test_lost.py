"""Connections that are lost, or say nothing: what was to be told is told, what is held ends with them."""

import asyncio
import socket
from collections import Counter
from urllib.parse import urlencode

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from storage.database import Unavailable
from storage.others import EVERYTHING
from storage.postgres_address import connected, reason
from storage.postgres_operation import undisturbed
from tests.storage.test_others import _hurried, others, until, url

__all__ = ["_hurried", "url"]


async def test_whoever_was_gone_before_we_came_is_found_to_be(url: str) -> None:
    rung = Counter[str]()
    async with others(url, rung) as here:
        await until(lambda: here.is_gone("0123456789abcdef"))
        await until(lambda: rung[EVERYTHING] > 1)  # once for what was missed, once for what is known now


async def test_what_could_not_be_told_is_told_when_the_connection_is_back(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung = Counter[str]()
    monkeypatch.setattr("storage.postgres_news.MOST", 3)
    async with others(url) as here, others(url, rung) as there:
        await until(lambda: here.share() == there.share() == 0.5)
        here._held, held = None, here._held  # as it is until there is another
        here.tell("letters")
        await asyncio.sleep(0.1)
        for n in range(5):
            here.tell(f"chat {n}")
        rung.clear()
        here._held = held
        await until(lambda: rung["letters"] + rung[EVERYTHING] > 0)


async def test_what_is_not_answered_ends_with_its_connection(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with others(url) as here:
        await until(lambda: here._held is not None)
        held = here._held
        monkeypatch.setattr("storage.postgres_others.ANSWER", 0.1)
        assert await here._asked("SELECT pg_sleep(%s)", 1) is None
        assert held is not None
        assert held.closed
        monkeypatch.setattr("storage.postgres_others.ANSWER", 3.0)
        await until(lambda: here._held is not None and not here._held.closed)


async def test_a_host_that_says_nothing_is_passed_by(url: str) -> None:
    silent = socket.create_server(("127.0.0.1", 0))  # which accepts, and says nothing
    port = silent.getsockname()[1]
    there = conninfo_to_dict(url)
    both = {"host": f"127.0.0.1,{there['host']}", "port": f"{port},{there.get('port', 5432)}", "connect_timeout": "2"}
    address = "postgresql:///?" + urlencode({**there, **both})
    async with others(address) as here:
        await until(lambda: here._held is not None)
    silent.close()


async def test_what_keeps_a_connection_from_being_made_is_said(url: str) -> None:
    assert reason(url) == "it did not answer in time"  # now it does: then it was too late
    with pytest.raises(psycopg.Error):  # and the connection is closed
        await connected(url, "SELECT nothing")
    with pytest.raises(Unavailable, match="Connection refused"):
        await undisturbed("postgresql://127.0.0.1:9/none").__aenter__()
