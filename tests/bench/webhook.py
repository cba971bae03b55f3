"""What brings updates to a webhook, as Telegram does, and takes the calls that answer them."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import count
from statistics import median, quantiles
from typing import Any

import aiohttp
from aiohttp import web

from tests.bench.echoes import NAME

TURNS, CHATS, AT_ONCE = 1500, 100, 16
A_SECOND, SECONDS = 30, 15  # updates
SECRET = "s" * 16

OTHERWISE: dict[str, Any] = {
    "getMe": {"id": 1, "is_bot": True, "first_name": "b", "username": NAME},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
    "getMyName": {"name": ""},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}


class Api:
    """Takes every call, and remembers the last button of each chat."""

    def __init__(self, latency: float) -> None:
        self.latency, self.slow, self.url = latency, {0: 0.0}, ""
        self.numbers, self.buttons = count(1), dict[int, tuple[int, str]]()

    async def called(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        is_json = request.content_type == "application/json"
        fields: dict[str, Any] = await request.json() if is_json else dict(await request.post())
        chat = int(fields.get("chat_id", 0))
        if self.latency or self.slow.get(chat):
            await asyncio.sleep(self.slow.get(chat, self.latency))
        if not chat:
            return _ok(OTHERWISE.get(method, True))
        number = int(fields.get("message_id", 0)) or next(self.numbers)
        markup = str(fields.get("reply_markup", ""))
        if "callback_data" in markup:
            self.buttons[chat] = number, markup.rpartition('"callback_data"')[2].split('"')[1]
        return _ok({"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}})


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


@asynccontextmanager
async def answering(latency: float = 0.0) -> AsyncIterator[Api]:
    api = Api(latency)
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", api.called)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield api
    await runner.cleanup()


class Driver:
    """Brings updates, as Telegram does."""

    def __init__(self, api: Api, port: int) -> None:
        self.api, self.url, self._ids = api, f"http://127.0.0.1:{port}", count(1)

    async def ready(self) -> None:
        self._session = aiohttp.ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": SECRET})
        for _ in range(600):
            try:
                async with self._session.get(f"{self.url}/health"):
                    break
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        for chat in range(1, CHATS + 1):
            await self.brought({"message": _message(chat) | {"text": "/start"}})

    async def brought(self, update: dict[str, Any]) -> float:
        """Bring `update`; return how many seconds its answer took."""
        begun = time.perf_counter()
        made = {"update_id": next(self._ids), **update}
        async with self._session.post(f"{self.url}/telegram", json=made) as answer:
            assert answer.status == 200, answer.status
        return time.perf_counter() - begun

    async def tapped(self, chat: int) -> float:
        number, data = self.api.buttons[chat]
        query = {"id": str(next(self._ids)), "from": _message(chat)["from"], "chat_instance": "1", "data": data}
        return await self.brought({"callback_query": query | {"message": _message(chat) | {"message_id": number}}})

    async def turns(self) -> float:
        """Return how many turns a second are answered."""
        waiting = iter(n % CHATS + 1 for n in range(TURNS))

        async def client() -> None:
            for chat in waiting:
                await self.tapped(chat)

        begun = time.perf_counter()
        await asyncio.gather(*(client() for _ in range(AT_ONCE)))
        taken = time.perf_counter() - begun
        await self._session.close()
        return TURNS / taken

    async def late(self) -> float:
        """Return how late the slowest hundredth of answers is, in milliseconds."""
        taken: list[asyncio.Task[float]] = []
        for n in range(A_SECOND * SECONDS):
            taken.append(asyncio.create_task(self.tapped(n % CHATS + 1)))
            await asyncio.sleep(1 / A_SECOND)
        seconds: Sequence[float] = await asyncio.gather(*taken)
        await self._session.close()
        return quantiles(seconds, n=100)[-1] * 1000

    async def beside_a_slow_one(self) -> float:
        """Return how long an answer takes while each call into another chat takes two seconds, in milliseconds."""
        self.api.slow[1] = 2.0
        slow = asyncio.create_task(self.tapped(1))
        await asyncio.sleep(0.2)
        taken = [await self.tapped(chat) for chat in range(2, 12)]
        assert not slow.done()
        await slow
        await self._session.close()
        return median(taken) * 1000


def _message(chat: int) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "Sato", "language_code": "ja"}
    return {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private", "first_name": "Sato"}, "from": who}
