"""Everything that is remembered, copied from one database into another, however either is kept."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Full, Queue

from storage.database import Database, Row, Transaction, Unavailable, Value, as_text

TABLES: Mapping[str, tuple[str, ...]] = {
    "agent": ("id",),
    "chat": ("id",),
    "heard": ("id",),
    "bubble": ("chat", "number"),
    "verification": ("nonce",),
    "closure": ("day",),
    "slot": ("day", "hour"),
    "hold": ("id",),
    "booking": ("id",),
    "booking_case": ("booking", "position"),
    "strike": ("booking",),
    "earlier": ("booking", "version"),
    "letter": ("id",),
    "wish": ("id",),
    "shown": ("chat",),
    "upload": ("digest",),
    "staff": ("id",),
    "shift": ("id",),
    "journal": ("id",),
    "visit": ("agent", "day", "hour"),
    "outcome": ("booking", "comparable"),
}
"""Every table, those first that others refer to, with its key; but for what is of the database itself."""

PAGE = 2000  # rows that are read at a time
AHEAD = 4  # pages that are read, and not written yet


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a table."""

    table: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


async def copy(
    source: Database, destination: Database, then: Callable[[Transaction], object] = lambda _: None
) -> Mapping[str, int]:
    """Copy everything that `source` holds just now into `destination`, all of it or nothing; return how many rows.

    Raise Unavailable where that is not empty. It is read and written at the same time, a little of it in memory;
    `then` something is done in the same transaction.
    """

    def write(tx: Transaction) -> Mapping[str, int]:
        counted = belt.write(tx)
        then(tx)
        return counted

    belt = Belt()
    reading = asyncio.ensure_future(source.read(belt.read))
    try:
        counted = await destination.run(write)
    finally:
        belt.end()
        with suppress(Stopped):
            await reading
    return counted


async def leave(source: Database, destination: str) -> None:
    """Remember in `source` that everything is at `destination` now: no program starts there any more."""
    await source.run(lambda tx: tx.rows("INSERT INTO moved VALUES (?, ?)", destination, as_text(tx.now)))


def refuse_moved(tx: Transaction) -> None:
    """Raise Unavailable where everything was moved elsewhere."""
    row = tx.row("SELECT destination FROM moved")
    if row is not None:
        raise Unavailable(f"everything was moved to {row['destination']}: set YOYAKU_DATABASE to it")


class Stopped(Exception):
    """The other side is gone."""


class Belt:
    """What one thread reads, another writes, a few pages behind."""

    def __init__(self) -> None:
        self._pages: Queue[Page | None] = Queue(AHEAD)
        self._stopped = threading.Event()
        self._is_begun = False
        self._failed: Exception | None = None

    def read(self, tx: Transaction) -> None:
        """Read everything; raise Stopped where nobody takes it any more."""
        try:
            for table, key in TABLES.items():
                for page in _pages(tx, table, key):
                    self._put(page)
            self._put(None)
        except BaseException:
            self.end()
            raise

    def write(self, tx: Transaction) -> Mapping[str, int]:
        """Write everything that is read; return how many rows of each table."""
        if self._is_begun:  # a transaction that is run again would write the rest alone
            raise self._failed or Unavailable("the connection was lost in the middle of it; nothing was written")
        self._is_begun = True
        try:
            return self._written(tx)
        except Exception as error:
            self._failed = error
            raise

    def end(self) -> None:
        """Let nobody wait any more."""
        self._stopped.set()

    def _written(self, tx: Transaction) -> Mapping[str, int]:
        tx.alone()
        for table in TABLES:
            if tx.row(f"SELECT 1 FROM {table} LIMIT 1") is not None:
                raise Unavailable(f"there is something in it already: {table}")
        counted = dict.fromkeys(TABLES, 0)
        while (page := self._take()) is not None:
            tx.fill(page.table, page.columns, page.rows)
            counted[page.table] += len(page.rows)
        return counted

    def _put(self, page: Page | None) -> None:
        while not self._stopped.is_set():
            with suppress(Full):
                return self._pages.put(page, timeout=0.1)
        raise Stopped

    def _take(self) -> Page | None:
        while True:
            with suppress(Empty):
                return self._pages.get(timeout=0.1)
            if self._stopped.is_set():
                raise Stopped


def _pages(tx: Transaction, table: str, key: tuple[str, ...]) -> Iterator[Page]:
    """Yield the rows of `table`, in the order of its `key`, some at a time."""
    keys, marks = ", ".join(key), ", ".join("?" * len(key))
    found: Sequence[Row] = tx.rows(f"SELECT * FROM {table} ORDER BY {keys} LIMIT ?", PAGE)
    while found:
        columns = tuple(found[0].keys())
        yield Page(table, columns, [tuple(row[column] for column in columns) for row in found])
        last = [found[-1][column] for column in key]
        found = tx.rows(f"SELECT * FROM {table} WHERE ({keys}) > ({marks}) ORDER BY {keys} LIMIT ?", *last, PAGE)
