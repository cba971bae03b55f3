"""The one door to what is remembered: a transaction, and a database that runs work in one."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Protocol, TypeVar

Value = str | int | None
Clock = Callable[[], datetime]
T = TypeVar("T")


class Row(Protocol):
    """A row of an answer, its columns by name."""

    def __getitem__(self, column: str, /) -> Any: ...

    def keys(self) -> Iterable[str]: ...


class Transaction(Protocol):
    """What work may touch, and nothing else: it may be run twice."""

    @property
    def now(self) -> datetime:
        """The moment of this transaction, in UTC: read once, when first asked for."""
        ...

    def rows(self, sql: str, *values: Value) -> Sequence[Row]:
        """Return the rows that `sql` answers; `?` stands for a value."""
        ...

    def row(self, sql: str, *values: Value) -> Row | None:
        """Return the first row, or None."""
        ...

    def lock(self, table: str, key: str) -> None:
        """Hold the row of `table` whose id is `key` until the end; always chat, then agent, then slots."""
        ...

    def alone(self) -> None:
        """Wait, however long, until no other transaction is alone; what follows may take any time."""
        ...

    def one_by_one(self, what: str) -> None:
        """Wait until no other transaction does `what`."""
        ...

    def fill(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        """Put many rows into `table`, as fast as can be."""
        ...

    def lock_if_free(self, table: str, key: str) -> bool:
        """Hold the row unless another transaction does; return whether it is held. Out of that order, nothing waits."""
        ...


Work = Callable[[Transaction], T]


class Database(Protocol):
    """SQLite or PostgreSQL."""

    async def run(self, work: Work[T]) -> T:
        """Return what `work` returns, once its transaction is committed; raise what it raises, undone.

        Cancelling the `await` does not undo it. Raise Busy or Unavailable where it was not committed.
        """
        ...

    async def read(self, work: Work[T]) -> T:
        """Return what `work` sees in a snapshot of its own, which holds up no turn."""
        ...

    async def close(self) -> None:
        """Finish what waits, then let go of everything."""
        ...


class Busy(Exception):
    """Too many turns are waiting: say so politely, and try again in a moment."""


class Unavailable(Exception):
    """The database cannot commit just now; nothing was changed."""


class Unsure(Unavailable):
    """The connection was lost in the middle of a COMMIT: what was changed, or not, is seen when the same is done again.

    Turns are known by their update, acts at the counter by their once-key, letters by their lease.
    """


@lru_cache(maxsize=64)  # a turn writes its own moment many times
def as_text(moment: datetime) -> str:
    """Return `moment` as it is stored: UTC, of fixed width, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def as_moment(text: str) -> datetime:
    """Return the moment stored as `text`."""
    return datetime.fromisoformat(text)
