"""The housekeeper: a task of its own, which forgets what is over, at start and every hour."""

import asyncio
import logging
from functools import partial

from bot.bell import Bell
from bot.postman import LETTERS
from rules.model import Office
from storage import housekeeping, sheets, wishes
from storage.database import Busy, Database, Unavailable

HOUR = 3600.0  # seconds between two rounds
PAUSE = 1.0  # seconds between two sweeps of a round, so that turns go on between them

log = logging.getLogger("yoyaku.housekeeping")


async def keep_house(db: Database, office: Office) -> None:
    """Sweep until there is nothing left, whenever an hour has passed, until cancelled."""
    while True:
        try:
            await sweep(db, office)
        except (Busy, Unavailable):
            log.warning("the database cannot commit: housekeeping waits")
        except Exception:  # whatever it is, it is tried again
            log.exception("housekeeping waits")
        await asyncio.sleep(HOUR)


async def keep_watch(db: Database, office: Office, bell: Bell) -> None:
    """At every knock, until cancelled, put what nobody's turn puts: places that became free, sheets that are final."""
    with bell.listener(LETTERS) as knock:
        while True:
            try:
                if await _looked(db, office):
                    bell.ring(LETTERS)
            except (Busy, Unavailable):
                log.warning("the database cannot commit: nobody is told of places and sheets")
            except Exception:  # whatever it is, it is tried again
                log.exception("nobody is told of places and sheets")
            await knock.wait(HOUR)


async def _looked(db: Database, office: Office) -> bool:
    """Return whether something was put into the box."""
    granted = await db.read(wishes.is_any) and bool(await db.run(partial(wishes.grant, office=office)))
    final = await db.read(partial(sheets.unannounced, office=office))
    if final:
        await db.run(partial(sheets.announce, office=office))
    return granted or bool(final)


async def sweep(db: Database, office: Office, *, pause: float = PAUSE) -> int:
    """Forget everything whose time has come, a little at a time; return how many agents, visits and chats."""
    forgotten = 0
    while swept := await db.run(partial(housekeeping.sweep, office=office)):
        forgotten += swept
        await asyncio.sleep(pause)
    if forgotten:
        log.info("%s agents, visits and chats forgotten", forgotten)
    return forgotten
