"""The postman: claims letters that are due, words them, sends them, marks each."""

import asyncio
import logging
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial

from bot.bell import Bell
from bot.channels.smtp import Undeliverable
from handlers.letters.mail import Mail
from handlers.letters.worded import worded
from handlers.turn import Premises
from storage import letters
from storage.database import Busy, Database, Transaction, Unavailable
from storage.letters import Letter

LETTERS = "letters"  # the topic that wakes the postman
AT_ONCE = 4  # of which each may wait for its picture
PATIENCE = 60.0  # seconds to wait where nobody rings

Send = Callable[[Mail, str], Awaitable[None]]
log = logging.getLogger("yoyaku.postman")


class Postman:
    """One task; what is due stands in the database, so that nothing is lost with it."""

    def __init__(self, db: Database, premises: Premises, send: Send, bell: Bell) -> None:
        self._db, self._premises, self._send, self._bell = db, premises, send, bell
        self._owner = secrets.token_hex(8)
        self._outcomes: Counter[str] = Counter()  # since the start

    async def work(self) -> None:
        """Send what is due whenever somebody knocks, until cancelled."""
        is_first = self._db.is_alone
        with self._bell.listener(LETTERS) as knock:
            while True:
                try:
                    if is_first:
                        await self._db.run(letters.take_over)
                    while await self.round():
                        pass
                    if is_first and self._outcomes:
                        log.info("after the start: %s", ", ".join(f"{n} {how}" for how, n in self._outcomes.items()))
                    is_first = False
                except (Busy, Unavailable):
                    log.warning("the database cannot commit: letters wait")
                except Exception:  # whatever it is, letters are looked for again
                    log.exception("letters wait")
                await knock.wait(PATIENCE)

    async def round(self) -> int:
        """Claim and send some of what is due; return how many were claimed."""
        if not await self._db.read(_is_any_due):
            return 0
        claimed = await self._db.run(partial(letters.claim, owner=self._owner, most=AT_ONCE))
        for letter in claimed:
            await self._deliver(letter)
        return len(claimed)

    async def _deliver(self, letter: Letter) -> None:
        try:
            mail = await self._db.read(lambda tx: worded(tx, self._premises, letter))
            if mail is not None:
                await asyncio.shield(self._send(mail, letter.about))
        except Undeliverable as error:
            log.warning("%s letter %s is undeliverable: %s", letter.kind, letter.id, error)
            await self._finish(letter, "failed")
        except (Busy, Unavailable, OSError) as error:
            log.warning("%s letter %s waits: %s", letter.kind, letter.id, type(error).__name__)
            await self._db.run(partial(letters.postpone, letter=letter))
        except Exception:  # a letter that cannot be worded must not hold up the others
            log.exception("%s letter %s cannot be sent", letter.kind, letter.id)
            await self._db.run(partial(letters.postpone, letter=letter))
        else:
            await self._finish(letter, "sent" if mail else "skipped")

    async def _finish(self, letter: Letter, state: str) -> None:
        await self._db.run(partial(letters.finish, letter=letter, state=state))
        self._outcomes[state] += 1


def _is_any_due(tx: Transaction) -> bool:
    due = letters.next_due(tx)
    return due is not None and due <= tx.now
