"""A bell that wakes whoever waits for a topic: a stream, the postman. It says that, never what."""

import asyncio
from collections import defaultdict

from storage.others import EVERYTHING, Alone, Others


class Bell:
    """Rung after a commit; whoever was woken looks into the database."""

    def __init__(self) -> None:
        self.others: Others = Alone()  # who else hears it
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.is_closing = False

    def ring(self, topic: str) -> None:
        """Wake everybody who waits for `topic`, at the other programs too."""
        self.sound(topic)
        self.others.tell(topic)

    def sound(self, topic: str) -> None:
        """Wake everybody here who waits for `topic`."""
        for each in (topic,) if topic != EVERYTHING else tuple(self._waiting):
            for event in self._waiting.get(each, ()):
                event.set()

    def close(self) -> None:
        """Wake everybody, for good: streams end themselves."""
        self.is_closing = True
        self.sound(EVERYTHING)

    def listener(self, *topics: str) -> "Listener":
        """Return somebody who hears every ring from now on: a ring between two waits is not lost."""
        return Listener(self._waiting, topics)


class Listener:
    """Waits for the rings of its topics."""

    def __init__(self, waiting: defaultdict[str, set[asyncio.Event]], topics: tuple[str, ...]) -> None:
        self._waiting, self._topics, self._event = waiting, topics, asyncio.Event()

    def __enter__(self) -> "Listener":
        for topic in self._topics:
            self._waiting[topic].add(self._event)
        return self

    def __exit__(self, *_: object) -> None:
        for topic in self._topics:
            self._waiting[topic].discard(self._event)
            if not self._waiting[topic]:
                del self._waiting[topic]

    async def wait(self, seconds: float) -> bool:
        """Wait for a ring, at most `seconds`; return whether there was one."""
        try:
            await asyncio.wait_for(self._event.wait(), seconds)
        except TimeoutError:
            return False
        self._event.clear()
        return True
