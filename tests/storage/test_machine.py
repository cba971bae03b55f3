"""Rules and storage against a model of plain dicts: whatever is done in whatever order, both agree."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage import bookings, books, slots
from storage.database import Database, Transaction
from storage.holds import Hold
from storage.opening import open_database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, numbers
from tests.storage.acts import cancelling, coming, confirming, holding
from tests.storage.model import AGENTS, HOURS, PLACES, Model

T = TypeVar("T")


class Office(RuleBasedStateMachine):
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
                tx.rows("INSERT INTO slot VALUES (?, ?, ?)", day.isoformat(), hour, PLACES)
                for day in days
                for hour in HOURS
            ]
        )

    @rule(name=st.sampled_from(AGENTS), ahead=st.integers(0, 5), hour=st.sampled_from(HOURS))
    def hold(self, name: str, ahead: int, hour: int) -> None:
        days = self.model.days(self.clock.now)
        slot = Slot(days[ahead] if ahead < len(days) else days[-1] + timedelta(days=30), hour)
        outcome = self.do(holding(name, slot))
        expected = self.model.may_take(name, slot, self.clock.now)
        if expected is None:
            assert isinstance(outcome, Hold)
            assert outcome.until <= self.clock.now + YOKOHAMA.hold
            self.model.holds[name] = (slot, outcome.until)
        else:
            assert outcome is expected

    @rule(name=st.sampled_from(AGENTS), first=st.integers(1000, 1012), count=st.integers(1, 10))
    def book(self, name: str, first: int, count: int) -> None:
        cases = numbers(count, first)
        comparable = {case.comparable for case in cases}
        expected = self.model.may_book(name, comparable, self.clock.now)
        outcome = self.do(confirming(name, cases))
        if expected is None:
            assert isinstance(outcome, Booking)
            slot, _ = self.model.holds.pop(name)
            assert outcome.slot == slot
            assert outcome.cutoff > self.clock.now
            self.model.booked[name].append((slot, comparable))
            self.made[name].append(outcome)
        else:
            assert outcome is expected

    @rule(name=st.sampled_from(AGENTS), nth=st.integers(0, 9))
    def cancel(self, name: str, nth: int) -> None:
        if not self.made[name]:
            return
        booking = self.made[name][nth % len(self.made[name])]
        outcome = self.do(cancelling(name, booking.code))
        visit = (booking.slot, {case.comparable for case in booking.cases})
        if visit not in self.model.booked[name]:
            assert outcome is Refusal.CANCELLED_ALREADY
        elif self.clock.now >= booking.cutoff:
            assert outcome is Refusal.CUTOFF_PASSED
        else:
            assert isinstance(outcome, Booking)
            self.model.booked[name].remove(visit)

    @rule(minutes=st.sampled_from([1, 9, 10, 60, 239, 240, 1440, 4320]))
    def wait(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @precondition(lambda self: len(self.model.closed) < 3)
    @rule(ahead=st.integers(0, 4))
    def close(self, ahead: int) -> None:
        day = self.model.days(self.clock.now)[ahead]
        if not any(slot.day >= day for visits in self.model.booked.values() for slot, _ in visits):
            self.do(lambda tx: tx.rows("INSERT INTO closure VALUES (?, 'typhoon')", day.isoformat()))
            self.model.closed.add(day)

    @invariant()
    def the_books_are_right(self) -> None:
        assert self.look(lambda tx: books.check(tx, YOKOHAMA)).wrong == ()

    @invariant()
    def places_left_are_the_models(self) -> None:
        now, days = self.clock.now, self.model.days(self.clock.now)
        left = self.look(lambda tx: slots.left(tx, YOKOHAMA, days, agent="nobody"))
        for slot, places in left.items():
            if slot.hour in HOURS:
                assert places == PLACES - sum(slot in self.model.visits(name, now) for name in AGENTS)

    @invariant()
    def each_agent_sees_their_own(self) -> None:
        for name in AGENTS:
            found = self.look(partial(bookings.live, office=YOKOHAMA, agent=self.agents[name]))
            expected = [slot for slot, _ in self.model.booked[name] if slot.ends(YOKOHAMA) > self.clock.now]
            assert sorted(booking.slot for booking in found) == sorted(expected)


@pytest.mark.slow
def test_model_and_database_agree() -> None:
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=300,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            database=None,
        ),
    )
