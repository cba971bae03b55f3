"""PostgreSQL: what rings at one program rings at the others; never in a turn, which does not wait for it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import psycopg
from psycopg import AsyncConnection

from storage.others import EVERYTHING
from storage.postgres_address import ANSWER, connected

IDLE = 3.0  # seconds without news, after which the connection is looked at
PAUSE = 0.5  # seconds until a lost connection is made anew
TOGETHER = 0.02  # seconds in which what rings is told together
MOST = 1000  # topics that wait to be told: beyond, everything rings
LONGEST = 6000  # bytes of what is told at once: 8000 are taken
CHANNEL = "yoyaku"
log = logging.getLogger("yoyaku.others")


class News:
    """What the program `name` tells the others, by what `ask` asks the server, and hears of them."""

    def __init__(
        self, url: str, name: str, heard: Callable[[str], None], ask: Callable[..., Awaitable[object]]
    ) -> None:
        self._url, self._name, self._heard, self._ask = url, name, heard, ask
        self._rung: set[str] = set()
        self._ring = asyncio.Event()

    def tell(self, topic: str) -> None:
        """Let `topic` ring at the others, soon."""
        self._rung.add(topic)
        self._ring.set()

    def works(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """Return what runs until cancelled."""
        return self._pass_on(), self._listen()

    async def _pass_on(self) -> None:
        """Tell what rang, a little at a time together; what nobody hears is seen at the next look."""
        while True:
            await self._ring.wait()
            await asyncio.sleep(TOGETHER)
            self._ring.clear()
            while self._rung:
                if len(self._rung) > MOST:
                    self._rung = {EVERYTHING}
                told, topics = self._name, set[str]()
                while self._rung and len(told) < LONGEST:
                    topics.add(topic := self._rung.pop())
                    told += f"\n{topic}"
                if await self._ask("SELECT pg_notify(%s, %s)", CHANNEL, told) is None:  # the connection is lost
                    self._rung |= topics
                    await asyncio.sleep(PAUSE)

    async def _listen(self) -> None:
        while True:
            connection = await again(self._connected)
            self._heard(EVERYTHING)  # nobody knows what was missed
            try:
                async with connection:
                    while True:
                        async for told in connection.notifies(timeout=IDLE):
                            self._hear(told.payload)
                        async with asyncio.timeout(ANSWER):
                            await connection.execute("SELECT 1")
            except (psycopg.Error, TimeoutError):
                log.warning("the database is not there: nothing is heard of other programs")

    def _hear(self, payload: str) -> None:
        teller, *topics = payload.split("\n")
        if teller != self._name:
            for topic in topics:
                self._heard(topic)

    async def _connected(self) -> AsyncConnection[Any]:
        return await connected(self._url, f"LISTEN {CHANNEL}")


async def again(connect: Callable[[], Awaitable[AsyncConnection[Any]]]) -> AsyncConnection[Any]:
    """Return a connection, however often it takes."""
    while True:
        try:
            return await connect()
        except (psycopg.Error, TimeoutError):
            await asyncio.sleep(PAUSE)
