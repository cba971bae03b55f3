"""What every route stands on: the database, the premises, sessions, the bell."""

from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request

from bot.bell import Bell
from bot.card.files import Files
from bot.metrics import Metrics
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
    metrics: Metrics
    home: str = "/chat"  # where the chat is found
    token: str = ""  # opens the figures, from elsewhere


def site_of(request: Request) -> Site:
    """Return the site that serves `request`."""
    site: Site = request.app.state.site
    return site
