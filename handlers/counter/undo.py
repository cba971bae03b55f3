"""A slip: what was recorded last of a visit is taken back, until the agent is told of it."""

from dataclasses import replace

from handlers.counter.desk import Desk, Done, of
from rules.objection import Objection
from rules.visits import objection_to_undo
from storage import visits


def undo(desk: Desk) -> Done | Objection:
    """Take back the no-show with its strike, or the outcomes, or else the arrival."""
    visit = desk.visit(lambda found: objection_to_undo(desk.office, found, now=desk.tx.now))
    if isinstance(visit, Objection):
        return visit
    if visit.is_absent:
        visits.lift_strike(desk.tx, visit)
        visits.save(desk.tx, replace(visit, is_absent=False))
    elif visit.results:
        visits.save(desk.tx, replace(visit, results={}))
    else:
        visits.save(desk.tx, replace(visit, arrived=None, exception=""))
    return of(visit)
