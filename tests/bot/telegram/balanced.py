"""Telegram before a balancer: updates are brought to any of several programs, twice, and late."""

import asyncio
import random
from collections import Counter
from typing import Any

import aiohttp

from tests.bot.program import Program
from tests.bot.telegram.standin import BotApi

AGAIN = 0.3  # seconds until an update that was not acknowledged is brought again
TWICE, LATE = 0.15, 0.1  # of the updates: brought to two programs at once; once more after the next


class Balanced(BotApi):
    """Brings an update to any program that is there, until one acknowledges it."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self.chance, self.programs = chance, list[Program]()
        self.said: Counter[int] = Counter()  # what the bot said in each chat, edits included
        self._late: dict[int, dict[str, Any]] = {}

    async def _brought(self, update: dict[str, Any]) -> None:
        chat = update["message"]["chat"]["id"]
        if (late := self._late.pop(chat, None)) is not None:
            await self._once(late)
        if self.chance.random() < LATE:
            self._late[chat] = update
        if self.chance.random() < TWICE:
            self._bringing.add(asyncio.ensure_future(self._until_heard(update)))
        await self._until_heard(update)

    async def _until_heard(self, update: dict[str, Any]) -> None:
        while not await self._once(update):  # noqa: ASYNC110  until somebody hears it
            await asyncio.sleep(AGAIN)

    async def _once(self, update: dict[str, Any]) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        program = self.chance.choice(self.programs)
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.post(f"{program.url}/telegram", json=update, headers=headers) as answer,
            ):
                if answer.status == 200:
                    self.heard.add(update["update_id"])
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def _answered(self, request: Any, method: str, fields: dict[str, Any], files: Any) -> Any:
        answer = await super()._answered(request, method, fields, files)
        if method in ("sendMessage", "editMessageText"):
            self.said[int(fields["chat_id"])] += 1
        return answer
