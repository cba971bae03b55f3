"""What is said unasked in a chat, to whoever is still signed in there."""

from bot.channels.unsent import Undeliverable
from handlers.letters.mail import Post
from handlers.letters.worded import posted
from handlers.turn import Premises
from storage import talks
from storage.database import Transaction
from storage.letters import Letter


def post_of(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat of `letter`, or None; raise Undeliverable where its agent is signed out."""
    said = posted(tx, premises, letter)
    if said is not None and talks.agent_of(tx, letter.chat) != said.agent:
        raise Undeliverable("signed out")
    return said
