"""The mail that proves an address came back: told in the chat that waits for it (§2)."""

from handlers.letters.mail import Post
from handlers.message import Message
from handlers.phrases import lines
from handlers.turn import Premises
from storage import talks, verifications
from storage.database import Transaction
from storage.letters import Letter


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, or None where nobody waits for that mail any more, or there is no such chat."""
    asked = verifications.open_now(tx, letter.subject)
    if asked is None or not talks.is_there(tx, letter.chat):
        return None
    message = Message(lines.RETURNED, (asked.address, lines.RETURNED_BODY))
    return Post(talks.agent_of(tx, letter.chat), message)
