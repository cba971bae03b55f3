"""A channel in the test's own loop, beside a platform of ours, on a clock that is set by hand."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

from bot.bell import Bell
from bot.card.files import Files
from bot.card.picture import Painter
from bot.channels.line import calls, menus, outgoing, service
from bot.channels.line.service import Account, Line
from bot.metrics import Metrics
from handlers.turn import Premises
from storage.database import Database
from storage.opening import open_database
from tests.bot.line.people import SECRET, Event
from tests.bot.line.standin import NAME, TOKEN, Platform
from tests.bot.line.strict import Json
from tests.bot.line.zod import validate
from tests.conftest import HandClock
from tests.factories import YOKOHAMA
from tests.storage import acts

PREMISES = Premises(YOKOHAMA, b"secret", "https://yoyaku.example.jp", "yoyaku@example.jp", is_public=True)
SAID: list[Json] = []  # of all the tests


class Desk:
    """The channel, and whoever speaks with it: events are brought one by one, and answered before the next."""

    def __init__(self, db: Database, clock: HandClock, line: Platform, files: Files) -> None:
        self.db, self.clock, self.line, self.files, self.bell = db, clock, line, files, Bell()
        self.metrics = Metrics(clock)
        self.channels: list[Line] = []  # to be closed at last
        self.channel = self.another()
        self.channel._out.name = NAME

    def another(self, *, token: str = TOKEN, premises: Premises = PREMISES) -> Line:
        """Return a channel over the same database, that nothing was heard by."""
        account = Account(token, SECRET, self.line.url, self.line.url, f"{premises.url}/line")
        self.channels.append(Line(self.db, premises, self.bell, self.files, self.metrics, account=account))
        return self.channels[-1]

    async def hear(self, event: Event) -> None:
        self.clock.forward(seconds=2)
        answer = await self.channel.hear(event)
        if answer is not None:
            await answer
        await asyncio.sleep(0)

    async def says(self, user: str, *texts: str) -> None:
        for text in texts:
            await self.hear(self.line.writes(user, text))

    async def taps(self, user: str, *labels: str) -> None:
        for label in labels:
            await self.hear(self.line.taps(user, label))

    async def letters(self) -> None:
        """Let the letters leave that are due."""
        await self.channel._postman.drain()

    async def is_agent(self, user: str, name: str = "sato") -> None:
        """Let the chat have proven to be the agent `name`, who has booked before."""
        await self.says(user, "メニュー")
        who = await self.db.run(lambda tx: acts.coming(tx, name))
        await self.db.run(lambda tx: tx.rows("UPDATE chat SET agent = ? WHERE id = ?", who.id, f"line:{user}"))

    async def states(self, kind: str) -> list[tuple[str, str]]:
        """Return channel and state of each letter of `kind`."""
        rows = await self.db.read(lambda tx: tx.rows("SELECT channel, state FROM letter WHERE kind = ?", kind))
        return sorted((row["channel"], row["state"]) for row in rows)


@pytest.fixture(scope="session", autouse=True)
def _is_valid_to_others() -> Iterator[None]:
    yield
    validate(SAID)


@pytest.fixture
async def line() -> AsyncIterator[Platform]:
    async with Platform().running() as running:
        yield running
        assert running.refused == []
        SAID.extend(message for chat in list(running.chats) for message in running.said(chat))


@pytest.fixture
async def desk(house_url: str, line: Platform, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    for module in (calls, menus, service):
        monkeypatch.setattr(module, "PATIENCE", aiohttp.ClientTimeout(total=0.5))
    monkeypatch.setattr(calls, "HALT", 0.3)
    for module, pauses in ((outgoing, (0.05, 0.1, 0.5)), (menus, (0.05, 0.1, 0.2))):
        monkeypatch.setattr(module, "PAUSES", pauses)
    clock, painter = HandClock("2026-11-26 10:00:00"), Painter()
    db = await open_database(house_url, clock=clock)
    made = Desk(db, clock, line, Files(db, PREMISES, painter))
    yield made
    for channel in made.channels:
        await channel.close(within=1)
    painter.close()
    await db.close()
