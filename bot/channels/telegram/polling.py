"""Updates, asked for where nobody can reach us: each is acknowledged once it is answered, or soon after."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.backoff import jittered
from bot.channels.order import Order
from bot.channels.persistent import AGAIN, SELDOM, persistent
from bot.channels.telegram.complaints import complaint
from storage.database import Busy, Unavailable

LONG = 50  # seconds that Telegram holds a question to which there is nothing to say yet
SOON = 0.1  # seconds between two questions while something is being answered
CROWD = 50  # updates under way, of the 100 that are told at a time: then one is acknowledged that is heard
ENOUGH = 5.0  # seconds after which an update is acknowledged that is heard, but not answered

Update = Mapping[str, Any]
Ask = Callable[[int, int], Awaitable[Sequence[Update]]]
"""Returns the updates from a number on, waiting for them so many seconds."""
Hear = Callable[[Update], Awaitable["asyncio.Task[None] | None"]]
log = logging.getLogger("yoyaku.telegram")


class Poller:
    """Asks for updates, and has them heard."""

    def __init__(self, ask: Ask, hear: Hear) -> None:
        self._ask, self._hear = ask, hear
        self._order = Order()
        self._under_way: dict[int, Hearing] = {}  # since the first that is not over, in the order in which they came
        self._next = 0

    async def poll(self) -> None:
        """Ask until cancelled."""
        try:
            while True:
                await persistent(self._asked, "ask Telegram for updates", log=log, complaint=complaint)
        finally:
            for each in self._under_way.values():
                each.task.cancel()

    async def _asked(self) -> None:
        offset = next(iter(self._under_way), self._next)
        for update in await self._ask(offset, 0 if self._under_way else LONG):
            number = int(update["update_id"])
            if number not in self._under_way:
                self._under_way[number] = Hearing(self._heard, update)
                self._next = number + 1
        waiting = {each.task for each in self._under_way.values() if not each.task.done()}
        if waiting:
            await asyncio.wait(waiting, timeout=SOON)
        for number, each in list(self._under_way.items()):
            if not each.is_over(is_crowded=len(self._under_way) > CROWD):
                break
            del self._under_way[number]

    async def _heard(self, update: Update) -> "asyncio.Task[None] | None":
        """Hear `update`, however often it takes, before what its chat says next; return what answers it."""
        attempts = 0
        async with self._order.of(_chat(update)):
            while True:
                try:
                    return await self._hear(update)
                except (Busy, Unavailable):
                    attempts += 1
                    log.warning("the database cannot commit: an update waits")
                    await asyncio.sleep(jittered(AGAIN, SELDOM, attempts))
                except Exception:  # it would fail again, and hold up all others
                    log.exception("an update could not be heard")
                    return None


class Hearing:
    """An update that is being heard, and then answered."""

    def __init__(self, hear: Hear, update: Update) -> None:
        self._since, self._is_heard = time.monotonic(), False
        self.task = asyncio.create_task(self._answered(hear, update))

    def is_over(self, *, is_crowded: bool) -> bool:
        """Return whether the update need not come again: what is heard stands in the database."""
        has_waited = is_crowded or time.monotonic() - self._since > ENOUGH
        return self.task.done() or (self._is_heard and has_waited)

    async def _answered(self, hear: Hear, update: Update) -> None:
        answer = await hear(update)
        self._is_heard = True
        if answer is not None:
            await asyncio.shield(answer)


def _chat(update: Update) -> int:
    """Return the chat in which `update` came about, or 0."""
    for event in update.values():
        if isinstance(event, dict):
            where = event.get("chat") or (event.get("message") or {}).get("chat") or {}
            return int(where.get("id", 0))
    return 0
