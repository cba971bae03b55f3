"""Letters that tell what became of the visits of a day: when, and whether they are out."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import count, takewhile

from rules.model import Office
from rules.visits import Visit, results_told
from storage import letters
from storage.database import Transaction

RESULTS = "results"  # the kind of these letters
TOLD_WITHIN = timedelta(days=7)  # after which nobody needs to be told any more


def tell(tx: Transaction, office: Office, visit: Visit) -> None:
    """Put the letter into the box that tells the agent of `visit` what became of their visits on that day.

    Where one is out already, of what was recorded before, there is another.
    """
    days = of_day(visit.agent.id, visit.slot.day)
    subject = next(subject for subject in days if not letters.is_out(tx, RESULTS, subject))
    moment = results_told(office, visit.slot.day, now=tx.now)
    for chat in letters.ways(visit.bookings[-1].chat):
        letters.put(tx, RESULTS, subject, chat=chat, due=moment, useless_after=moment + TOLD_WITHIN)


def is_told(tx: Transaction, visit: Visit) -> bool:
    """Return whether the agent was told of the visits of that day: what is recorded since is told by itself."""
    put = takewhile(partial(letters.is_there, tx, RESULTS), of_day(visit.agent.id, visit.slot.day))
    return any(letters.was_sent(tx, RESULTS, subject) for subject in put)


def of_day(agent: str, day: date) -> Iterator[str]:
    """Yield the subjects of letters that tell of the visits of `agent` on `day`, one after the other."""
    return (f"{agent} {day.isoformat()} {n}" for n in count(1))
