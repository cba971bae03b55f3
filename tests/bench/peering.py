"""What a peer is asked within its own environment: bookings by one client for some seconds, and races for a place.

Started with the name of the peer's module; reads a line of JSON, a question and its figures, and answers with another.
The database is as Django sets it up: a rollback journal, and `synchronous` FULL.
"""

import gc
import importlib
import json
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any, Protocol, cast

import django
from django.db import connection

WARMING = 10  # bookings that are not counted
_people = count()


class Peer(Protocol):
    """A module that books in the peer's own way; a booking is chosen first, and then confirmed."""

    REFUSED: tuple[type[Exception], ...]

    def fill(self) -> None: ...
    def roomy(self, n: int) -> Any: ...
    def last(self, race: int) -> Any: ...
    def is_offered(self, place: Any) -> bool: ...
    def choose(self, person: int, place: Any) -> Any: ...
    def confirm(self, person: int, chosen: Any) -> None: ...
    def sold(self, place: Any) -> int: ...


def booked(peer: Peer, seconds: float) -> dict[str, float]:
    """Return how many a second one client books, and how many it confirms where each is chosen already."""
    for person in range(WARMING):
        _book(peer, next(_people), peer.roomy(person))
    gc.collect()
    spent = list(_spent(peer, seconds))
    confirming = sum(confirmed for _, confirmed in spent)
    return {"booked": len(spent) / sum(map(sum, spent)), "confirmed": len(spent) / confirming}


def _spent(peer: Peer, seconds: float) -> Iterator[tuple[float, float]]:
    """Yield the seconds of the choice and of the confirmation of each booking."""
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        person = next(_people)
        place = peer.roomy(person)
        begun = time.perf_counter()
        chosen = peer.choose(person, place)
        between = time.perf_counter()
        peer.confirm(person, chosen)
        yield between - begun, time.perf_counter() - between


def _book(peer: Peer, person: int, place: Any) -> None:
    peer.confirm(person, peer.choose(person, place))


def raced(peer: Peer, races: int, racers: int) -> dict[str, int]:
    """Return in how many races the last place was sold to nobody, once, and more often."""
    sold = []
    for race in range(races):
        place, meet = peer.last(race), threading.Barrier(racers)
        threads = [threading.Thread(target=_race, args=(peer, next(_people), place, meet)) for _ in range(racers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        sold.append(peer.sold(place))
    return {"nobody": sold.count(0), "once": sold.count(1), "twice": sum(many > 1 for many in sold)}


def _race(peer: Peer, person: int, place: Any, meet: threading.Barrier) -> None:
    connection.ensure_connection()
    meet.wait()
    try:
        if peer.is_offered(place):
            _book(peer, person, place)
    except peer.REFUSED:
        pass
    finally:
        connection.close()


ANSWERS: Mapping[str, Callable[..., Mapping[str, float]]] = {"booked": booked, "raced": raced}

if __name__ == "__main__":
    answers, sys.stdout = sys.stdout, sys.stderr  # some peers log to the one
    logging.disable()
    django.setup()
    asked = cast("Peer", importlib.import_module(sys.argv[1]))
    asked.fill()
    for line in sys.stdin:
        question, *given = json.loads(line)
        answers.write(json.dumps(ANSWERS[question](asked, *given)) + "\n")
        answers.flush()
