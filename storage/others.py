"""The other programs at the same database: who is there, who does what only one may do, what rings at the others."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol, Self

from storage.keys import new_id

EVERYTHING = ""  # what rings where nobody knows what was missed


class Others(Protocol):
    """Entered while the program runs. `name` is under which this program is known, and leases letters."""

    name: str

    def is_gone(self, name: str) -> bool:
        """Return whether the program `name` is surely not there any more."""
        ...

    def share(self) -> float:
        """Return how much of what all may do together is for this program."""
        ...

    def tell(self, topic: str) -> None:
        """Let `topic` ring at the others, soon."""
        ...

    async def lead(self, role: str, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` while no other program does: from when whoever had `role` is gone, until it is lost."""
        ...

    def in_turn(self, chat: str) -> AbstractAsyncContextManager[None]:
        """Return what keeps `chat` from the others until it is left; not for ever, whatever they do."""
        ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...


class Alone:
    """Of a database in a file, which no other program can open: whoever was there before is gone."""

    def __init__(self) -> None:
        self.name = new_id()

    def is_gone(self, name: str) -> bool:
        return name != self.name

    def share(self) -> float:
        return 1.0

    def tell(self, topic: str) -> None:
        """Do nothing: nobody hears it."""

    async def lead(self, role: str, work: Callable[[], Awaitable[None]]) -> None:  # noqa: ARG002
        await work()

    @asynccontextmanager
    async def in_turn(self, chat: str) -> AsyncIterator[None]:  # noqa: ARG002
        yield

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Do nothing."""
