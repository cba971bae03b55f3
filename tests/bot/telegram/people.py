"""What people do on Telegram, and how a bot comes to know of it: by asking, or by a webhook."""

import asyncio
from itertools import count
from typing import Any

import aiohttp

from tests.bot.telegram.chats import Chats, Seen
from tests.bot.telegram.strict import Wrong

RETRIES = (0, 2, 4, 8, 16)  # seconds, after which an update is brought again


class Updates(Chats):
    """Queued until they are acknowledged; `scale` shortens the time between retries."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self.scale = scale
        self.updates: list[dict[str, Any]] = []
        self.webhook: dict[str, Any] = {}
        self.heard: set[int] = set()  # which were acknowledged
        self._ids = count(1000)
        self._news = asyncio.Event()
        self._bringing: set[asyncio.Task[None]] = set()

    def writes(self, chat: int, text: str | None = None, *, language: str = "ja", **more: Any) -> dict[str, Any]:
        """Let a person write; return the update."""
        number = next(self.numbers)
        message: dict[str, Any] = {
            "message_id": number,
            "date": 1_795_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "Sato"},
            "from": person(chat, language),
        }
        if text is not None:
            message["text"] = text
            self.chats[chat].append(Seen(number, "text", text, by="person"))
        return self.push({"message": message | more})

    def taps_on(self, chat: int, label: str = "", *, message: int = 0, data: str = "") -> dict[str, Any]:
        """Let a person tap the button `label` of the latest message that has one, or what carries `data`."""
        number, carried = (message, data) if data else self.button(chat, label, message)
        query = f"q{next(self._ids)}"
        self.taps[query] = asyncio.get_running_loop().time()
        tapped = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}}
        return self.push(
            {
                "callback_query": {
                    "id": query,
                    "from": person(chat),
                    "chat_instance": "1",
                    "data": carried,
                    "message": tapped,
                }
            }
        )

    def push(self, update: dict[str, Any]) -> dict[str, Any]:
        """Queue an update, and bring it where a webhook is set."""
        made = {"update_id": next(self._ids), **update}
        self.updates.append(made)
        self._news.set()
        if self.webhook.get("url"):
            self.bring(made)
        return made

    def bring(self, update: dict[str, Any]) -> "asyncio.Task[None]":
        task = asyncio.create_task(self._brought(update))
        self._bringing.add(task)
        task.add_done_callback(self._bringing.discard)
        return task

    async def _brought(self, update: dict[str, Any]) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with aiohttp.ClientSession() as session:
            for wait in RETRIES:
                await asyncio.sleep(wait * self.scale)
                try:
                    async with session.post(self.webhook["url"], json=update, headers=headers) as answer:
                        if answer.status == 200:
                            self.heard.add(update["update_id"])
                            return
                except aiohttp.ClientError:
                    continue

    async def get_updates(self, fields: dict[str, Any], files: Any) -> list[dict[str, Any]]:
        if self.webhook.get("url"):
            raise Wrong("Conflict: can't use getUpdates method while webhook is active", 409)
        offset = int(fields.get("offset", 0) or 0)
        self.heard |= {each["update_id"] for each in self.updates if each["update_id"] < offset}
        self.updates = [each for each in self.updates if each["update_id"] >= offset]
        if not self.updates and int(fields.get("timeout", 0) or 0):
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), int(fields["timeout"]))
            except TimeoutError:
                return []
        return self.updates[: int(fields.get("limit", 100))]

    async def set_webhook(self, fields: dict[str, Any], files: Any) -> bool:
        self.webhook = dict(fields)
        return True

    async def delete_webhook(self, fields: Any, files: Any) -> bool:
        self.webhook = {}
        return True

    async def get_webhook_info(self, fields: Any, files: Any) -> dict[str, Any]:
        known = {"url": self.webhook.get("url", ""), "allowed_updates": self.webhook.get("allowed_updates", [])}
        return {"has_custom_certificate": False, "pending_update_count": 0, **known}


def person(number: int, language: str = "ja") -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "Sato", "language_code": language}
