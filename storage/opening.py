"""Which database an address means."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

from storage import files
from storage.database import Clock, Database, T, Unavailable, Work
from storage.migrate import migrate
from storage.moving import copy
from storage.others import Alone, Others


async def open_database(url: str, *, clock: Clock) -> Database:
    """Return the database at `url`, its tables up to date: `sqlite:///var/yoyaku.db` or `postgresql://…`."""
    db: Database
    if url.startswith("sqlite:///"):
        db = await files.opened(path_of(url), clock=clock)
    else:
        db = await _postgres(url, clock)
    try:
        await migrate(db)
    except BaseException:
        await db.close()
        raise
    return db


def meet(url: str, heard: Callable[[str], None], *, badge: str) -> Others:
    """Return the other programs at the database `url`; see there."""
    if url.startswith("sqlite:///"):
        return Alone()
    from storage.postgres_others import PostgresOthers  # noqa: PLC0415

    return PostgresOthers(url, heard, badge=badge)


async def refuse_while_used(url: str, *, clock: Clock) -> None:
    """Raise Unavailable while a program is running at the database `url`; that in a file is locked anyway."""
    if url.startswith("sqlite:///"):
        return
    from storage.postgres_others import PROGRAMS  # noqa: PLC0415

    if await look(url, lambda tx: tx.row(PROGRAMS), clock=clock) is not None:
        raise Unavailable("a program is running there: please stop it first")


async def look(url: str, work: Work[T], *, clock: Clock) -> T:
    """Return what `work` sees in the database at `url`, beside a running program, without touching it."""
    if url.startswith("sqlite:///"):
        return files.look(path_of(url), work, clock=clock)
    db = await _postgres(url, clock, is_hurried=False)
    try:
        return await db.read(work)
    finally:
        await db.close()


async def backup(url: str, file: Path, *, clock: Clock) -> None:
    """Write what the database at `url` holds just now into `file`, a database of SQLite; others go on meanwhile."""
    with files.written(file) as part:
        if url.startswith("sqlite:///"):
            files.backup(path_of(url), part)
            return
        async with AsyncExitStack() as opened:
            source = await _postgres(url, clock, is_hurried=False)
            opened.push_async_callback(source.close)
            destination = await open_database(f"sqlite:///{part}", clock=clock)
            opened.push_async_callback(destination.close)
            await copy(source, destination)


async def _postgres(url: str, clock: Clock, *, is_hurried: bool = True) -> Database:
    """Return the database at `url`, whose library, a tenth of a start, is imported only where it is asked for."""
    from storage import postgres  # noqa: PLC0415

    return await postgres.opened(url, clock=clock, limits=postgres.HURRIED if is_hurried else postgres.PATIENT)


def path_of(url: str) -> Path:
    """Return the file that `sqlite:///…` names: relative to the working directory, absolute with a fourth slash."""
    path = url.removeprefix("sqlite:///")
    if not path:
        raise Unavailable(f"{url} names no file")
    return Path(path)
