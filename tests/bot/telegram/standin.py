"""A Bot API of our own, that is strict: it keeps chats as Telegram does, and fails when it is told to."""

import asyncio
import json
import re
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.bot.telegram.people import Updates
from tests.bot.telegram.strict import METHODS, Wrong, checked

TOKEN = "123456:" + "A" * 35
NAME = "yoyaku_test_bot"
STRUCTURED = ("reply_markup", "link_preview_options", "allowed_updates", "commands")  # sent as JSON within JSON
WORDS = {"429": "Too Many Requests: retry after 1", "409": "Conflict: terminated by other getUpdates request"}
FAULTS = ("429", "500", "502", "cut", "cut after", "timeout", "timeout after", "slow")


@dataclass
class Call:
    method: str
    fields: Mapping[str, Any]
    accepted: bool


class BotApi(Updates):
    """What Telegram is to a bot; `latency` is that of every call."""

    def __init__(self, *, scale: float = 0.02, latency: float = 0.0) -> None:
        super().__init__(scale)
        self.latency = latency
        self.slow: dict[int, float] = {}  # seconds that a call into a chat takes
        self.calls: list[Call] = []
        self.faults: deque[tuple[str, str]] = deque()  # method, fault: the next such call fails so
        self.refused: list[str] = []
        self.is_down = False
        self.url = ""

    @asynccontextmanager
    async def running(self, port: int = 0) -> AsyncIterator["BotApi"]:
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._called)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            for task in self._bringing:
                task.cancel()
            await runner.cleanup()

    async def _called(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if self.is_down:
            return _cut(request)
        if request.match_info["token"] != TOKEN:
            return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
        fields, files = await _read(request)
        await asyncio.sleep(self.slow.get(int(fields.get("chat_id", 0) or 0), self.latency))
        try:
            return await self._answered(request, method, fields, files)
        except Wrong as wrong:
            self.calls.append(Call(method, fields, accepted=False))
            if wrong.status == 400 and "not modified" not in wrong.words:
                self.refused.append(f"{method}: {wrong.words}")
            answer: dict[str, Any] = {"ok": False, "error_code": wrong.status, "description": wrong.words}
            if wrong.wait:
                answer["parameters"] = {"retry_after": wrong.wait}
            return web.json_response(answer, status=wrong.status)

    async def _answered(
        self, request: web.Request, method: str, fields: dict[str, Any], files: dict[str, bytes]
    ) -> web.StreamResponse:
        fault = self._fault(method)
        if fault == "html":  # of a proxy on the way
            return web.Response(text="<html>Bad gateway</html>")
        if fault.isdecimal():
            raise Wrong(WORDS.get(fault, ""), int(fault), wait=fault == "429")
        if fault == "cut":
            return _cut(request)
        if fault in ("timeout", "slow"):
            await asyncio.sleep(3600 if fault == "timeout" else 0.3)
        if method not in METHODS:
            raise Wrong("Not Found: method not found", 404)
        checked(method, fields, files)
        name = re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", method)
        result = self.told(method, fields) if "My" in method else await getattr(self, name)(fields, files)
        self.calls.append(Call(method, fields, accepted=True))
        if fault == "timeout after":
            await asyncio.sleep(3600)
        return _cut(request) if fault == "cut after" else web.json_response({"ok": True, "result": result})

    def _fault(self, method: str) -> str:
        for place, (wanted, fault) in enumerate(self.faults):
            if wanted == method:
                del self.faults[place]
                return fault
        return ""

    async def get_me(self, fields: Any, files: Any) -> dict[str, Any]:
        return {"id": 123456, "is_bot": True, "first_name": "予約", "username": NAME}


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, bytes]]:
    if request.content_type == "application/json":
        return {name: parsed(name, value) for name, value in (await request.json()).items()}, {}
    files: dict[str, bytes] = {}
    fields = {name: parsed(name, value) for name, value in request.query.items()}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file:
                files[name] = value.file.read()
        else:
            fields[name] = parsed(name, value)
    return fields, files


def parsed(name: str, value: Any) -> Any:
    return json.loads(value) if name in STRUCTURED and isinstance(value, str) else value


def _cut(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
