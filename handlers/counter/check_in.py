"""Somebody is here: received at the counter, late as an exception (§6(3))."""

from dataclasses import replace

from handlers.counter import conduct
from handlers.counter.desk import Desk, Done, of
from rules.objection import Objection
from rules.visits import objection_to_check_in
from storage import results, visits


def check_in(desk: Desk) -> Done | Objection:
    """Note that the visit has begun."""
    visit = desk.visit(lambda found: objection_to_check_in(desk.office, found, reason=desk.reason, now=desk.tx.now))
    if isinstance(visit, Objection):
        return visit
    if visit.is_absent:  # it was a mistake
        visits.lift_strike(desk.tx, visit)
        if results.is_told(desk.tx, visit):
            conduct.tell(desk, conduct.APPEALED, visit.agent, visit.slot.day)
    visits.save(desk.tx, replace(visit, arrived=desk.tx.now, exception=desk.reason, is_absent=False))
    return of(visit, desk.reason)
