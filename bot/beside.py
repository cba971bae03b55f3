"""What runs beside the web, from its start to its end: postmen, the housekeeper, the vendors, the clock."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from starlette.applications import Starlette

from bot.card.picture import Painter
from bot.channels.smtp import MAILS, Smtp
from bot.clock import clock
from bot.control import listening
from bot.delivery import by_mail, by_smtp, into_maildir, into_web_chat, nowhere
from bot.housekeeping import keep_house, keep_watch
from bot.postman import LETTERS, Postman
from bot.rate import Rate
from bot.settings import VAR, Settings
from bot.vendors import vendors
from bot.web.site import Site, Vendor
from storage.letters import MAIL

CHANNELS = ("web", "telegram", "line")  # whose letters go by mail where it does not run
POSTS = 200.0  # letters a second into chats that are kept here
SOON = 2.0  # seconds for what is being answered
SOCKET = VAR / "control"
HOUSE = "housekeeping"  # what one program does for all that use the database
Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]
log = logging.getLogger("yoyaku")


def lifespan(site: Site, painter: Painter, smtp: Smtp | None, settings: Settings) -> Lifespan:
    """Return what begins with the web, and ends with it."""

    @asynccontextmanager
    async def lived(_: Starlette) -> AsyncIterator[None]:
        works = [_keep(site), *(postman.work() for postman in _postmen(site, smtp, settings))]
        works += [_run(site, channel, make) for channel, make in vendors(settings, site).items()]
        tasks = [_begun(work) for work in works]
        knocking = clock(lambda: site.bell.sound(LETTERS))
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

    return lived


async def _keep(site: Site) -> None:
    """Keep the house while no other program does."""
    db, office, bell = site.db, site.premises.office, site.bell

    async def keep() -> None:
        await asyncio.gather(keep_house(db, office), keep_watch(db, office, bell))

    await bell.others.lead(HOUSE, keep)


def _postmen(site: Site, smtp: Smtp | None, settings: Settings) -> list[Postman]:
    """Return the postmen; a vendor's channel has one of its own, who also answers."""
    send = by_smtp(site, smtp) if smtp else into_maildir(site)
    carriers = {
        MAIL: (by_mail(site.db, site.premises, send), MAILS),
        "web": (into_web_chat(site.db, site.premises, site.bell), POSTS),
    }
    made = []
    for channel in (MAIL, *CHANNELS):
        if channel in vendors(settings, site):
            continue
        carry, per_second = carriers.get(channel, (nowhere, POSTS))
        rate = Rate(per_second, share=site.bell.others.share)
        made.append(Postman(site.db, site.bell, carry, rate=rate, metrics=site.metrics, channel=channel))
    return made


async def _run(site: Site, channel: str, make: Callable[[], Vendor]) -> None:
    """Run a vendor's channel beside the web, which does not wait until its library is imported."""
    vendor = site.vendors[channel] = await asyncio.to_thread(make)
    await asyncio.gather(*vendor.tasks())


def _begun(work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
    """Run `work` beside the web; if it ever fails, the log says so at once."""
    task = asyncio.create_task(work)
    task.add_done_callback(_ended)
    return task


def _ended(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("what runs beside the web has ended", exc_info=task.exception())
