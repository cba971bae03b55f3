"""What every route stands on: the database, the premises, sessions, the bell."""

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from starlette.requests import Request

from bot.bell import Bell
from bot.card.files import Files
from bot.metrics import Metrics
from bot.web.session import Sessions
from handlers.turn import Premises
from storage.database import Clock, Database


class Vendor(Protocol):
    """A channel of a vendor, who brings what is said; its library is imported only where it runs."""

    def back(self, token: str) -> str:
        """Return the address of the chat, where one press proves by `token`; nothing, until it is known."""
        ...

    def is_genuine(self, body: bytes, headers: Mapping[str, str]) -> bool:
        """Return whether it is they who brought `body`."""
        ...

    def tasks(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """Return what runs beside the web."""
        ...

    async def hear(self, update: Mapping[str, Any]) -> "asyncio.Task[None] | None":
        """Hear what was brought; return what answers it."""
        ...

    async def close(self, *, within: float) -> None:
        """Finish what is under way, at most within so many seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """The web's part of the program."""

    db: Database
    premises: Premises
    sessions: Sessions
    bell: Bell
    files: Files
    maildir: Path
    clock: Clock
    metrics: Metrics
    home: str = "/chat"  # where the chat is found
    token: str = ""  # opens the figures, from elsewhere
    kept: dict[str, Any] = field(default_factory=dict)  # what the counter's page was made of last, while that stands
    vendors: dict[str, Vendor] = field(default_factory=dict)  # by the channel: those that run, once they do


def site_of(request: Request) -> Site:
    """Return the site that serves `request`."""
    site: Site = request.app.state.site
    return site
