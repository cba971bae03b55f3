"""The office that the state machine stands in: a real file, a clock, and the model; and what must always hold."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from rules.model import Booking
from storage import bookings, books, slots
from storage.database import Database, Transaction
from storage.opening import open_database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at
from tests.storage.acts import coming
from tests.storage.model import AGENTS, HOURS, PLACES, Model

T = TypeVar("T")


class Counted(RuleBasedStateMachine):
    """Three agents, two places a slot, three hours a day, a clock that goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = HandClock("2026-11-19 08:00:00")
        url = f"sqlite:///{Path(self.folder.name) / 'yoyaku.db'}"
        self.db: Database = self.loop.run_until_complete(open_database(url, clock=self.clock))
        self.model = Model()
        self.made: dict[str, list[Booking]] = {name: [] for name in AGENTS}

    def do(self, work: Callable[[Transaction], T]) -> T:
        return self.loop.run_until_complete(self.db.run(work))

    def look(self, work: Callable[[Transaction], T]) -> T:
        return self.loop.run_until_complete(self.db.read(work))

    def teardown(self) -> None:
        self.loop.run_until_complete(self.db.close())
        self.loop.close()
        self.folder.cleanup()

    @initialize()
    def two_places(self) -> None:
        days = [at("2026-11-19 00:00:00").date() + timedelta(days=n) for n in range(60)]
        self.agents = {name: self.do(partial(coming, name=name)) for name in AGENTS}
        self.do(
            lambda tx: [
                tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, ?, ?)", day.isoformat(), hour, PLACES)
                for day in days
                for hour in HOURS
            ]
        )

    @invariant()
    def the_books_are_right(self) -> None:
        assert self.look(lambda tx: books.check(tx, YOKOHAMA)).wrong == ()

    @invariant()
    def places_left_are_the_models(self) -> None:
        now, days = self.clock.now, self.model.days(self.clock.now)
        left = self.look(lambda tx: slots.left(tx, YOKOHAMA, days, agent="nobody"))
        for slot, places in left.items():
            if slot.hour in HOURS:
                assert places == PLACES - sum(slot in self.model.slots(name, now) for name in AGENTS)

    @invariant()
    def each_agent_sees_their_own(self) -> None:
        for name in AGENTS:
            found = self.look(partial(bookings.live, office=YOKOHAMA, agent=self.agents[name]))
            visits = self.model.booked[name].items()
            expected = {code: visit for code, visit in visits if visit.slot.ends(YOKOHAMA) > self.clock.now}
            assert {booking.code for booking in found} == set(expected)
            for booking in found:
                visit = expected[booking.code]
                cases = [case.comparable for case in booking.cases]
                assert (booking.slot, cases, booking.version) == (visit.slot, visit.cases, visit.version)
