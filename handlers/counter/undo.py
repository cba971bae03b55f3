"""A slip: what was recorded last of a visit is taken back, until the agent is told of it.

Where the slot was closed meanwhile, only what is taken back had kept the visit.
"""

from dataclasses import replace

from handlers.counter.desk import Desk, Done, of
from rules.objection import Objection
from rules.visits import Visit, objection_to_undo
from storage import closures, results, slots, visits


def undo(desk: Desk) -> Done | Objection:
    """Take back the no-show with its strike, or the outcomes, or else the arrival, or what was telephoned in."""
    visit = desk.visit(lambda found: objection_to_undo(found, is_told=results.is_told(desk.tx, found)))
    if isinstance(visit, Objection):
        return visit
    if visit.is_absent:
        visits.lift_strike(desk.tx, visit)
    left = visits.save(desk.tx, _left(visit))
    if left.arrived is None and slots.is_closed(desk.tx, visit.slot):
        closures.cancel(desk.tx, desk.office, left)
    return of(visit, what=undone(visit))


def undone(visit: Visit) -> str:
    """Return what is taken back next of `visit`, as the journal names it."""
    if visit.is_absent:
        return "undo-absence"
    if visit.results:
        return "undo-outcomes"
    return "undo-arrival" if visit.arrived is not None else "undo-late"


def _left(visit: Visit) -> Visit:
    """Return what is left of `visit`."""
    if visit.is_absent:
        return replace(visit, is_absent=False)
    if visit.results:
        return replace(visit, results={})
    if visit.arrived is not None:
        return replace(visit, arrived=None, exception="")
    return replace(visit, is_late_told=False)
