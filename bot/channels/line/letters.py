"""What is said unasked on LINE: a reply where it answers something, else a push, which is counted."""

from functools import partial

from bot.channels.line.calls import Calls, Refused
from bot.channels.line.outgoing import Tokens, replied
from bot.channels.line.screen import Where, messages
from bot.channels.posting import post_of
from bot.channels.unsent import Undeliverable, Unworthy
from bot.metrics import Metrics
from handlers.language import on_screen
from handlers.letters.mail import Post
from handlers.turn import Premises
from storage import leases, talks
from storage.database import Database, Transaction
from storage.letters import Letter
from storage.postbag import ANSWERS, NEVER_BY_MAIL


class Letters:
    """Carries letters into chats of LINE."""

    def __init__(
        self, db: Database, premises: Premises, calls: Calls, where: Where, *, tokens: Tokens, metrics: Metrics
    ) -> None:
        self._db, self._premises, self._calls, self._where = db, premises, calls, where
        self._tokens, self._metrics = tokens, metrics

    async def carry(self, letter: Letter) -> bool:
        """Word `letter` and send it; return False where it is of no use any more."""
        said, language = await self._db.read(partial(self._found, letter=letter))
        token = self._tokens.take(letter)
        if said is None:
            return False
        made = messages(on_screen(said.message, language), 0, language, self._where)
        try:
            stands = await replied(self._calls, token, made)
        except Refused as error:
            raise Undeliverable(f"refused: {error}") from None
        if stands is None:
            raise Undeliverable("it may stand there: the mail says it, too")
        if stands:
            return True
        if letter.kind not in self._premises.office.pushed and letter.kind not in NEVER_BY_MAIL:
            raise Unworthy("not worth a push")
        await self._calls.push(letter.chat.partition(":")[2], made, letter.about)
        self._metrics.push()
        return True

    def _found(self, tx: Transaction, letter: Letter) -> tuple[Post | None, str]:
        said = post_of(tx, self._premises, letter)
        if said is not None and talks.is_gone(tx, letter.chat):
            raise Undeliverable("they blocked us")
        if letter.kind in ANSWERS and leases.was_lost(tx, letter):  # by whoever was to answer with it
            raise Undeliverable("it may stand there: the mail says it, too")
        return said, talks.language_of(tx, letter.chat)
