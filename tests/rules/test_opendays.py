"""The awkward days of the calendar."""

import pytest

from rules.cutoff import cutoff_after_closure, cutoff_of
from rules.opendays import is_open
from rules.window import window
from tests.factories import MINATO, YOKOHAMA, agent, at, day, days, slot

pytestmark = pytest.mark.once("asks no database")


@pytest.mark.parametrize(
    ("closed", "why"),
    [
        ("2026-11-21", "a Saturday"),
        ("2026-11-22", "a Sunday"),
        ("2026-11-23", "Labour Thanksgiving Day"),
        ("2026-05-06", "a substitute holiday: Constitution Day fell on a Sunday"),
        ("2026-09-22", "a citizens' holiday between two others"),
        ("2027-03-22", "a substitute holiday: the equinox fell on a Sunday"),
        ("2026-12-29", "the office's year end begins"),
        ("2027-01-03", "the office's year end ends"),
    ],
)
def test_closed(closed: str, why: str) -> None:
    assert not is_open(YOKOHAMA, day(closed)), why


@pytest.mark.parametrize(
    ("open_day", "why"),
    [
        ("2026-11-24", "after a holiday Monday"),
        ("2026-05-07", "after Golden Week"),
        ("2026-09-24", "after the silver week"),
        ("2026-12-28", "the last day of the year"),
        ("2027-01-04", "the first day of the year"),
    ],
)
def test_open(open_day: str, why: str) -> None:
    assert is_open(YOKOHAMA, day(open_day)), why


def test_a_closure_of_the_profile_or_declared_later() -> None:
    assert not is_open(MINATO, day("2026-12-02"))
    assert not is_open(YOKOHAMA, day("2026-12-02"), days("2026-12-02"))


@pytest.mark.parametrize(
    ("visit", "first_moment_too_late"),
    [
        ("2026-11-27", "2026-11-26 12:00:00"),  # Friday: until noon on Thursday
        ("2026-11-30", "2026-11-27 12:00:00"),  # Monday: Friday
        ("2026-11-24", "2026-11-20 12:00:00"),  # Tuesday after a holiday Monday: Friday
        ("2026-09-24", "2026-09-18 12:00:00"),  # after respect-for-the-aged, citizens' holiday and equinox
        ("2026-05-07", "2026-05-01 12:00:00"),  # after Golden Week
        ("2027-01-04", "2026-12-28 12:00:00"),  # after the New Year closure
    ],
)
def test_cutoff(visit: str, first_moment_too_late: str) -> None:
    assert cutoff_of(YOKOHAMA, day(visit)) == at(first_moment_too_late)


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ("2026-11-20 11:59:59", ("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30")),
        ("2026-11-20 12:00:00", ("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01")),  # Friday noon
        ("2026-11-22 10:00:00", ("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01")),  # Sunday
        ("2026-04-28 12:00:00", ("2026-05-01", "2026-05-07", "2026-05-08", "2026-05-11", "2026-05-12")),
        ("2026-12-28 11:59:59", ("2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08")),
        ("2026-12-28 12:00:00", ("2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08", "2027-01-12")),
    ],
)
def test_window(now: str, offered: tuple[str, ...]) -> None:
    assert window(YOKOHAMA, now=at(now)) == days(*offered)


def test_a_closure_leaves_the_window_and_moves_later_cutoffs_before_it() -> None:
    closed = days("2026-11-26")
    assert window(YOKOHAMA, closed, now=at("2026-11-20 11:59:59")) == days(
        "2026-11-24", "2026-11-25", "2026-11-27", "2026-11-30", "2026-12-01"
    )
    assert cutoff_of(YOKOHAMA, day("2026-11-27"), closed) == at("2026-11-25 12:00:00")


def test_a_closure_declared_after_a_cutoff_was_told_never_makes_it_earlier() -> None:
    told = cutoff_of(YOKOHAMA, day("2026-11-27"))
    assert cutoff_after_closure(told, YOKOHAMA, day("2026-11-27"), days("2026-11-26")) == told


def test_the_words_of_the_field() -> None:
    where = slot("2026-12-01", 10)
    assert (where.begins(YOKOHAMA), where.ends(YOKOHAMA)) == (at("2026-12-01 10:00:00"), at("2026-12-01 11:00:00"))
    assert agent().is_complete
    assert not agent(certificate_number="").is_complete
