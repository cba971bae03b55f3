"""The rate of a channel: a bucket of tokens, one for each message that may leave."""

import asyncio
import time
from collections.abc import Callable

BURST = 0.02  # of a second's tokens, that may be saved up, and are missing from the rest: vendors count by the second
SHORTEST = 0.001  # seconds to wait: a clock may not tell less apart


class Rate:
    """So many messages a second, `burst` of them at once. Answers go first: while one waits, no letter leaves.

    `share` returns how much of it is for this program.
    """

    def __init__(
        self,
        per_second: float,
        *,
        burst: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        share: Callable[[], float] = lambda: 1.0,
    ) -> None:
        self._all, self._share = per_second * (1 - BURST), share
        self._most = max(burst, per_second * BURST)
        self._clock = clock
        self._tokens = self._most
        self._counted = clock()
        self._halted_until = 0.0
        self._answers = 0
        self._first = asyncio.Lock()  # of the answers that wait: whoever came first leaves first

    @property
    def _per_second(self) -> float:
        return self._all * self._share()

    def room(self) -> int:
        """Return how many letters may leave now."""
        self._count()
        return 0 if self._answers or self._seconds() else int(self._tokens)

    def take(self, letters: int) -> None:
        """Count `letters` that leave."""
        self._tokens -= letters

    async def ready(self) -> None:
        """Wait until a letter may leave."""
        while not self.room():  # noqa: ASYNC110  time is what is waited for
            await asyncio.sleep(max(self._seconds(), 1 / self._per_second if self._answers else SHORTEST))

    async def answer(self) -> None:
        """Wait until an answer may leave, after those that came before it and before any letter, and count it."""
        self._answers += 1
        try:
            async with self._first:
                while wait := self._seconds():  # noqa: ASYNC110
                    await asyncio.sleep(max(wait, SHORTEST))
                self._tokens -= 1
        finally:
            self._answers -= 1

    @property
    def is_halted(self) -> bool:
        """Whether nothing leaves just now."""
        return self.halted_for > 0

    @property
    def halted_for(self) -> float:
        """How many seconds nothing leaves."""
        return max(0.0, self._halted_until - self._clock())

    def halt(self, seconds: float) -> None:
        """Let nothing leave for so long: the other side said so, or is not there."""
        self._halted_until = max(self._halted_until, self._clock() + seconds)

    def _count(self) -> None:
        now = self._clock()
        self._tokens = min(self._most, self._tokens + (now - self._counted) * self._per_second)
        self._counted = now

    def _seconds(self) -> float:
        """Return how long it takes until a message may leave."""
        self._count()
        lacking = (1.0 - self._tokens) / self._per_second
        return max(0.0, lacking, self.halted_for)
