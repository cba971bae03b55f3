"""The running program, wired: the only place that knows everything."""

import asyncio
import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from types import FrameType
from urllib.parse import urlsplit

import uvicorn

from bot.bell import Bell
from bot.beside import lifespan
from bot.card.files import Files
from bot.card.picture import Painter
from bot.channels.smtp import Smtp
from bot.logs import set_up, tell
from bot.metrics import Metrics
from bot.preview import routes as preview
from bot.preview.clock import OfficeClock
from bot.settings import PREVIEW_COUNTER, PREVIEW_SENDER, VAR, Settings
from bot.web import mailbox
from bot.web.app import application
from bot.web.session import Sessions
from bot.web.site import Site
from handlers.language import LANGUAGES, words
from handlers.phrases import pages
from handlers.turn import Premises
from storage.database import Clock, Database
from storage.opening import meet, open_database

GRACE = 8  # seconds for what is in flight when the program is told to stop
MAILDIR = VAR / "mail"
CLOCK = VAR / "clock"


class Server(uvicorn.Server):
    """Ends the event streams when told to stop: uvicorn would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, stop: Callable[[], object]) -> None:
        super().__init__(config)
        self._stop = stop

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop on a signal."""
        self._stop()
        super().handle_exit(sig, frame)


async def run(settings: Settings) -> None:
    """Serve until told to stop."""
    set_up()
    for language in LANGUAGES:
        words(pages.TITLE, language)  # reads the catalog now, not within the first turn
    clock_of_office = office_clock(settings)
    db = await open_database(settings.database, clock=clock_of_office)
    try:
        painter = Painter()
        site = _site(settings, db, painter, clock_of_office)
        others = site.bell.others = meet(settings.database, site.bell.sound, badge=_badge(site.premises))
        smtp = None if settings.is_trial else Smtp(settings.smtp)
        routes = [*preview.ROUTES, *mailbox.ROUTES] if settings.is_trial else []
        running = lifespan(site, painter, smtp, settings)
        web = application(site, hosts=_hosts(settings), routes=routes, lifespan=running)
        host, port = settings.address
        config = uvicorn.Config(
            web,
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=GRACE,
            forwarded_allow_ips=settings.proxy,  # who may say where a request came from
        )
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(tell)
        print(f"{settings.public_url}/  (Ctrl-C ends it)", flush=True)
        async with others:
            await Server(config, partial(loop.call_soon_threadsafe, site.bell.close)).serve()
    finally:
        await db.close()


def _site(settings: Settings, db: Database, painter: Painter, clock: Clock) -> Site:
    premises = _premises(settings)
    return Site(
        db=db,
        premises=premises,
        sessions=Sessions(premises.secret, is_secure=settings.public_url.startswith("https:")),
        bell=Bell(),
        files=Files(db, premises, painter),
        maildir=MAILDIR,
        clock=clock,
        metrics=Metrics(clock),
        home="/" if settings.is_trial else "/chat",
        token=settings.metrics_token,
    )


def _badge(premises: Premises) -> str:
    """Return what is the same for all programs that have the same secret, and says nothing of it."""
    return hmac.new(premises.secret, b"badge", "sha256").hexdigest()[:8]


def _hosts(settings: Settings) -> list[str]:
    """Return the names under which pages are served: no other name may lead here."""
    host, _ = settings.address
    return [host, "127.0.0.1", "localhost", urlsplit(settings.public_url).hostname or host]


def office_clock(settings: Settings) -> Clock:
    """Return the time; that of a trial is set ahead by hand."""
    return OfficeClock(CLOCK) if settings.is_trial else lambda: datetime.now(UTC)


def _premises(settings: Settings) -> Premises:
    office = settings.profile()
    url, is_public = settings.public_url, settings.is_public
    if settings.is_trial:
        counter = office.counter_mail or PREVIEW_COUNTER
        return Premises(office, settings.key(), url, PREVIEW_SENDER, "/mailbox", is_public=is_public, counter=counter)
    return Premises(office, settings.key(), url, office.sender, is_public=is_public, counter=office.counter_mail)
