"""One thing at a time in each chat, in the order in which it came."""

from asyncio import Lock
from weakref import WeakValueDictionary


class Order:
    """A lock for each chat that somebody waits in."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int | str, Lock] = WeakValueDictionary()

    def of(self, chat: int | str) -> Lock:
        """Return the lock of `chat`: whoever came first has it first."""
        lock = self._locks.get(chat)
        if lock is None:
            lock = self._locks[chat] = Lock()
        return lock
