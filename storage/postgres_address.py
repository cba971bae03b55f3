"""PostgreSQL: how a connection is made, and how long it may take."""

import asyncio
from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import AsyncConnection, conninfo

from storage.database import Unavailable

ANSWER = 3.0  # seconds for the server to answer: beyond, the connection is lost
KEEPALIVE = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
PATIENT = {
    "connect_timeout": "3",
    "tcp_user_timeout": "10000",  # ms: without it a machine that is gone is waited for, for hours
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "options": KEEPALIVE,
}
"""How a connection is made, of which the address says nothing: whoever is gone is noticed on both sides."""

HURRIED = PATIENT | {
    "options": f"{KEEPALIVE} -c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s"
}
"""The same, of a turn."""


def address(url: str, limits: Mapping[str, str], **more: str) -> str:
    """Return `url` with `limits`, as the library takes it; raise Unavailable where it is no address.

    What the address says of the limits goes first, but for its `options`, which are added, and for what is `more`.
    """
    try:
        given = {name: str(value) for name, value in conninfo.conninfo_to_dict(url).items()}
    except psycopg.ProgrammingError:  # whose words quote the address, with its password
        raise Unavailable("this is no address that PostgreSQL understands") from None
    options = " ".join(filter(None, (limits.get("options"), given.pop("options", ""))))
    return conninfo.make_conninfo(**dict(limits) | given | {"options": options} | more)


def hosts(url: str) -> int:
    """Return how many hosts `url` names, which are tried one after the other."""
    return len(str(conninfo.conninfo_to_dict(url).get("host") or "").split(","))


def reason(conninfo: str) -> str:
    """Return why nobody is let in, in the library's words."""
    try:
        psycopg.connect(conninfo).close()
    except psycopg.Error as error:
        return " ".join(str(error).split())
    return "it did not answer in time"


async def connected(url: str, statement: str, *values: object, **named: str) -> AsyncConnection[Any]:
    """Return a connection on which `statement` was executed; raise TimeoutError where that takes too long."""
    async with asyncio.timeout(ANSWER * (hosts(url) + 1)):
        connection = await AsyncConnection.connect(address(url, PATIENT, **named), autocommit=True)
        try:
            await connection.execute(statement, values)
        except BaseException:
            await connection.close()
            raise
    return connection
