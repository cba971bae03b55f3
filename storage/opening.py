"""Which database an address means."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext
from pathlib import Path

from storage import files
from storage.database import Clock, Database, T, Transaction, Unavailable, Work
from storage.migrate import migrate, refuse_newer
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


def undisturbed(url: str) -> AbstractAsyncContextManager[None]:
    """Return what keeps programs away from the database `url`; one in a file is locked by whoever opens it."""
    if url.startswith("sqlite:///"):
        return nullcontext()
    from storage.postgres_operation import undisturbed as of_server  # noqa: PLC0415

    return of_server(url)


def refuse_missing(url: str) -> None:
    """Raise Unavailable where `url` names a file that is not there: whoever opens it would make it."""
    if url.startswith("sqlite:///") and not path_of(url).exists():
        raise Unavailable(f"there is no {path_of(url)}")


async def look(url: str, work: Work[T], *, clock: Clock) -> T:
    """Return what `work` sees in the database at `url`, beside a running program, without touching it."""

    def known(tx: Transaction) -> T:
        refuse_newer(tx)
        return work(tx)

    if url.startswith("sqlite:///"):
        return files.look(path_of(url), known, clock=clock)
    db = await _postgres(url, clock, is_hurried=False)
    try:
        await db.read(_refuse_empty)
        return await db.read(known)
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
            await source.read(_refuse_empty)
            await source.read(refuse_newer)
            destination = await open_database(f"sqlite:///{part}", clock=clock)
            opened.push_async_callback(destination.close)
            await copy(source, destination)


def _refuse_empty(tx: Transaction) -> None:
    """Raise Unavailable where no program has ever made its tables."""
    row = tx.row("SELECT to_regclass('migration') AS made")
    if row is None or row["made"] is None:
        raise Unavailable("there is nothing in it: no program was started there yet")


async def _postgres(url: str, clock: Clock, *, is_hurried: bool = True) -> Database:
    """Return the database at `url`, whose library, a tenth of a start, is imported only where it is asked for."""
    from storage.postgres import opened  # noqa: PLC0415
    from storage.postgres_address import HURRIED, PATIENT  # noqa: PLC0415

    return await opened(url, clock=clock, limits=HURRIED if is_hurried else PATIENT)


def path_of(url: str) -> Path:
    """Return the file that `sqlite:///…` names: relative to the working directory, absolute with a fourth slash."""
    path = url.removeprefix("sqlite:///")
    if not path:
        raise Unavailable(f"{url} names no file")
    return Path(path)
