"""Letters that were due before a backup was restored: a manager decides whether they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.counter.desk import Desk, Done
from handlers.letters.worded import MAILS, POSTS, posted, worded
from handlers.turn import Premises
from rules.objection import Objection
from storage import agents, restored
from storage.database import Transaction
from storage.letters import Letter


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A letter that was sent, or not; `whom` it is for, or nothing: it is of no use any more."""

    letter: Letter
    whom: str


def waiting(tx: Transaction, premises: Premises) -> Sequence[Uncertain]:
    """Return the letters that wait for a decision, those first that were due first."""
    return [Uncertain(letter, _whom(tx, premises, letter)) for letter in restored.waiting(tx)]


def send(desk: Desk) -> Done | Objection:
    """Let the letter that was chosen be sent, or all of them."""
    return _decided(desk, is_to_be_sent=True)


def leave(desk: Desk) -> Done | Objection:
    """Let the letter that was chosen not be sent, or none of them."""
    return _decided(desk, is_to_be_sent=False)


def _decided(desk: Desk, *, is_to_be_sent: bool) -> Done | Objection:
    letter = desk.form.get("letter", "")
    if not restored.decide(desk.tx, letter, is_to_be_sent=is_to_be_sent):
        return Objection.CHANGED_MEANWHILE
    return Done(letter, desk.reason)


def _whom(tx: Transaction, premises: Premises, letter: Letter) -> str:
    """Return whom `letter` is for, as it would be worded now."""
    if letter.chat and letter.kind in POSTS:
        said = posted(tx, premises, letter)
        agent = agents.known(tx, said.agent) if said is not None and said.agent else None
        return agent.name if agent is not None else ""
    mail = worded(tx, premises, letter) if letter.kind in MAILS else None
    return mail.address if mail is not None else ""
