"""Durable bookings a second beside django-appointment and pretix, and how often each sells the last place twice.

Each runs in an environment of its own under `var/peers`, made once, on SQLite as it is set up by default.
"""

import asyncio
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage.database import Database
from storage.opening import open_database
from tests.bench.storage import BOOKINGS, choosing, confirming, known, places
from tests.conftest import HandClock
from tests.factories import numbers, slot
from tests.figures import Figure, Figures, figure
from tests.storage import acts

FOLDER = Path("var/peers")
ROUNDS = 3
SECONDS = 5
RACES = 50
RACERS = 4
Told = Mapping[str, float]
Ask = Callable[..., Told]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that sells places: what is installed, how its tables are made, and the module that books with it."""

    name: str
    pins: Sequence[str]
    settings: str
    making: Sequence[Sequence[str]]
    module: str
    bar: float


PEERS = (
    Peer(
        "django-appointment",
        ("django-appointment==3.12.0", "django==5.2.19"),
        "tests.bench.peer_settings",
        (("makemigrations", "appointment"), ("migrate",)),
        "tests.bench.peer_appointment",
        2.0,
    ),
    Peer(
        "pretix",
        ("pretix==2026.8.0", "django==5.2.19"),
        "pretix.settings",
        (("migrate",),),
        "tests.bench.peer_pretix",
        50.0,
    ),
)


def figures() -> Figures:
    """Measure one client, and races for a last place, beside each peer."""
    return [found for peer in PEERS for found in _beside(peer)]


def _beside(peer: Peer) -> Figures:
    with _asked(peer) as ask:
        rounds = [(asyncio.run(_booked()), ask("booked", SECONDS)) for _ in range(ROUNDS)]
        theirs = ask("raced", RACES, RACERS)
    found = []
    for name, part in (("a booking, chosen and confirmed", "booked"), ("the same, confirmed alone", "confirmed")):
        ours, beside = ([told[part] for told in column] for column in zip(*rounds, strict=True))
        found.append(figure(name, ours, "bookings/s", against=peer.name, floor=beside, bar=peer.bar))
    return [*found, _of_races(peer, theirs)]


def _of_races(peer: Peer, theirs: Told) -> Figure:
    once = asyncio.run(_raced())
    others = f"{peer.name} {theirs['once']}, {theirs['twice']} twice and {theirs['nobody']} to nobody"
    name = f"a last place sold once, {RACERS} at the same moment"
    return Figure(name, once, "races", f"{RACES}; {others}", once / RACES, 1.0, once == RACES)


@contextmanager
def _asked(peer: Peer) -> Iterator[Ask]:
    """Start the peer beside a database of its own, and yield what asks it."""
    made = _made(peer)
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        shutil.copytree(made / "data", data)
        command = (made / "bin/python", "-m", "tests.bench.peering", peer.module)
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=_environment(peer, data)) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield partial(_answer, process)


def _answer(process: subprocess.Popen[str], question: str, *given: float) -> Told:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps([question, *given]) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    sys.stdout.write(line)
    told: Told = json.loads(line)
    return told


def _made(peer: Peer) -> Path:
    """Return the folder of the peer's environment, in which `data` has its tables, empty; make it where it is not."""
    folder = FOLDER.absolute() / peer.pins[0]
    stamp = folder / "made"
    if not stamp.exists():
        venv.create(folder, clear=True, with_pip=True)
        python = str(folder / "bin/python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *peer.pins], check=True)
        (folder / "data").mkdir()
        for command in peer.making:
            django = [python, "-m", "django", *command, "--verbosity", "0"]
            subprocess.run(django, check=True, stdout=sys.stderr, env=_environment(peer, folder / "data"))
        stamp.touch()
    return folder


def _environment(peer: Peer, data: Path) -> Mapping[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": peer.settings, "DATA_DIR": str(data)}


@contextmanager
def _path() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/yoyaku.db"


async def _booked() -> Told:
    """Return how many a second one client books here, and how many it confirms where each is chosen already."""
    with _path() as url:
        db = await open_database(url, clock=HandClock())
        slots = places()
        await db.run(lambda tx: known(tx, slots, BOOKINGS))
        gc.collect()
        choices = confirmations = 0.0
        for n in range(BOOKINGS):
            begun = time.perf_counter()
            await db.run(choosing(n, slots[n % len(slots)]))
            between = time.perf_counter()
            await db.run(confirming(n))
            choices, confirmations = choices + between - begun, confirmations + time.perf_counter() - between
        await db.close()
    return {"booked": BOOKINGS / (choices + confirmations), "confirmed": BOOKINGS / confirmations}


async def _raced() -> int:
    """Return in how many races the last place was sold here exactly once."""
    place, once = slot("2026-12-01", 10), 0
    with _path() as url:
        db = await open_database(url, clock=HandClock())
        await db.run(lambda tx: known(tx, [place], 0))
        for race in range(RACES):
            await db.run(lambda tx, room=race + 1: tx.rows("UPDATE slot SET places = ?", room))  # type: ignore[misc]
            sold = await asyncio.gather(*(_race(db, RACERS * race + n, place) for n in range(RACERS)))
            once += sum(sold) == 1
        await db.close()
    return once


async def _race(db: Database, n: int, place: Slot) -> bool:
    """Return whether the place was sold to this one."""
    name = f"racer{n}"
    if isinstance(await db.run(acts.holding(name, place)), Refusal):
        return False
    return isinstance(await db.run(acts.confirming(name, numbers(1, 1001 + n))), Booking)
