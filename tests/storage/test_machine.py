"""Rules and storage against a model of plain dicts: whatever is done in whatever order, both agree."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from rules.closing import Closing
from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage import closures
from storage.holds import Hold
from tests.factories import YOKOHAMA, numbers
from tests.storage.acts import cancelling, confirming, correcting, holding, holding_for, moving
from tests.storage.machine import Counted
from tests.storage.model import AGENTS, HOURS, Visit

pytestmark = pytest.mark.once("the machine is of SQLite; both are compared in test_agreement.py")

CHOSEN = st.tuples(st.sampled_from(AGENTS), st.integers(0, 9))
EARLY = (Refusal.CANCELLED_ALREADY, Refusal.CUTOFF_PASSED, Refusal.CHANGED_SINCE, Refusal.NO_CASES)


class Office(Counted):
    """Everything that agents do, in whatever order."""

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
        expected = self.model.may_book(name, {case.comparable for case in cases}, self.clock.now)
        outcome = self.do(confirming(name, cases))
        if expected is None:
            assert isinstance(outcome, Booking)
            slot, _ = self.model.holds.pop(name)
            assert outcome.slot == slot
            assert outcome.cutoff > self.clock.now
            visit = Visit(slot, [case.comparable for case in cases], count, outcome.cutoff)
            self.model.booked[name][outcome.code] = visit
            self.made[name].append(outcome)
        else:
            assert outcome is expected

    @rule(who=CHOSEN, first=st.integers(1000, 1012), count=st.integers(0, 10), is_late=st.booleans())
    def correct(self, who: tuple[str, int], first: int, count: int, is_late: bool) -> None:
        name, code, visit = self.chosen(who)
        cases = numbers(count, first)
        version = (visit.version if visit else 1) - is_late
        outcome = self.do(correcting(name, code, cases, version=version))
        if visit is None or not cases or is_late:
            assert outcome in EARLY
            return
        expected = self.model.may_correct(name, visit, [case.comparable for case in cases], self.clock.now)
        if expected is None:
            assert isinstance(outcome, Booking)
            assert (outcome.cases, outcome.slot) == (cases, visit.slot)
            visit.cases, visit.version, visit.target = [case.comparable for case in cases], version + 1, None
        else:
            assert outcome is expected

    @rule(who=CHOSEN, ahead=st.integers(0, 4), hour=st.sampled_from(HOURS))
    def hold_for_a_move(self, who: tuple[str, int], ahead: int, hour: int) -> None:
        name, code, visit = self.chosen(who)
        visit = visit or self.model.shut[name].get(code)
        if visit is None or (visit.rebook_until is not None and visit.rebook_until <= self.clock.now):
            return
        slot = Slot(self.model.days(self.clock.now)[ahead], hour)
        booking = next(made for made in self.made[name] if made.code == code)
        outcome = self.do(holding_for(name, booking, slot))
        expected = self.model.may_take(name, slot, self.clock.now, visit)
        if expected is None:
            assert isinstance(outcome, Hold)
            assert outcome.until <= max(visit.rebook_until or visit.cutoff, self.clock.now)
            visit.target = (slot, outcome.until)
        else:
            assert outcome is expected

    @rule(who=CHOSEN)
    def move(self, who: tuple[str, int]) -> None:
        name, code, visit = self.chosen(who)
        visit = visit or self.model.shut[name].get(code)
        outcome = self.do(moving(name, code, version=visit.version if visit else 1))
        if visit is None:
            assert outcome is Refusal.CANCELLED_ALREADY
            return
        expected = self.model.may_move(name, visit, self.clock.now)
        if expected is None:
            assert isinstance(outcome, Booking)
            assert visit.target is not None
            visit.slot, _ = visit.target
            assert (outcome.slot, len(outcome.cases)) == (visit.slot, len(visit.cases))
            visit.version, visit.cutoff, visit.target = outcome.version, outcome.cutoff, None
            visit.rebook_until = None
            self.model.booked[name][code] = visit
            self.model.shut[name].pop(code, None)
        else:
            assert outcome is expected

    @rule(who=CHOSEN)
    def cancel(self, who: tuple[str, int]) -> None:
        name, code, visit = self.chosen(who)
        outcome = self.do(cancelling(name, code, version=visit.version if visit else 1))
        if visit is None:
            assert outcome is Refusal.CANCELLED_ALREADY
        elif self.clock.now >= visit.cutoff:
            assert outcome is Refusal.CUTOFF_PASSED
        else:
            assert isinstance(outcome, Booking)
            del self.model.booked[name][code]

    def chosen(self, who: tuple[str, int]) -> tuple[str, str, Visit | None]:
        """Return an agent, the code of a booking of theirs, made whenever, and how it stands: None, cancelled."""
        name, nth = who
        code = self.made[name][nth % len(self.made[name])].code if self.made[name] else "none"
        return name, code, self.model.booked[name].get(code)

    @rule(minutes=st.sampled_from([1, 9, 10, 60, 239, 240, 1440, 4320]))
    def wait(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @precondition(lambda self: len(self.model.closed) < 3)
    @rule(ahead=st.integers(0, 4))
    def close(self, ahead: int) -> None:
        day = self.model.days(self.clock.now)[ahead]
        self.do(lambda tx: closures.close(tx, YOKOHAMA, Closing(day, day, (), "typhoon")))
        self.model.close(day, self.clock.now, self.clock.now + YOKOHAMA.rebook)

    @rule()
    def reopen(self) -> None:
        for day in sorted(self.model.closed)[:1]:
            assert self.do(lambda tx, day=day: closures.reopen(tx, YOKOHAMA, day, None))  # type: ignore[misc]
            self.model.closed.discard(day)


def agree(examples: int, *, derandomize: bool = False) -> int:
    """Run so many examples; return how many, or raise what was found."""
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=derandomize,
            database=None,
        ),
    )
    return examples


@pytest.mark.slow
@pytest.mark.no_cover  # random: what it happens to reach is no test of that
def test_model_and_database_agree() -> None:
    agree(300, derandomize=True)
