"""The file behind SQLite: locked, connected twice, looked at from outside."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import aiosqlite

from storage.database import Clock, T, Transaction, Unavailable, Work
from storage.sqlite import Sqlite, SqliteTransaction

MAGIC = b"SQLite format 3\0"  # begins every such file
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}

Connect = Callable[..., sqlite3.Connection]


async def opened(path: Path, *, clock: Clock, connect: Connect = sqlite3.Connection) -> Sqlite:
    """Return the database at `path`, alone with it; `connect` makes its connections."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = _locked(path.with_suffix(path.suffix + ".lock"))
    async with AsyncExitStack() as unless_opened:
        unless_opened.callback(os.close, lock)
        writer = await _connected(path, "rwc", connect)
        unless_opened.push_async_callback(writer.close)
        reader = await _connected(path, "ro", connect)
        unless_opened.pop_all()
        return Sqlite(writer, reader, lock, clock)


def look(path: Path, work: Work[T], *, clock: Clock) -> T:
    """Return what `work` sees in the database at `path`, beside whatever program is writing to it."""
    if not path.exists():
        raise Unavailable(f"there is no {path}")
    connection = sqlite3.connect(f"file:{path}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        transaction: Transaction = SqliteTransaction(connection, clock)
        return work(transaction)
    except sqlite3.OperationalError as error:
        raise Unavailable(str(error)) from error
    finally:
        connection.close()


def backup(path: Path, file: Path) -> None:
    """Write what the database at `path` holds just now into `file`, beside whatever program is writing to it."""
    if not path.exists():
        raise Unavailable(f"there is no {path}")
    connection = sqlite3.connect(f"file:{path}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (str(file),))
    except sqlite3.Error as error:
        raise Unavailable(str(error)) from error
    finally:
        connection.close()


@contextmanager
def written(file: Path) -> Iterator[Path]:
    """Yield where to write `file`, for its owner alone: it is there when all of it is; raise Unavailable if it was."""
    if file.exists():
        raise Unavailable(f"{file} is there already")
    part = file.absolute().with_name(f"{file.name}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        yield part
        part.replace(file)
    except OSError as error:
        raise Unavailable(str(error)) from error
    finally:
        for rest in part.parent.glob(f"{part.name}*"):
            rest.unlink()


@contextmanager
def lent(file: Path) -> Iterator[Path]:
    """Yield a copy of `file`, which may be written to; raise Unavailable where there is none."""
    try:
        with file.open("rb") as begin:
            is_ours = begin.read(len(MAGIC)) == MAGIC
    except OSError as error:
        raise Unavailable(str(error)) from error
    if not is_ours:
        raise Unavailable(f"{file} is no database of SQLite")
    with TemporaryDirectory() as folder:
        yield Path(shutil.copy(file, folder))


async def _connected(path: Path, mode: str, connect: Connect) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(f"file:{path}?mode={mode}", uri=True, isolation_level=None, factory=connect)
    try:
        connection.row_factory = sqlite3.Row
        for name, value in PRAGMAS.items():
            if mode != "ro" or name != "journal_mode":
                await connection.execute(f"PRAGMA {name} = {value}")
            cursor = await connection.execute(f"PRAGMA {name}")
            if (found := await cursor.fetchone()) is None or found[0] != value:
                raise Unavailable(f"{path}: {name} is not {value}")
    except BaseException:
        await connection.close()
        raise
    return connection


def _locked(path: Path) -> int:
    """Return the file that keeps a second program away: two that write may corrupt a WAL file."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise Unavailable(f"another program is using {path.with_suffix('')}") from None
    return lock
