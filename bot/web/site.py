"""What every route stands on: the database, the premises, sessions, the bell."""

from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request

from bot.bell import Bell
from bot.card.files import Files
from bot.preview.clock import OfficeClock
from bot.web.session import Sessions
from handlers.turn import Premises
from storage.database import Clock, Database


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

    @property
    def is_preview(self) -> bool:
        """Whether the clock can be moved, and mails are shown."""
        return isinstance(self.clock, OfficeClock)

    @property
    def home(self) -> str:
        """Where the chat is found."""
        return "/" if self.is_preview else "/chat"


def site_of(request: Request) -> Site:
    """Return the site that serves `request`."""
    site: Site = request.app.state.site
    return site
