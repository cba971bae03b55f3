"""PostgreSQL: each program holds a connection with locks of its own, by which the others know that it is there.

The locks end with the connection, and so with the program, its machine, or the server.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from hashlib import blake2b
from typing import Any, Self

import psycopg
from psycopg import AsyncConnection

from storage.database import Unavailable
from storage.keys import new_id
from storage.others import EVERYTHING
from storage.postgres_address import ANSWER, connected
from storage.postgres_news import News, again

LOOK = 1.0  # seconds between two looks at who is there
GONE = 4.0  # seconds after which whoever is not there is not merely coming back, as all do when the server restarts
TURN = 5.0  # seconds that a chat is waited for: whoever holds it may have lost it already, and not know
NEXT = 0.03  # seconds until it is asked for again
ROLE, CHAT = 1, 2  # classes of locks
BADGE = "yoyaku "  # what the connection is called, with a digest of the secret

HERE = (
    "SELECT (classid::bigint << 32) | objid::bigint AS name FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
    " AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
PROGRAMS = (
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'yoyaku %'"  # BADGE
)
STRANGERS = PROGRAMS.replace("%", "%%") + " AND application_name <> %s"
log = logging.getLogger("yoyaku.others")


class PostgresOthers:
    """Among the programs at the database `url`; `heard` is called with each topic that rings elsewhere.

    `badge` is the same for all that have the same secret: a program with another is refused.
    """

    def __init__(self, url: str, heard: Callable[[str], None], *, badge: str) -> None:
        self.name = new_id()
        self._url, self._heard, self._badge = url, heard, f"{BADGE}{badge}"
        self._held: AsyncConnection[Any] | None = None
        self._since = 0.0  # when it was made
        self._lost = asyncio.Event()
        self._seen: dict[str, float] = {}  # when each was there last
        self._known: set[str] = set()  # who was there at the last look
        self._is_new = True  # nobody knows yet who is gone
        self._news = News(url, self.name, heard, self._asked)
        self._tasks: list[asyncio.Task[None]] = []

    def is_gone(self, name: str) -> bool:
        last = max(self._seen.get(name, 0.0), self._since)
        return self._held is not None and name != self.name and time.monotonic() - last > GONE

    def share(self) -> float:
        return 1 / len(self._here() | {self.name})

    def tell(self, topic: str) -> None:
        self._news.tell(topic)

    async def lead(self, role: str, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            if not await self._has(ROLE, role):
                await asyncio.sleep(LOOK)
                continue
            log.info("%s: this program does it now", role)
            doing, lost = asyncio.ensure_future(work()), asyncio.create_task(self._lost.wait())
            try:
                await asyncio.wait({doing, lost}, return_when=asyncio.FIRST_COMPLETED)
                if doing.done():
                    return doing.result()
                log.warning("%s: lost", role)
            finally:
                doing.cancel()
                lost.cancel()
                await asyncio.gather(doing, lost, return_exceptions=True)

    @asynccontextmanager
    async def in_turn(self, chat: str) -> AsyncIterator[None]:
        if not self._here() - {self.name}:
            yield
            return
        until = time.monotonic() + TURN
        while not (has := await self._has(CHAT, chat)) and self._is_there and time.monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(NEXT)
        try:
            yield
        finally:
            if has:
                await self._asked("SELECT pg_advisory_unlock(%s, %s)", CHAT, _number(chat))

    async def __aenter__(self) -> Self:
        try:
            connection = await self._connected()
            await self._refuse_strangers(connection)
        except (psycopg.Error, TimeoutError) as error:
            raise Unavailable(str(error) or "it does not answer in time") from error
        self._tasks = [asyncio.create_task(work) for work in (self._hold(connection), *self._news.works())]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def _is_there(self) -> bool:
        return self._held is not None and not self._held.closed

    def _here(self) -> set[str]:
        now = time.monotonic()
        return {name for name, last in self._seen.items() if now - last <= GONE}

    async def _has(self, of: int, what: str) -> bool:
        """Return whether the lock was free, or is held here already: it is held as often as it was had."""
        return await self._asked("SELECT pg_try_advisory_lock(%s, %s)", of, _number(what)) is True

    async def _asked(self, sql: str, *values: int | str) -> object:
        """Return what the connection that holds answers, or None: it is lost."""
        held = self._held
        if held is None:
            return None
        try:
            async with asyncio.timeout(ANSWER):
                row = await (await held.execute(sql, values)).fetchone()
                return row[0] if row else None
        except TimeoutError:  # it may have been done: what nobody knows ends with the connection
            await held.close()
        except psycopg.Error:
            pass
        return None

    async def _connected(self) -> AsyncConnection[Any]:
        here = "SELECT pg_advisory_lock(%s)"
        return await connected(self._url, here, _signed(self.name), application_name=self._badge)

    async def _refuse_strangers(self, connection: AsyncConnection[Any]) -> None:
        if await (await connection.execute(STRANGERS, (self._badge,))).fetchone() is not None:
            await connection.close()
            raise Unavailable("it is in use: by a program with another YOYAKU_SECRET, or it is being moved or restored")

    async def _hold(self, connection: AsyncConnection[Any]) -> None:
        """Hold `connection`, and another when it is lost, until cancelled."""
        while True:
            self._held, self._since, self._is_new = connection, time.monotonic(), True
            self._lost.clear()
            try:
                while True:
                    await self._look(connection)
                    await asyncio.sleep(LOOK)
            except (psycopg.Error, TimeoutError):
                log.warning("the database is not there: what only one program may do waits")
            finally:
                self._held = None
                self._lost.set()
                await connection.close()
            connection = await again(self._connected)

    async def _look(self, connection: AsyncConnection[Any]) -> None:
        async with asyncio.timeout(ANSWER):
            rows = await (await connection.execute(HERE)).fetchall()
        now = time.monotonic()
        self._seen |= {format(name & 0xFFFFFFFFFFFFFFFF, "016x"): now for (name,) in rows}
        before, self._known = self._known, self._here()
        knows_now = self._is_new and now - self._since > GONE
        self._is_new = self._is_new and not knows_now
        if knows_now or before - self._known:
            self._heard(EVERYTHING)  # what was leased to who is gone is free


def _signed(name: str) -> int:
    number = int(name, 16)
    return number - (1 << 64) if number >= 1 << 63 else number


def _number(what: str) -> int:
    return int.from_bytes(blake2b(what.encode(), digest_size=4).digest(), signed=True)
