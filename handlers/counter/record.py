"""What became of each case at the counter (§6(1), (2))."""

from collections import Counter
from dataclasses import replace

from handlers.counter.desk import Desk, Done, of
from rules.model import Paper
from rules.objection import Objection
from rules.visits import Case, Outcome, Result, Visit, objection_to_record
from storage import visits

ALL = "all"  # the field that says the same of every case of which nothing is recorded yet


def record(desk: Desk) -> Done | Objection:
    """Record the outcomes that were chosen; a case of which nothing was chosen stays as it was."""
    visit = desk.visit(objection_to_record)
    if isinstance(visit, Objection):
        return visit
    chosen = _chosen(desk, visit)
    if isinstance(chosen, Objection):
        return chosen
    visits.save(desk.tx, replace(visit, results={**visit.results, **chosen}))
    visits.tell(desk.tx, desk.office, visit)
    counted = Counter(result.outcome for result in chosen.values())
    return of(visit, what=" ".join(f"{outcome}={n}" for outcome, n in counted.items()))


def _chosen(desk: Desk, visit: Visit) -> dict[Case, Result] | Objection:
    """Return what was chosen of each case: they are numbered as the visit counts them."""
    chosen = {}
    for n, case in enumerate(visit.cases):
        said = desk.form.get(f"outcome-{n}") or (desk.form.get(ALL) if case not in visit.results else "")
        if not said:
            continue
        try:
            outcome = Outcome(said)
            missing = Paper(desk.form.get(f"missing-{n}", "")) if outcome is Outcome.PAPERS_MISSING else None
        except ValueError:
            return Objection.NOT_UNDERSTOOD
        chosen[case] = Result(outcome, missing)
    return chosen or Objection.NOT_UNDERSTOOD
