"""PostgreSQL: an operation on the whole of a database, at which no program may be."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg

from storage.database import Unavailable
from storage.postgres_address import connected
from storage.postgres_others import BADGE, PROGRAMS

OPERATION = f"{BADGE}operation"  # what its connection is called: programs that start see a stranger


@asynccontextmanager
async def undisturbed(url: str) -> AsyncIterator[None]:
    """Keep every program away from the database `url`; raise Unavailable where one is there, or no server answers."""
    try:
        kept = await connected(url, "SELECT 1", application_name=OPERATION)
    except (psycopg.Error, TimeoutError) as error:
        raise Unavailable(" ".join(str(error).split()) or "it does not answer in time") from error
    async with kept:
        others = f"{PROGRAMS} AND pid <> pg_backend_pid()"
        if await (await kept.execute(others)).fetchone() is not None:
            raise Unavailable("a program is running there: please stop it first")
        yield
