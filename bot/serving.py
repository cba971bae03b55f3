"""The running program, wired: the only place that knows everything."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from types import FrameType
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette

from bot.bell import Bell
from bot.card.files import Files
from bot.card.picture import Painter
from bot.channels.smtp import MAILS, Smtp
from bot.clock import clock
from bot.delivery import by_mail, by_smtp, into_maildir, into_web_chat, nowhere
from bot.housekeeping import keep_house, keep_watch
from bot.logs import set_up, tell
from bot.metrics import Metrics
from bot.postman import LETTERS, Postman
from bot.preview import routes as preview
from bot.preview.clock import OfficeClock
from bot.rate import Rate
from bot.settings import PREVIEW_SENDER, VAR, Settings, is_loopback
from bot.web import mailbox
from bot.web.app import application
from bot.web.session import Sessions
from bot.web.site import Site
from handlers.language import LANGUAGES, words
from handlers.phrases import pages
from handlers.turn import Premises
from storage.database import Clock
from storage.letters import MAIL
from storage.opening import open_database

CHANNELS = ("web", "telegram", "line")  # whose letters go by mail where it does not run
POSTS = 200.0  # letters a second into chats that are kept here
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
        bell = Bell()
        premises = _premises(settings)
        sessions = Sessions(premises.secret, is_secure=settings.public_url.startswith("https:"))
        painter = Painter()
        home, routes = ("/", [*preview.ROUTES, *mailbox.ROUTES]) if settings.is_trial else ("/chat", [])
        files, metrics = Files(db, premises, painter), Metrics(clock_of_office)
        token = settings.metrics_token
        site = Site(db, premises, sessions, bell, files, MAILDIR, clock_of_office, metrics, home=home, token=token)
        smtp = None if settings.is_trial else Smtp(settings.smtp)
        web = application(site, hosts=_hosts(settings), routes=routes, lifespan=_lifespan(site, painter, smtp))
        host, port = settings.address
        config = uvicorn.Config(
            web, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=GRACE
        )
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(tell)
        print(f"{settings.public_url}/  (Ctrl-C ends it)", flush=True)
        await Server(config, partial(loop.call_soon_threadsafe, bell.close)).serve()
    finally:
        await db.close()


def _lifespan(
    site: Site, painter: Painter, smtp: Smtp | None
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        send = by_smtp(site, smtp) if smtp else into_maildir(site)
        carriers = {
            MAIL: (by_mail(site.db, site.premises, send), MAILS),
            "web": (into_web_chat(site.db, site.premises, site.bell), POSTS),
        }
        office = site.premises.office
        tasks = [
            asyncio.create_task(keep_house(site.db, office)),
            asyncio.create_task(keep_watch(site.db, office, site.bell)),
        ]
        for channel in (MAIL, *CHANNELS):
            carry, rate = carriers.get(channel, (nowhere, POSTS))
            postman = Postman(site.db, site.bell, carry, rate=Rate(rate), metrics=site.metrics, channel=channel)
            tasks.append(asyncio.create_task(postman.work()))
        knocking = clock(lambda: site.bell.ring(LETTERS))
        knocking.start()
        yield
        knocking.shutdown(wait=False)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if smtp is not None:
            await smtp.close()
        painter.close()
        await site.db.close()  # here: a signal ends the program right after the server

    return lifespan


def _hosts(settings: Settings) -> list[str]:
    """Return the names under which pages are served: no other name may lead here."""
    host, _ = settings.address
    return [host, "127.0.0.1", "localhost", urlsplit(settings.public_url).hostname or host]


def office_clock(settings: Settings) -> Clock:
    """Return the time; that of a trial is set ahead by hand."""
    return OfficeClock(CLOCK) if settings.is_trial else lambda: datetime.now(UTC)


def _premises(settings: Settings) -> Premises:
    office = settings.profile()
    sender, mails = (PREVIEW_SENDER, "/mailbox") if settings.is_trial else (office.sender, "")
    is_public = not is_loopback(urlsplit(settings.public_url).hostname or "")
    return Premises(office, settings.key(), settings.public_url, sender, mails, is_public=is_public)
