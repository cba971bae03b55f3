"""The visit at the counter: who comes when, and what becomes of each case (§4(2), §6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from rules.model import Agent, Booking, Office, Paper, Slot
from rules.objection import Objection

SLIP = timedelta(minutes=10)  # in which what is recorded late can be taken back before anybody is told


class Outcome(StrEnum):
    """What became of a case at the counter (§6(1), (2))."""

    DELIVERED = "delivered"  # 交付
    PAPERS_MISSING = "papers-missing"  # 書類不足
    NOT_YET = "not-yet"  # まだ交付できない
    OUT_OF_PERIOD = "out-of-period"  # 交付期間外
    CERTIFICATE_INVALID = "certificate-invalid"  # 証明書失効
    WRONG_COUNTER = "wrong-counter"  # 窓口違い


class Coming(StrEnum):
    """When an agent comes, measured against the hour that was booked (§6(3))."""

    EARLY = "early"
    IN_TIME = "in-time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Result:
    """What was recorded of a case: its outcome, and which paper was missing."""

    outcome: Outcome
    missing: Paper | None = None


Case = tuple[str, str]
"""The id of a booking, and an application number in it as it is compared."""


@dataclass(frozen=True, slots=True)
class Visit:
    """All the bookings of an agent in a slot. `version` rises with each act at the counter.

    `exception` is the reason for which it was accepted late, `is_late_told`: they called to say that they will be.
    """

    agent: Agent
    slot: Slot
    bookings: tuple[Booking, ...]
    version: int = 0
    arrived: datetime | None = None
    exception: str = ""
    is_late_told: bool = False
    is_absent: bool = False
    results: Mapping[Case, Result] = field(default_factory=dict)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every case of the visit."""
        return tuple((booking.id, case.comparable) for booking in self.bookings for case in booking.cases)

    @property
    def is_cancelled(self) -> bool:
        """Whether none of its bookings stands."""
        return all(booking.is_cancelled for booking in self.bookings)

    @property
    def is_done(self) -> bool:
        """Whether every case has its outcome, or nobody came."""
        return self.is_absent or all(case in self.results for case in self.cases)


def coming(office: Office, slot: Slot, *, now: datetime) -> Coming:
    """Return whether whoever comes `now` is early, in time, or late: after the hour has ended (§6(3))."""
    if now < slot.begins(office):
        return Coming.EARLY
    return Coming.LATE if slot.is_over(office, now=now) else Coming.IN_TIME


def results_told(office: Office, day: date, *, now: datetime) -> datetime:
    """Return when agents are told what is recorded `now` of a visit on `day`: a slip can be undone until then."""
    return max(datetime.combine(day, office.tell_results, office.zone), now + SLIP)


def objection_to_check_in(office: Office, visit: Visit, *, reason: str, now: datetime) -> Objection | None:
    """Return why `visit` cannot be received now, or None; late it is an exception, for a `reason` (§6(3)).

    Nor is it too late on another day to note that somebody was there: nobody is struck for what was not written down,
    or was written down wrongly.
    """
    if visit.is_cancelled:
        return Objection.CANCELLED
    if visit.slot.day > now.astimezone(office.zone).date():
        return Objection.NOT_TODAY
    if visit.arrived is not None:
        return Objection.HERE_ALREADY
    if visit.is_absent and not reason:
        return Objection.RECORDED_ALREADY
    if coming(office, visit.slot, now=now) is Coming.LATE and not reason:
        return Objection.TOO_LATE
    return None


def objection_to_record(visit: Visit) -> Objection | None:
    """Return why no outcome can be recorded of `visit`, or None: only of who is here (§6(1))."""
    if visit.is_cancelled:
        return Objection.CANCELLED
    return Objection.NOT_HERE if visit.arrived is None else None


def objection_to_absence(office: Office, visit: Visit, *, now: datetime) -> Objection | None:
    """Return why `visit` cannot be recorded as a no-show, or None: only when its hour is over (§6(4))."""
    if visit.is_cancelled:
        return Objection.CANCELLED
    if visit.arrived is not None:
        return Objection.HERE_ALREADY
    if visit.is_absent:
        return Objection.RECORDED_ALREADY
    return None if visit.slot.is_over(office, now=now) else Objection.NOT_OVER


def objection_to_undo(visit: Visit, *, is_told: bool) -> Objection | None:
    """Return why what was recorded last of `visit` cannot be undone, or None: until the agent is told of it."""
    if visit.is_cancelled:
        return Objection.CANCELLED
    if visit.arrived is None and not visit.is_absent and not visit.is_late_told:
        return Objection.NOTHING_TO_UNDO
    return Objection.TOLD_ALREADY if is_told and (visit.results or visit.is_absent) else None


def objection_to_cancel_by_telephone(office: Office, visit: Visit, *, now: datetime) -> Objection | None:
    """Return why staff cannot cancel `visit` on the telephone, or None: after the cutoff, before the hour (§4(2))."""
    if visit.is_cancelled:
        return Objection.CANCELLED
    if visit.arrived is not None:
        return Objection.HERE_ALREADY
    if now >= visit.slot.begins(office):
        return Objection.BEGUN_ALREADY
    if all(now < booking.cutoff for booking in visit.bookings):
        return Objection.NOT_PAST_CUTOFF
    return None


def objection_to_lateness(office: Office, visit: Visit, *, now: datetime) -> Objection | None:
    """Return why it cannot be noted that the agent of `visit` called to be late, or None (§4(2))."""
    if visit.is_cancelled:
        return Objection.CANCELLED
    if visit.arrived is not None:
        return Objection.HERE_ALREADY
    return Objection.BEGUN_ALREADY if now >= visit.slot.begins(office) else None
