"""A bell that wakes whoever waits for a topic: a stream, the postman. It says that, never what."""

import asyncio
from collections import defaultdict


class Bell:
    """Rung after a commit; whoever was woken looks into the database."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.is_closing = False

    def ring(self, topic: str) -> None:
        """Wake everybody who waits for `topic`."""
        for event in self._waiting.get(topic, ()):
            event.set()

    def close(self) -> None:
        """Wake everybody, for good: streams end themselves."""
        self.is_closing = True
        for topic in list(self._waiting):
            self.ring(topic)

    def listener(self, topic: str) -> "Listener":
        """Return somebody who hears every ring from now on: a ring between two waits is not lost."""
        return Listener(self._waiting, topic)


class Listener:
    """Waits for the rings of one topic."""

    def __init__(self, waiting: defaultdict[str, set[asyncio.Event]], topic: str) -> None:
        self._waiting, self._topic, self._event = waiting, topic, asyncio.Event()

    def __enter__(self) -> "Listener":
        self._waiting[self._topic].add(self._event)
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting[self._topic].discard(self._event)
        if not self._waiting[self._topic]:
            del self._waiting[self._topic]

    async def wait(self, seconds: float) -> bool:
        """Wait for a ring, at most `seconds`; return whether there was one."""
        try:
            await asyncio.wait_for(self._event.wait(), seconds)
        except TimeoutError:
            return False
        self._event.clear()
        return True
