"""What is telephoned in after the cutoff: a cancellation, or that somebody will be late (§4(2))."""

from collections.abc import Callable
from dataclasses import replace

from handlers.counter.desk import Desk, Done, of
from rules.objection import Objection
from rules.visits import Visit, objection_to_cancel_by_telephone, objection_to_lateness
from storage import bookings, changes, results, visits
from storage.strikes import LATE_CANCELLATION

ASKED = "asked"  # the field that says that name, code and certificate number were asked for


def cancel(desk: Desk) -> Done | Objection:
    """Cancel the visit after its cutoff, which is a strike (§6(4))."""
    visit = desk.visit(
        lambda found: objection_to_cancel_by_telephone(desk.office, found, now=desk.tx.now) or unless_asked(desk)
    )
    if isinstance(visit, Objection):
        return visit
    if not all(bookings.is_made_late(desk.tx, booking) for booking in visit.bookings):  # it could not be in time
        visits.strike(desk.tx, visit, LATE_CANCELLATION)
    for booking in visit.bookings:
        changes.cancel_by_staff(desk.tx, booking)
    visits.save(desk.tx, replace(visit, is_late_told=False))
    results.tell(desk.tx, desk.office, visit)
    return of(visit)


def late(desk: Desk) -> Done | Objection:
    """Note that they will be late, which is no strike."""
    visit = _visit(desk, objection_to_lateness)
    if isinstance(visit, Objection):
        return visit
    visits.save(desk.tx, replace(visit, is_late_told=True))
    return of(visit)


def unless_asked(desk: Desk) -> Objection | None:
    """Return the objection to whoever did not ask for name, code and certificate number."""
    return None if desk.form.get(ASKED) else Objection.NOT_ASKED


def _visit(desk: Desk, objection: Callable[..., Objection | None]) -> Visit | Objection:
    return desk.visit(lambda found: objection(desk.office, found, now=desk.tx.now) or unless_asked(desk))
