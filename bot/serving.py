"""The running program, wired: the only place that knows everything."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette

from bot.bell import Bell
from bot.card.files import Files
from bot.card.picture import Painter
from bot.channels.smtp import MAILS, Smtp
from bot.clock import clock
from bot.control import listening
from bot.delivery import by_mail, by_smtp, into_maildir, into_web_chat, nowhere
from bot.housekeeping import keep_house, keep_watch
from bot.logs import set_up, tell
from bot.metrics import Metrics
from bot.postman import LETTERS, Postman
from bot.preview import routes as preview
from bot.preview.clock import OfficeClock
from bot.rate import Rate
from bot.settings import PREVIEW_COUNTER, PREVIEW_SENDER, VAR, Settings
from bot.web import mailbox
from bot.web.app import application
from bot.web.session import Sessions
from bot.web.site import Site, Vendor
from handlers.language import LANGUAGES, words
from handlers.phrases import pages
from handlers.turn import Premises
from storage.database import Clock, Database
from storage.letters import MAIL
from storage.opening import open_database

CHANNELS = ("web", "telegram", "line")  # whose letters go by mail where it does not run
POSTS = 200.0  # letters a second into chats that are kept here
SOON = 2.0  # seconds for what is being answered
GRACE = 8  # seconds for what is in flight when the program is told to stop
MAILDIR = VAR / "mail"
CLOCK = VAR / "clock"
SOCKET = VAR / "control"
log = logging.getLogger("yoyaku")


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
        smtp = None if settings.is_trial else Smtp(settings.smtp)
        routes = [*preview.ROUTES, *mailbox.ROUTES] if settings.is_trial else []
        running = _lifespan(site, painter, smtp, settings)
        web = application(site, hosts=_hosts(settings), routes=routes, lifespan=running)
        host, port = settings.address
        config = uvicorn.Config(
            web, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=GRACE
        )
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(tell)
        print(f"{settings.public_url}/  (Ctrl-C ends it)", flush=True)
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


async def _run_telegram(settings: Settings, site: Site) -> None:
    """Run the channel beside the web, which does not wait until its library is imported."""
    telegram = site.vendors["telegram"] = await asyncio.to_thread(_telegram, settings, site)
    await asyncio.gather(*telegram.tasks())


def _telegram(settings: Settings, site: Site) -> Vendor:
    from bot.channels.telegram.service import Account, Telegram  # noqa: PLC0415

    if settings.is_trial:
        log.warning("without YOYAKU_SMTP, agents on Telegram get no mail: it is shown on a page of this machine")
    account = Account(
        settings.telegram_token, settings.telegram_api, settings.telegram_webhook, settings.telegram_secret
    )
    return Telegram(site.db, site.premises, site.bell, site.files, site.metrics, account=account)


def _lifespan(
    site: Site, painter: Painter, smtp: Smtp | None, settings: Settings
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        send = by_smtp(site, smtp) if smtp else into_maildir(site)
        carriers = {
            MAIL: (by_mail(site.db, site.premises, send), MAILS),
            "web": (into_web_chat(site.db, site.premises, site.bell), POSTS),
        }
        office = site.premises.office
        tasks = [_begun(keep_house(site.db, office)), _begun(keep_watch(site.db, office, site.bell))]
        if settings.telegram_token:
            tasks.append(_begun(_run_telegram(settings, site)))
        for channel in (MAIL, *CHANNELS):
            if channel == "telegram" and settings.telegram_token:
                continue  # it has a postman of its own, who also answers
            carry, rate = carriers.get(channel, (nowhere, POSTS))
            postman = Postman(site.db, site.bell, carry, rate=Rate(rate), metrics=site.metrics, channel=channel)
            tasks.append(_begun(postman.work()))
        knocking = clock(lambda: site.bell.ring(LETTERS))
        knocking.start()
        async with listening(SOCKET, site.db, site.premises.url):
            yield
        knocking.shutdown(wait=False)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for vendor in site.vendors.values():
            await vendor.close(within=SOON)
        if smtp is not None:
            await smtp.close()
        painter.close()
        await site.db.close()  # here: a signal ends the program right after the server

    return lifespan


def _begun(work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
    """Run `work` beside the web; if it ever fails, the log says so at once."""
    task = asyncio.create_task(work)
    task.add_done_callback(_ended)
    return task


def _ended(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("what runs beside the web has ended", exc_info=task.exception())


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
