"""Which kind of letter is worded by which file."""

from collections.abc import Callable, Mapping

from handlers.counter.conduct import APPEALED, LIFTED, SUSPENDED
from handlers.letters import (
    cancellation,
    closed,
    confirmation,
    final,
    proof,
    readdressed,
    results,
    returned,
    suspension,
    vacancy,
    visits,
)
from handlers.letters.mail import Mail, Post
from handlers.turn import Premises
from rules.reminders import Reminder
from storage.changes import CLOSED
from storage.database import Transaction
from storage.letters import Letter
from storage.results import RESULTS
from storage.sheets import FINAL
from storage.wishes import VACANCY

MAILS: Mapping[str, Callable[[Transaction, Premises, Letter], Mail | None]] = {
    "proof": proof.word,
    "confirmation": confirmation.word,
    "cancellation": cancellation.word,
    "readdressed": readdressed.word,
    CLOSED: closed.word,
    FINAL: final.word,
    VACANCY: vacancy.word,
    RESULTS: results.word,
    SUSPENDED: suspension.word,
    LIFTED: suspension.word,
    APPEALED: suspension.word,
    **dict.fromkeys(Reminder, visits.word),
}
POSTS: Mapping[str, Callable[[Transaction, Premises, Letter], Post | None]] = {
    "confirmation": confirmation.post,
    "cancellation": cancellation.post,
    CLOSED: closed.post,
    VACANCY: vacancy.post,
    RESULTS: results.post,
    SUSPENDED: suspension.post,
    LIFTED: suspension.post,
    APPEALED: suspension.post,
    "returned": returned.post,
    **dict.fromkeys(Reminder, visits.post),
}


def worded(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return `letter` as a mail, from what stands in the database now; None: it is of no use any more."""
    return None if _is_too_late(tx, letter) else MAILS[letter.kind](tx, premises, letter)


def posted(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return `letter` as it is said in its chat, likewise."""
    return None if _is_too_late(tx, letter) else POSTS[letter.kind](tx, premises, letter)


def _is_too_late(tx: Transaction, letter: Letter) -> bool:
    return letter.useless_after is not None and letter.useless_after <= tx.now
