"""What became of each case at the counter (§6(1), (2))."""

from collections import Counter
from dataclasses import replace

from handlers.counter.desk import Desk, Done, of
from rules.model import Paper
from rules.objection import Objection
from rules.visits import Case, Outcome, Result, Visit, objection_to_record
from storage import results, visits

ALL = "all"  # the field that says the same of every case of which nothing is recorded yet


def record(desk: Desk) -> Done | Objection:
    """Record the outcomes that were chosen; a case of which nothing was chosen stays as it was."""
    visit = desk.visit(objection_to_record)
    if isinstance(visit, Objection):
        return visit
    chosen = _chosen(desk, visit)
    if isinstance(chosen, Objection):
        return chosen
    found = {**visit.results, **chosen}
    if found == visit.results:  # nobody needs to be told of that
        return of(visit)
    visits.save(desk.tx, replace(visit, results=found))
    results.tell(desk.tx, desk.office, visit)
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
            chosen[case] = _result(said)
        except ValueError:
            return Objection.NOT_UNDERSTOOD
    return chosen or Objection.NOT_UNDERSTOOD


def _result(said: str) -> Result:
    """Return the result that `said` names: an outcome, and the paper that was missing if it is that."""
    outcome, _, paper = said.partition(" ")
    is_missing = Outcome(outcome) is Outcome.PAPERS_MISSING
    if paper and not is_missing:
        raise ValueError(said)
    return Result(Outcome(outcome), Paper(paper) if is_missing else None)
