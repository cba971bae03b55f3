"""Which kind of letter is worded by which file."""

from collections.abc import Callable, Mapping

from handlers.letters import cancellation, confirmation, proof, readdressed, visits
from handlers.letters.mail import Mail
from handlers.turn import Premises
from rules.reminders import Reminder
from storage.database import Transaction
from storage.letters import Letter

KINDS: Mapping[str, Callable[[Transaction, Premises, Letter], Mail | None]] = {
    "proof": proof.word,
    "confirmation": confirmation.word,
    "cancellation": cancellation.word,
    "readdressed": readdressed.word,
    **dict.fromkeys(Reminder, visits.word),
}


def worded(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return `letter` in words, from what stands in the database now; None: it is of no use any more."""
    if letter.useless_after is not None and letter.useless_after <= tx.now:
        return None
    return KINDS[letter.kind](tx, premises, letter)
