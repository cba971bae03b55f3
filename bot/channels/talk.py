"""The talk in chats that a vendor keeps: what is brought is heard in one transaction, and answered as it stands."""

import asyncio
import logging
import secrets
from collections import Counter
from collections.abc import Awaitable, Collection
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic

from bot.bell import Bell
from bot.channels.order import Order
from bot.channels.replies import B, Brought, Replies
from bot.marking import marked
from bot.metrics import Metrics
from bot.postman import LETTERS
from handlers.conversation import Heard, hear
from handlers.turn import Premises, Said
from storage import leases, postbag, shown, talks
from storage.database import Busy, Database, Transaction, Unavailable, Unsure
from storage.letters import Letter
from storage.shown import Shown

log = logging.getLogger("yoyaku.talk")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a turn came to: a screen, one shown `before` it; or, where something was done, letters that say so."""

    heard: Heard
    before: Shown | None
    letters: tuple[Letter, ...] = ()


class Talk(Generic[B]):
    """Hears what is brought. Each chat's turns are committed and answered in the order in which they came."""

    def __init__(
        self,
        db: Database,
        premises: Premises,
        replies: Replies[B],
        *,
        bell: Bell,
        metrics: Metrics,
        channel: str,
    ) -> None:
        self._db, self._premises, self._replies = db, premises, replies
        self._bell, self._metrics, self._channel = bell, metrics, channel
        self._hearing, self._answering = Order(), Order()
        self._waiting: Counter[str] = Counter()  # answers of each chat
        self._under_way: set[asyncio.Task[None]] = set()
        self._answers: dict[str, asyncio.Task[None]] = {}  # of updates, which may come again before they are answered

    async def hear(self, brought: B) -> asyncio.Task[None] | None:
        """Hear what was `brought`; return what answers it, begun already, or None: there is nothing to be answered.

        Raise Busy or Unavailable where it was not committed, and is to come again.
        """
        async with self._hearing.of(brought.said.chat):
            if brought.kind == "talk":
                return self._answers.get(brought.said.update) or await self._in_turn(brought)
            if brought.kind == "left":
                await self._replies.left(brought)
                return None
            return await self._group(brought)

    async def close(self, within: float) -> None:
        """Wait for what is being answered, at most so many seconds; what is not sent then is not sent."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def begin(self, work: Awaitable[None]) -> asyncio.Task[None]:
        """Do `work` beside everything else, until the talk is closed; what goes wrong is logged."""
        task = asyncio.ensure_future(_told(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def _group(self, brought: B) -> asyncio.Task[None] | None:
        """Say in a group, once, that nothing is talked about there; what it becomes knows that already."""
        chats = [chat for chat in (brought.said.chat, brought.becomes) if chat]
        new = await self._db.read(lambda tx: [chat for chat in chats if shown.find(tx, chat) is None])
        if new:
            await self._db.run(partial(_remember, chats=new))
        return self.begin(self._replies.alone(brought)) if chats[0] in new else None

    async def _in_turn(self, brought: B) -> asyncio.Task[None] | None:
        """Hear and answer what no other program hears or answers meanwhile."""
        async with AsyncExitStack() as in_turn:
            await in_turn.enter_async_context(self._bell.others.in_turn(brought.said.chat))
            return await self._turn(brought, in_turn)

    async def _turn(self, brought: B, in_turn: AsyncExitStack) -> asyncio.Task[None] | None:
        said, owner = brought.said, self._bell.others.name
        try:
            with self._metrics.turn(self._channel):
                answer = await self._db.run(partial(turn, premises=self._premises, brought=brought, owner=owner))
        except Unsure:  # it comes again, and was heard then: the letters that answer it are nobody's
            await marked(self._db, partial(leases.hand_back, owner=owner, chat=said.chat))
            raise
        except (Busy, Unavailable):
            raise
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("what %s brought could not be answered: reference %s", self._channel, reference)
            return await self._set_aside(brought, reference)
        self._bell.ring(LETTERS)
        if answer is None:
            return None
        self._waiting[said.chat] += 1
        task = self._answers[said.update] = self.begin(self._answer(brought, answer, in_turn.pop_all()))
        task.add_done_callback(lambda _: self._answers.pop(said.update))
        return task

    async def _set_aside(self, brought: B, reference: str) -> asyncio.Task[None]:
        """Let what we failed at not come again; the agent is told, with a reference to the log."""
        language = await self._db.run(partial(_heard, said=brought.said))
        return self.begin(self._replies.trouble(brought, language, reference))

    async def _answer(self, brought: B, answer: Answer, in_turn: AsyncExitStack) -> None:
        heard, before, chat = answer.heard, answer.before, brought.said.chat
        async with in_turn, self._answering.of(chat):
            self._waiting -= Counter([chat])  # and nothing is left of a chat in which nothing waits
            if answer.letters:
                await self._replies.tell(brought, heard, before, answer.letters)
            elif heard.message.keep or not self._waiting[chat]:  # else a later screen comes at once
                await self._replies.answer(brought, heard, before)


def turn(tx: Transaction, premises: Premises, brought: Brought, owner: str) -> Answer | None:
    """Hear what was said; return what it came to, or None: it was heard and answered before."""
    said = brought.said
    talk, before = talks.find(tx, said.chat, language=said.language), shown.find(tx, said.chat)
    if before is not None and before.revision == talk.revision and talks.was_heard(tx, said.update):
        return None
    heard = _heard_in_order(tx, premises, brought)
    letters = tuple(postbag.lease(tx, said.chat, owner))
    if letters:  # which are sent whatever happens to this program: nothing else is owed to the chat
        shown.put(tx, replace(before or Shown(said.chat, 0), revision=heard.revision))
    return Answer(heard, before, letters)


def _heard_in_order(tx: Transaction, premises: Premises, brought: Brought) -> Heard:
    """Hear what was said; words that come after later ones were an answer to another screen, and are not obeyed."""
    said = brought.said
    is_late = brought.at and talks.is_late(tx, said.chat, at=brought.at)
    return hear(tx, premises, replace(said, text="/late") if is_late and not said.button else said)


def _heard(tx: Transaction, said: Said) -> str:
    talks.is_new(tx, said.update, said.chat)
    return talks.language_of(tx, said.chat)


def _remember(tx: Transaction, chats: Collection[str]) -> None:
    for chat in chats:
        shown.put(tx, Shown(chat, 0))


async def _told(work: Awaitable[None]) -> None:
    """Let what goes wrong in an answer be logged: its turn is committed, and the next shows where it stands."""
    try:
        await work
    except Exception:
        log.exception("an answer could not be sent")
