"""Nobody came: a no-show, which is a strike (§6(4))."""

from dataclasses import replace

from handlers.counter.desk import Desk, Done, of
from rules.objection import Objection
from rules.visits import objection_to_absence
from storage import results, visits
from storage.strikes import NO_SHOW


def absence(desk: Desk) -> Done | Objection:
    """Record that nobody came."""
    visit = desk.visit(lambda found: objection_to_absence(desk.office, found, now=desk.tx.now))
    if isinstance(visit, Objection):
        return visit
    visits.save(desk.tx, replace(visit, is_absent=True))
    visits.strike(desk.tx, visit, NO_SHOW)
    results.tell(desk.tx, desk.office, visit)
    return of(visit)
