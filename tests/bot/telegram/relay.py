"""The emulator of others, in a process of its own, and a relay before it.

The emulator knows no `link_preview_options` and no `style` (it is older than they are), and keeps no messages: the
relay takes those two out, and remembers what was sent. Everything else reaches the emulator as it left us.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.bot.program import free_port
from tests.bot.telegram.chats import Chats, Seen
from tests.bot.telegram.people import person
from tests.bot.telegram.standin import TOKEN, parsed
from tests.bot.telegram.strict import plain

UNKNOWN = ("link_preview_options",)


class Relay(Chats):
    """Stands before the emulator; `refused` is what the emulator did not take."""

    def __init__(self) -> None:
        super().__init__()
        self.url, self.behind = "", f"http://127.0.0.1:{free_port()}"
        self.refused: list[str] = []
        self.taken: list[tuple[str, dict[str, Any]]] = []

    @asynccontextmanager
    async def running(self, folder: Path) -> AsyncIterator["Relay"]:
        emulator = await asyncio.create_subprocess_exec(
            *(str(Path(sys.executable).parent / "lo-bot-api-emulator"), "--port", self.behind.rpartition(":")[2]),
            *("--enable-control", "--allow-insecure-loopback-webhooks", "--journal", str(folder / "journal")),
        )
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._called)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession()
        try:
            await self._ready()
            yield self
        finally:
            await self._session.close()
            await runner.cleanup()
            emulator.terminate()
            await emulator.wait()

    async def says(self, chat: int, text: str) -> None:
        self.chats[chat].append(Seen(0, "text", text, by="person"))
        where = {"id": chat, "type": "private", "first_name": "Sato"}
        await self._push({"message": {"message_id": 1, "date": 1, "chat": where, "from": person(chat), "text": text}})

    async def presses(self, chat: int, label: str) -> None:
        for _ in range(400):
            if any(label in seen.labels() for seen in self.chats[chat]):
                break
            await asyncio.sleep(0.05)
        number, data = self.button(chat, label, 0)
        tapped = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private", "first_name": "Sato"}}
        made = {"id": f"{number}{data}", "from": person(chat), "chat_instance": "1", "data": data, "message": tapped}
        await self._push({"callback_query": made})

    async def sees(self, chat: int, words: str) -> None:
        """Wait until the newest screen of `chat` says `words`."""
        for _ in range(400):
            said = [seen for seen in self.chats[chat] if seen.by == "bot" and seen.kind == "text"]
            if said and words in said[-1].text:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{words} is not said: {[seen.text[:200] for seen in said[-2:]]}, {self.refused}")

    async def _push(self, update: dict[str, Any]) -> None:
        body = {"token": TOKEN, "update": update}
        async with self._session.post(f"{self.behind}/__fixture/updates", json=body) as answer:
            assert answer.status == 200, await answer.text()

    async def _ready(self) -> None:
        for _ in range(200):
            try:
                async with self._session.post(f"{self.behind}/bot{TOKEN}/getMe") as answer:
                    assert answer.status == 200
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        raise AssertionError("the emulator did not start")

    async def _called(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fields: dict[str, Any] = {}
        if request.content_type == "application/json":
            fields = await request.json()
            sent: dict[str, Any] = {"json": _known(fields)}
        elif request.content_type == "multipart/form-data":
            sent = {"data": await _form(request, fields)}
        else:
            sent = {"params": dict(request.query)}
        address = f"{self.behind}/bot{request.match_info['token']}/{method}"
        async with self._session.post(address, **sent) as answer:
            result = await answer.json()
        if result["ok"]:
            self.taken.append((method, {name: parsed(name, value) for name, value in fields.items()}))
            self._take(method, fields, result["result"])
        elif answer.status != 501:  # what it says itself that it does not do
            self.refused.append(f"{method}: {result} {fields}")
        return web.json_response(result, status=answer.status)

    def _take(self, method: str, fields: dict[str, Any], result: Any) -> None:
        kind = {"sendMessage": "text", "sendPhoto": "photo", "sendDocument": "document"}.get(method)
        markup = json.loads(fields.get("reply_markup", "{}"))
        buttons = markup.get("inline_keyboard", [])
        if kind:
            made = Seen(result["message_id"], kind, plain(fields.get("text", "")), buttons)
            self.chats[int(fields["chat_id"])].append(made)
        elif method.startswith("editMessage"):
            number = int(fields["message_id"])
            seen = next(seen for seen in self.chats[int(fields["chat_id"])] if seen.number == number)
            seen.buttons = buttons
            seen.text = plain(fields["text"]) if "text" in fields else seen.text


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in fields.items() if name not in UNKNOWN}
    if "reply_markup" in kept:
        markup = json.loads(kept["reply_markup"])
        for button in (button for row in markup["inline_keyboard"] for button in row):
            button.pop("style", None)
        kept["reply_markup"] = json.dumps(markup)
    return kept


async def _form(request: web.Request, fields: dict[str, Any]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file:
                form.add_field(name, value.file.read(), filename=value.filename, content_type=value.content_type)
        else:
            fields[name] = value
            form.add_field(name, value)
    return form
