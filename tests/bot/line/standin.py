"""A platform of our own that knows LINE's rules: tokens, retry keys, quota, who has blocked whom, what fits."""

import asyncio
import io
import json
import re
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from PIL import Image

from tests.bot.line.menus import Menus
from tests.bot.line.people import People
from tests.bot.line.strict import PICTURE, PREVIEW, Json, Wrong, check_messages

TOKEN = "L" * 172
NAME = "@123yoyak"
ACCOUNT = {"userId": "U0", "basicId": NAME, "displayName": "予約", "chatMode": "bot", "markAsReadMode": "auto"}
HELD = 60.0  # seconds that a reply token holds
FAULTS = ("429", "500", "cut", "cut after", "timeout", "timeout after", "slow")
RATE, MONTH = "The API rate limit has been exceeded. Try again later.", "You have reached your monthly limit."
Fetch = Callable[[str], Awaitable[bytes]]


@dataclass
class Call:
    path: str
    body: Any
    accepted: bool


class Platform(People):
    """What LINE is to an account. `fetch` gets a picture from where a message says that it is."""

    def __init__(self, *, quota: int | None = 200) -> None:
        super().__init__()
        self.quota, self.used = quota, 0
        self.keys: dict[str, str] = {}  # retry keys of what was accepted
        self.faults: deque[tuple[str, str]] = deque()  # path, fault: the next such call fails so
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.counted: Counter[str] = Counter()  # accepted calls, by what they are
        self.menus = Menus()
        self.endpoint: Json | None = None
        self.fetch: Fetch | None = None
        self.fetching: list[asyncio.Task[None]] = []  # pictures, by whoever looks at them
        self.is_down, self.is_active = False, True
        self._routes = {
            "GET message/quota": lambda body: {"type": "none", **self._limit()},
            "GET message/quota/consumption": lambda body: {"totalUsage": self.used},
            "GET info": lambda body: ACCOUNT,
            "GET profile/([^/]+)": self._profile,
            "GET channel/webhook/endpoint": self._endpoint,
            "PUT channel/webhook/endpoint": self._set_endpoint,
        }
        self.url = ""

    @asynccontextmanager
    async def running(self, port: int = 0) -> AsyncIterator["Platform"]:
        app = web.Application(client_max_size=20 * 1024 * 1024)
        app.router.add_route("*", "/v2/bot/{path:.+}", self._called)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _called(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        fault = "cut" if self.is_down else self._fault(path)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"message": "Authentication failed"}, status=401)
        if fault.isdecimal():
            return web.json_response({"message": RATE if fault == "429" else "Internal"}, status=int(fault))
        if fault == "cut":
            return _cut(request)
        await asyncio.sleep({"timeout": 3600, "slow": 0.3}.get(fault, 0))
        body = await _body(request)
        try:
            answer = await self._answered(request, path, body)
        except Wrong as wrong:
            self.calls.append(Call(path, body, accepted=False))
            if wrong.status == 400 and "reply token" not in wrong.words:
                self.refused.append(f"{path}: {wrong.words}")
            headers = {"X-Line-Accepted-Request-Id": "before"} if wrong.status == 409 else {}
            return web.json_response({"message": wrong.words}, status=wrong.status, headers=headers)
        self.calls.append(Call(path, body, accepted=True))
        self.counted[path] += 1
        await asyncio.sleep(3600 if fault == "timeout after" else 0)
        return _cut(request) if fault == "cut after" else web.json_response(answer)

    async def _answered(self, request: web.Request, path: str, body: Any) -> Json:
        if path == "message/reply":
            return await self._reply(body)
        if path == "message/push":
            return await self._push(body, request.headers.get("X-Line-Retry-Key", ""))
        for route, answer in {**self._routes, **self.menus.routes}.items():
            found = re.fullmatch(route, f"{request.method} {path}")
            if found:
                made: Json = answer(*found.groups(), body)  # type: ignore[operator]
                return made
        raise Wrong("Not found", 404)

    def _profile(self, user: str, body: Any) -> Json:
        if user not in self.languages:
            raise Wrong("Not found", 404)
        return {"displayName": "佐藤", "userId": user, "language": self.languages[user]}

    def _endpoint(self, body: Any) -> Json:
        if self.endpoint is None:
            raise Wrong("Webhook endpoint does not exist", 404)
        return self.endpoint

    def _set_endpoint(self, body: Any) -> Json:
        self.endpoint = {"endpoint": body["endpoint"], "active": self.is_active}
        return {}

    async def _reply(self, body: Json) -> Json:
        check_messages(body["messages"])
        chat = self.take_token(body["replyToken"], HELD)
        if chat is None:
            raise Wrong("Invalid reply token")
        return await self._say(chat, body["messages"])

    async def _push(self, body: Json, key: str) -> Json:
        check_messages(body["messages"])
        if not key:
            raise Wrong("a push without a retry key")
        if key in self.keys:
            raise Wrong("The retry key is already accepted", 409)
        if self.quota is not None and self.used >= self.quota:
            raise Wrong(MONTH, 429)
        if body["to"] not in self.chats and body["to"] not in self.blocked:
            raise Wrong("Failed to send messages")
        self.keys[key] = body["to"]
        self.used += 1
        return await self._say(body["to"], body["messages"])

    async def _say(self, chat: str, messages: list[Json]) -> Json:
        for message in messages:
            if message["type"] == "image" and self.fetch is not None:
                self.fetching.append(asyncio.create_task(self._check_picture(message)))
        if chat not in self.blocked:  # it is taken, all the same
            self.chats[chat] += [{**message, "by": "bot"} for message in messages]
        return {"sentMessages": [{"id": str(n)} for n, _ in enumerate(messages)]}

    async def _check_picture(self, message: Json) -> None:
        assert self.fetch is not None
        for name, most in (("originalContentUrl", PICTURE), ("previewImageUrl", PREVIEW)):
            content = await self.fetch(message[name])
            if len(content) > most or Image.open(io.BytesIO(content)).format not in ("PNG", "JPEG"):
                self.refused.append(f"{name} is no picture that fits")

    def _limit(self) -> Json:
        return {} if self.quota is None else {"type": "limited", "value": self.quota}

    def _fault(self, path: str) -> str:
        for place, (wanted, fault) in enumerate(self.faults):
            if wanted in path:
                del self.faults[place]
                return fault
        return ""


async def _body(request: web.Request) -> Any:
    body = await request.read()
    return json.loads(body) if request.content_type == "application/json" and body else body


def _cut(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
