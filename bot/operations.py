"""What an operator does with a whole database: moves it, backs it up, restores it. The program is not running."""

import re
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from rules.model import Office
from storage import books, files, moving, restored
from storage.database import Clock, Unavailable
from storage.opening import open_database, refuse_missing, undisturbed


async def move(source: str, destination: str, office: Office, *, clock: Clock) -> str:
    """Move everything from `source` to `destination`, both addresses; return what was moved. Raise Unavailable."""
    if source == destination:
        raise Unavailable("these are the same database")
    refuse_missing(source)
    async with AsyncExitStack() as opened:
        for url in (source, destination):
            await opened.enter_async_context(undisturbed(url))
        left = await open_database(source, clock=clock)
        opened.push_async_callback(left.close)
        entered = await open_database(destination, clock=clock)
        opened.push_async_callback(entered.close)
        counted = await moving.copy(left, entered)
        if not sum(counted.values()):
            raise Unavailable(f"there is nothing in {_shown(source)}")
        checked = await entered.read(lambda tx: books.check(tx, office))
        if checked.wrong:
            raise Unavailable("\n".join(("everything was copied, but the books are wrong:", *checked.wrong)))
        await moving.leave(left, _shown(destination))
    return f"{sum(counted.values())} rows, {checked.bookings} bookings moved: the books are right"


async def restore(destination: str, file: Path | None, office: Office, *, clock: Clock) -> str:
    """Copy the backup in `file`, if any, into the empty database `destination`; set aside the letters that were due.

    All of it, or nothing.
    """
    if file is None:
        refuse_missing(destination)
    aside = partial(restored.set_aside, office=office)
    async with AsyncExitStack() as opened:
        await opened.enter_async_context(undisturbed(destination))
        entered = await open_database(destination, clock=clock)
        opened.push_async_callback(entered.close)
        if file is None:
            await entered.run(aside)
        else:
            lent = opened.enter_context(files.lent(file))  # it may be of an older program
            backup = await open_database(f"sqlite:///{lent}", clock=clock)
            opened.push_async_callback(backup.close)
            await moving.copy(backup, entered, aside)
        waiting = await entered.read(restored.count)
    return f"restored; {waiting} letters were due, and wait for a decision at /counter/restored"


def _shown(url: str) -> str:
    """Return `url` without its password."""
    return re.sub("//.*@", "//", url).partition("?")[0]
