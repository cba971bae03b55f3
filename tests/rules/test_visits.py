"""The visit at the counter: who comes when, and what can be recorded of it."""

from dataclasses import replace
from typing import Any

import pytest

from rules.objection import Objection
from rules.staff import Role, may
from rules.visits import (
    Coming,
    Outcome,
    Result,
    Visit,
    coming,
    objection_to_absence,
    objection_to_cancel_by_telephone,
    objection_to_check_in,
    objection_to_lateness,
    objection_to_record,
    objection_to_undo,
    results_told,
)
from tests.factories import YOKOHAMA, agent, at, booking, slot

pytestmark = pytest.mark.once("asks no database")

HERE = slot("2026-12-01", 10)
ARRIVED = at("2026-12-01 10:05:00")


def visit(**given: Any) -> Visit:
    return Visit(**{"agent": agent(), "slot": HERE, "bookings": (booking(),), **given})


CANCELLED = visit(bookings=(booking(is_cancelled=True),))
CASE = visit().cases[0]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-12-01 09:59:59", Coming.EARLY),
        ("2026-12-01 10:00:00", Coming.IN_TIME),
        ("2026-12-01 10:59:59", Coming.IN_TIME),  # 予約された時間帯より遅れて: after it has ended
        ("2026-12-01 11:00:00", Coming.LATE),
    ],
)
def test_who_comes_when(moment: str, expected: Coming) -> None:
    assert coming(YOKOHAMA, HERE, now=at(moment)) is expected


@pytest.mark.parametrize(
    ("of", "moment", "reason", "objection"),
    [
        (visit(), "2026-12-01 10:30:00", "", None),
        (visit(), "2026-12-01 09:30:00", "", None),  # early: they may be received
        (visit(), "2026-12-01 11:00:00", "", Objection.TOO_LATE),
        (visit(), "2026-12-01 11:00:00", "電車の遅れ", None),  # 原則として
        (visit(), "2026-11-30 10:30:00", "", Objection.NOT_TODAY),
        (visit(), "2026-12-02 10:30:00", "", Objection.TOO_LATE),
        (visit(), "2026-12-02 10:30:00", "停電で記録できず", None),
        (visit(arrived=ARRIVED), "2026-12-01 10:30:00", "", Objection.HERE_ALREADY),
        (visit(is_absent=True), "2026-12-01 11:30:00", "", Objection.RECORDED_ALREADY),
        (visit(is_absent=True), "2026-12-01 11:30:00", "別の方と取り違え", None),  # it was a mistake
        (CANCELLED, "2026-12-01 10:30:00", "", Objection.CANCELLED),
    ],
)
def test_who_can_be_received(of: Visit, moment: str, reason: str, objection: Objection | None) -> None:
    assert objection_to_check_in(YOKOHAMA, of, reason=reason, now=at(moment)) == objection


@pytest.mark.parametrize(
    ("of", "objection"),
    [(visit(arrived=ARRIVED), None), (visit(), Objection.NOT_HERE), (CANCELLED, Objection.CANCELLED)],
)
def test_of_whom_an_outcome_can_be_recorded(of: Visit, objection: Objection | None) -> None:
    assert objection_to_record(of) == objection


@pytest.mark.parametrize(
    ("of", "moment", "objection"),
    [
        (visit(), "2026-12-01 10:59:59", Objection.NOT_OVER),
        (visit(), "2026-12-01 11:00:00", None),
        (visit(), "2026-12-08 11:00:00", None),  # it waits in the list until then
        (visit(arrived=ARRIVED), "2026-12-01 11:00:00", Objection.HERE_ALREADY),
        (visit(is_absent=True), "2026-12-01 11:00:00", Objection.RECORDED_ALREADY),
        (CANCELLED, "2026-12-01 11:00:00", Objection.CANCELLED),
    ],
)
def test_who_did_not_come(of: Visit, moment: str, objection: Objection | None) -> None:
    assert objection_to_absence(YOKOHAMA, of, now=at(moment)) == objection


@pytest.mark.parametrize(
    ("of", "is_told", "objection"),
    [
        (visit(arrived=ARRIVED), False, None),
        (visit(arrived=ARRIVED), True, None),  # that somebody is here is told to nobody
        (visit(arrived=ARRIVED, results={CASE: Result(Outcome.DELIVERED)}), True, Objection.TOLD_ALREADY),
        (visit(is_absent=True), False, None),
        (visit(is_absent=True), True, Objection.TOLD_ALREADY),
        (visit(is_late_told=True), False, None),
        (visit(), False, Objection.NOTHING_TO_UNDO),
        (CANCELLED, False, Objection.CANCELLED),
    ],
)
def test_a_slip_can_be_undone_until_the_agent_is_told(of: Visit, is_told: bool, objection: Objection | None) -> None:
    assert objection_to_undo(of, is_told=is_told) == objection


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("2026-12-01 10:00:00", "2026-12-01 17:30:00"),
        ("2026-12-01 17:20:00", "2026-12-01 17:30:00"),
        ("2026-12-01 17:20:01", "2026-12-01 17:30:01"),  # ten minutes for a slip, however late
        ("2026-12-02 09:00:00", "2026-12-02 09:10:00"),
    ],
)
def test_when_agents_are_told(recorded: str, told: str) -> None:
    assert results_told(YOKOHAMA, HERE.day, now=at(recorded)) == at(told)


@pytest.mark.parametrize(
    ("moment", "to_cancel", "to_be_late"),
    [
        ("2026-11-30 11:59:59", Objection.NOT_PAST_CUTOFF, None),  # the agent can do it alone
        ("2026-11-30 12:00:00", None, None),
        ("2026-12-01 09:59:59", None, None),  # 予約日時の前まで
        ("2026-12-01 10:00:00", Objection.BEGUN_ALREADY, Objection.BEGUN_ALREADY),
    ],
)
def test_what_can_be_telephoned_in(moment: str, to_cancel: Objection | None, to_be_late: Objection | None) -> None:
    assert objection_to_cancel_by_telephone(YOKOHAMA, visit(), now=at(moment)) == to_cancel
    assert objection_to_lateness(YOKOHAMA, visit(), now=at(moment)) == to_be_late


def test_what_is_cancelled_or_here_needs_no_call() -> None:
    now = at("2026-12-01 09:00:00")
    assert objection_to_cancel_by_telephone(YOKOHAMA, CANCELLED, now=now) is Objection.CANCELLED
    assert objection_to_lateness(YOKOHAMA, CANCELLED, now=now) is Objection.CANCELLED
    assert objection_to_lateness(YOKOHAMA, visit(arrived=now), now=now) is Objection.HERE_ALREADY


def test_a_visit_is_done_when_each_case_has_its_outcome_or_nobody_came() -> None:
    some = visit(arrived=ARRIVED, results={visit().cases[0]: Result(Outcome.DELIVERED)})
    assert not some.is_done
    assert replace(some, results=dict.fromkeys(some.cases, Result(Outcome.NOT_YET))).is_done
    assert visit(is_absent=True).is_done
    assert (visit().is_cancelled, CANCELLED.is_cancelled) == (False, True)


@pytest.mark.parametrize(
    ("role", "needed", "allowed"),
    [
        (Role.CLERK, Role.CLERK, True),
        (Role.CLERK, Role.MANAGER, False),
        (Role.MANAGER, Role.CLERK, True),
        (Role.MANAGER, Role.MANAGER, True),
    ],
)
def test_who_may_do_what(role: Role, needed: Role, allowed: bool) -> None:
    assert may(role, needed) is allowed
