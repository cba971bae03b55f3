"""A loop whose time is virtual: while nothing is on its way, it goes straight on to what is awaited next."""

import asyncio
import selectors
from typing import Any

from storage.database import Database, T, Work

SHORT = 0.01  # real seconds to look for what other threads say


class Jumping(selectors.DefaultSelector):
    """Waits in real time for threads that are at work, and not at all for time itself."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.at_work = 0

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None or self.at_work:
            return super().select(SHORT if timeout != 0 else 0)
        found = super().select(0)
        if not found:
            self.now += timeout
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop of virtual time."""

    def __init__(self) -> None:
        self.jumping = Jumping()
        super().__init__(self.jumping)

    def time(self) -> float:
        return self.jumping.now


class Busy:
    """A database that says while it is at work: time stands still then."""

    def __init__(self, db: Database, jumping: Jumping) -> None:
        self.db, self._jumping = db, jumping

    async def run(self, work: Work[T]) -> T:
        self._jumping.at_work += 1
        try:
            return await self.db.run(work)
        finally:
            self._jumping.at_work -= 1

    async def read(self, work: Work[T]) -> T:
        self._jumping.at_work += 1
        try:
            return await self.db.read(work)
        finally:
            self._jumping.at_work -= 1

    async def close(self) -> None:
        await self.db.close()
