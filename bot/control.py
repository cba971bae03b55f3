"""Commands that write: through a socket in `var/` where the program runs, or into the database that they open."""

import asyncio
import json
import secrets
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from handlers.counter import acts, people
from handlers.language import SOURCE, words
from handlers.phrases.acts import OBJECTIONS
from handlers.phrases.counter import ROLES
from rules.objection import Objection
from rules.staff import Role
from storage import journal, staff
from storage.database import Busy, Clock, Database, Transaction, Unavailable
from storage.opening import open_database

COMMAND = ""  # who is written down in the journal: whoever has this machine
LONGEST = 64 * 1024  # bytes of a command, and of its answer


class Refused(Exception):
    """A command cannot be done; says why."""


@asynccontextmanager
async def listening(path: Path, db: Database, url: str) -> AsyncIterator[None]:
    """Take commands at the socket `path`, which nobody else on this machine can open."""

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ValueError, ConnectionError):  # whatever it was, it was none of our commands
            asked = json.loads(await reader.readline())
            try:
                answer = await _answered(db, url, asked)
            except (Busy, Unavailable) as error:
                answer = {"refused": str(error) or "it is busy: please try again", "said": []}
            writer.write(json.dumps(answer).encode() + b"\n")
            await writer.drain()
        writer.close()

    server = await asyncio.start_unix_server(hear, sock=_socket(path), limit=LONGEST)
    try:
        yield
    finally:
        server.close()
        _unlink(path)


async def command(path: Path, database: str, url: str, asked: Sequence[str], *, clock: Clock) -> list[str]:
    """Do what was `asked`, in the running program or without one; return what to print. Raise Refused."""
    try:
        reader, writer = await asyncio.open_unix_connection(path, limit=LONGEST)
    except OSError:  # nobody is there
        db = await open_database(database, clock=clock)
        try:
            answer = await _answered(db, url, list(asked))
        finally:
            await db.close()
    else:
        writer.write(json.dumps(list(asked)).encode() + b"\n")
        line = await reader.readline()
        writer.close()
        await writer.wait_closed()
        if not line:
            raise Refused("the program does not answer: please try again")
        answer = json.loads(line)
    if answer["refused"]:
        raise Refused(answer["refused"])
    said: list[str] = answer["said"]
    return said


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)  # somebody may have tidied up


def _socket(path: Path) -> socket.socket:
    path.parent.mkdir(parents=True, exist_ok=True)
    _unlink(path)
    made = socket.socket(socket.AF_UNIX)
    made.bind(str(path))
    path.chmod(0o600)  # before anybody is listened to
    return made


async def _answered(db: Database, url: str, asked: Sequence[str]) -> dict[str, Any]:
    said = await db.run(partial(_done, url=url, asked=asked))
    if isinstance(said, Objection):
        return {"refused": words(OBJECTIONS[said], SOURCE), "said": []}
    return {"refused": "", "said": said}


def _done(tx: Transaction, url: str, asked: Sequence[str]) -> list[str] | Objection:
    token = secrets.token_urlsafe(people.TOKEN)
    link = [f"{url}/counter/join/{token}", "Works once, within a day, to set a passphrase."]
    match asked:
        case ["staff", "list"]:
            return [_line(person) for person in staff.everybody(tx)]
        case ["staff", "add", name, ("clerk" | "manager") as role]:
            did = people.add(tx, name, Role(role), token)
        case ["staff", "reset", name]:
            did = people.reset(tx, name, token)
        case ["staff", "remove", name]:
            did, link = people.remove(tx, name), [f"{name} was removed, and is signed out."]
        case _:
            return Objection.NOT_UNDERSTOOD
    if isinstance(did, Objection):
        return did
    journal.put(
        tx, f"command {secrets.token_urlsafe(9)}", COMMAND, "-".join(asked[:2]), about=did.id, why="", result=acts.DONE
    )
    return link


def _line(person: staff.Person) -> str:
    waits = "" if person.passphrase else ", has not set a passphrase yet"
    return f"{person.name} ({words(ROLES[person.role], SOURCE)}{waits})"
