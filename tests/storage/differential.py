"""The same random acts on SQLite and on PostgreSQL, with the same ids: both answer the same, and hold the same."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from rules.closing import Closing
from rules.model import Booking, Slot
from storage import bookings, closures, forgetting, housekeeping, keys, postbag, visits, wishes
from storage.database import Database, Transaction
from storage.moving import TABLES
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers
from tests.storage import acts

AGENTS = ("sato", "ito", "abe", "kato")
Act = Callable[[Transaction], Any]


async def compared(first: Database, second: Database, clock: HandClock, operations: int, seed: int) -> Counter[str]:
    """Do so many operations on both; return how often each kind of answer came. Raise where they differ."""
    chance, counted = random.Random(seed), Counter[str]()
    made: dict[str, tuple[str, int]] = {}  # by code: whose it is, and its version
    for n in range(operations):
        name, who, act = _next(chance, clock, made)
        answers = []
        for db in (first, second):
            setattr(keys, "urandom", random.Random(f"{seed} {n}").randbytes)  # noqa: B010  so that ids are the same
            answers.append(_plain(await db.run(act)))
        assert answers[0] == answers[1], (seed, n, name, answers)
        if isinstance(answers[0], Booking):
            made[answers[0].code] = who, answers[0].version
        counted[f"{name}: {type(answers[0]).__name__}"] += 1
        if n % 50 == 0:
            assert await first.read(_whole) == await second.read(_whole), (seed, n, name)
    assert await first.read(_whole) == await second.read(_whole), seed
    return counted


def _next(chance: random.Random, clock: HandClock, made: Mapping[str, tuple[str, int]]) -> tuple[str, str, Act]:
    """Return what is done next, by whom, and how; mostly something that can be done."""
    code = chance.choice(list(made)[-6:] or ["NONE2222"])
    name, version = made.get(code, (AGENTS[0], 1))
    if chance.random() < 0.3:
        name, version = chance.choice(AGENTS), chance.randrange(1, 4)
    day = clock.now.date() + timedelta(days=chance.randrange(1, 9))
    place, cases = (
        Slot(day, chance.choice(YOKOHAMA.hours)),
        numbers(chance.randrange(1, 11), 1001 + chance.randrange(90)),
    )
    doing: dict[str, Act] = {
        "hold": acts.holding(name, place),
        "book": acts.confirming(name, cases),
        "take": acts.booking(name, place, cases),
        "correct": acts.correcting(name, code, cases, version=version),
        "cancel": acts.cancelling(name, code, version=version),
        "hold to move": lambda tx: _moved(tx, name, code, place),
        "move": acts.moving(name, code, version=version),
        "wish": lambda tx: wishes.put(tx, acts.coming(tx, name), f"web:{name}", place),
        "grant": lambda tx: wishes.grant(tx, YOKOHAMA),
        "close": lambda tx: len(closures.close(tx, YOKOHAMA, Closing(day, day, (), "typhoon"))),
        "reopen": lambda tx: closures.reopen(tx, YOKOHAMA, day, None),
        "receive": lambda tx: _received(tx, code),
        "letters": _sent,
        "forget": lambda tx: forgetting.forget(tx, YOKOHAMA, acts.coming(tx, name), f"web:{name}"),
        "sweep": lambda tx: housekeeping.sweep(tx, YOKOHAMA),
    }
    weights = [6, 6, 12, 8, 6, 8, 8, 2, 2, 0.5, 3, 3, 4, 1, 1]
    (chosen,) = chance.choices(list(doing), weights)
    if chance.random() < 0.1:
        clock.now += timedelta(minutes=chance.choice((1, 11, 60, 600, 1440)))
    return chosen, name, doing[chosen]


def _sent(tx: Transaction) -> list[str]:
    """Send everything that is due: which of those that are due at one moment goes first, neither database promises."""
    sent = []
    while claimed := postbag.claim(tx, "p", most=99):
        for letter in claimed:
            postbag.finish(tx, letter, "sent")
            sent.append(letter.about)
    return sorted(sent)


def _moved(tx: Transaction, name: str, code: str, place: Slot) -> object:
    found = bookings.by_code(tx, code)
    return acts.holding_for(name, found, place)(tx) if found and acts.coming(tx, name).id == found.agent else None


def _received(tx: Transaction, code: str) -> object:
    visit = visits.locked(tx, YOKOHAMA, code)
    return visits.save(tx, visit) if visit is not None else None


def _plain(answer: object) -> object:
    return answer if not isinstance(answer, dict) else sorted(answer.items())


def _whole(tx: Transaction) -> Mapping[str, list[str]]:
    """Return every row of every table, in an order of its own: each database sorts words in its way."""
    return {
        table: sorted(repr([row[column] for column in sorted(row.keys())]) for row in tx.rows(f"SELECT * FROM {table}"))
        for table in TABLES
    }
