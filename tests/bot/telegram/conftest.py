"""A channel in the test's own loop, beside a Bot API of ours, on a clock that is set by hand."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

from bot.bell import Bell
from bot.card.files import Files
from bot.card.picture import Painter
from bot.channels.telegram import calls, http, outgoing
from bot.channels.telegram.service import Account, Telegram
from bot.metrics import Metrics
from handlers.turn import Premises
from storage.database import Database
from storage.opening import open_database
from tests.bot.telegram.standin import NAME, TOKEN, BotApi
from tests.bot.telegram.validated import validate
from tests.conftest import HandClock
from tests.factories import YOKOHAMA
from tests.storage import acts

PREMISES = Premises(YOKOHAMA, b"secret", "https://yoyaku.example.jp", "yoyaku@example.jp", is_public=True)
CALLS: list[tuple[str, Mapping[str, Any]]] = []  # of all the tests


class Desk:
    """The channel, and whoever speaks with it: updates are brought one by one, and answered before the next."""

    def __init__(self, db: Database, clock: HandClock, api: BotApi, files: Files) -> None:
        self.db, self.clock, self.api, self.files, self.bell = db, clock, api, files, Bell()
        self.telegram = self.another(secret="s" * 16)
        self.telegram._out.name = NAME

    def another(self, *, webhook: str = "", token: str = TOKEN, secret: str = "") -> Telegram:
        """Return a channel over the same database, that nothing was heard by."""
        account = Account(token, self.api.url, webhook, secret)
        return Telegram(self.db, PREMISES, self.bell, self.files, Metrics(self.clock), account=account)

    async def hear(self, update: dict[str, Any]) -> None:
        self.clock.forward(seconds=2)
        answer = await self.telegram.hear(update)
        if answer is not None:
            await answer
        await asyncio.sleep(0)

    async def says(self, chat: int, *texts: str) -> None:
        for text in texts:
            await self.hear(self.api.writes(chat, text))

    async def taps(self, chat: int, *labels: str) -> None:
        for label in labels:
            await self.hear(self.api.taps_on(chat, label))

    async def letters(self) -> None:
        """Let the letters leave that are due."""
        await self.telegram._postman.drain()

    async def is_agent(self, chat: int, name: str = "sato") -> None:
        """Let the chat have proven to be the agent `name`, who has booked before."""
        await self.says(chat, "/start")
        who = await self.db.run(lambda tx: acts.coming(tx, name))
        await self.db.run(lambda tx: tx.rows("UPDATE chat SET agent = ? WHERE id = ?", who.id, f"telegram:{chat}"))

    def text(self, chat: int) -> str:
        return self.api.screen(chat).text


@pytest.fixture(scope="session", autouse=True)
def _is_valid_to_others() -> Iterator[None]:
    yield
    validate(CALLS)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi().running() as running:
        yield running
        CALLS.extend((call.method, call.fields) for call in running.calls if call.accepted)


@pytest.fixture
async def desk(house_url: str, api: BotApi, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    monkeypatch.setattr(http, "PATIENCE", 0.5)
    monkeypatch.setattr(http, "UPLOAD", 0.5)
    monkeypatch.setattr(outgoing, "PAUSES", (0.1, 0.5, 1.0))
    monkeypatch.setattr(calls, "A_CHAT", 50.0)  # nobody types so fast as a test
    api.into_a_chat = 9999
    clock, painter = HandClock("2026-11-26 10:00:00"), Painter()
    db = await open_database(house_url, clock=clock)
    made = Desk(db, clock, api, Files(db, PREMISES, painter))
    yield made
    await made.telegram.close(within=1)
    painter.close()
    await db.close()
