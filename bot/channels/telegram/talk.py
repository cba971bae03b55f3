"""The talk on Telegram: an update is heard in one transaction, and answered by what belongs on the screen then."""

import asyncio
import logging
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial

from telegram import Update

from bot.bell import Bell
from bot.channels.order import Order
from bot.channels.telegram.incoming import Incoming, read
from bot.channels.telegram.outgoing import Outgoing
from bot.marking import marked
from bot.metrics import Metrics
from bot.postman import LETTERS
from handlers.conversation import Heard, hear
from handlers.turn import Premises, Said
from storage import leases, postbag, shown, talks
from storage.database import Busy, Database, Transaction, Unavailable, Unsure
from storage.letters import Letter
from storage.shown import Shown

log = logging.getLogger("yoyaku.telegram")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a turn came to: a screen, one shown `before` it; or, where something was done, letters that say so."""

    heard: Heard
    before: Shown | None
    letters: tuple[Letter, ...] = ()


class Talk:
    """Hears updates. Each chat's turns are committed and answered in the order in which they came."""

    def __init__(
        self,
        db: Database,
        premises: Premises,
        outgoing: Outgoing,
        *,
        bell: Bell,
        metrics: Metrics,
        owner: str,
        deliver: Callable[[Letter], Awaitable[None]],
    ) -> None:
        self._db, self._premises, self._out = db, premises, outgoing
        self._bell, self._metrics = bell, metrics
        self._owner, self._deliver = owner, deliver
        self._hearing, self._answering = Order(), Order()
        self._waiting: Counter[int] = Counter()  # answers of each chat
        self._under_way: set[asyncio.Task[None]] = set()
        self._answers: dict[str, asyncio.Task[None]] = {}  # of updates, which may come again before they are answered

    async def hear(self, update: Update) -> asyncio.Task[None] | None:
        """Hear `update`; return what answers it, begun already, or None: there is nothing to be answered.

        Raise Busy or Unavailable where it was not committed, and is to come again.
        """
        incoming = read(update)
        if incoming is None:
            return None
        if incoming.query:
            self._begin(self._out.tapped(incoming))
        async with self._hearing.of(incoming.chat):
            if incoming.kind == "talk":
                return self._answers.get(incoming.said.update) or await self._in_turn(incoming)
            if incoming.kind == "left":
                await self._out.left(incoming)
                return None
            return await self._group(incoming)

    async def close(self, within: float) -> None:
        """Wait for what is being answered, at most so many seconds; what is not sent then is not sent."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _group(self, incoming: Incoming) -> asyncio.Task[None] | None:
        """Say in a group, once, that nothing is talked about there; what it becomes knows that already."""
        chats = [f"telegram:{chat}" for chat in (incoming.chat, incoming.successor) if chat]
        new = await self._db.read(lambda tx: [chat for chat in chats if shown.find(tx, chat) is None])
        if new:
            await self._db.run(partial(_remember, chats=new))
        return self._begin(self._out.alone(incoming.chat, incoming.said.language)) if chats[0] in new else None

    async def _in_turn(self, incoming: Incoming) -> asyncio.Task[None] | None:
        """Hear and answer what no other program hears or answers meanwhile."""
        async with AsyncExitStack() as in_turn:
            await in_turn.enter_async_context(self._bell.others.in_turn(incoming.said.chat))
            return await self._turn(incoming, in_turn)

    async def _turn(self, incoming: Incoming, in_turn: AsyncExitStack) -> asyncio.Task[None] | None:
        try:
            with self._metrics.turn("telegram"):
                answer = await self._db.run(
                    partial(turn, premises=self._premises, said=incoming.said, owner=self._owner)
                )
        except Unsure:  # it comes again, and was heard then: the letters that answer it are nobody's
            await marked(self._db, partial(leases.hand_back, owner=self._owner, chat=incoming.said.chat))
            raise
        except (Busy, Unavailable):
            raise
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("an update could not be answered: reference %s", reference)
            return await self._set_aside(incoming, reference)
        self._bell.ring(LETTERS)
        if answer is None:
            return None
        update = incoming.said.update
        self._waiting[incoming.chat] += 1
        task = self._answers[update] = self._begin(self._answer(incoming, answer, in_turn.pop_all()))
        task.add_done_callback(lambda _: self._answers.pop(update))
        return task

    async def _set_aside(self, incoming: Incoming, reference: str) -> asyncio.Task[None]:
        """Let an update at which we failed not come again; the agent is told, with a reference to the log."""
        language = await self._db.run(partial(_heard, said=incoming.said))
        return self._begin(self._out.trouble(incoming.chat, language, self._premises.office, reference))

    async def _answer(self, incoming: Incoming, answer: Answer, in_turn: AsyncExitStack) -> None:
        async with in_turn, self._answering.of(incoming.chat):
            self._waiting -= Counter([incoming.chat])  # and nothing is left of a chat in which nothing waits
            if answer.letters:
                await self._delivered(incoming, answer)
            elif answer.heard.message.keep or not self._waiting[incoming.chat]:  # else a later screen comes at once
                await self._out.answer(incoming, answer.heard, answer.before)

    async def _delivered(self, incoming: Incoming, answer: Answer) -> None:
        for letter in answer.letters:
            await self._deliver(letter)
        await self._out.unbutton(incoming, self._out.shown(answer.before, answer.heard, incoming.said.chat))

    def _begin(self, work: Awaitable[None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(_told(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task


def turn(tx: Transaction, premises: Premises, said: Said, owner: str) -> Answer | None:
    """Hear what was said; return what it came to, or None: it was heard and answered before."""
    talk, before = talks.find(tx, said.chat, language=said.language), shown.find(tx, said.chat)
    if before is not None and before.revision == talk.revision and talks.was_heard(tx, said.update):
        return None
    heard = hear(tx, premises, said)
    letters = tuple(postbag.lease(tx, said.chat, owner))
    if letters:  # which are sent whatever happens to this program: nothing else is owed to the chat
        shown.put(tx, replace(before or Shown(said.chat, 0), revision=heard.revision))
    return Answer(heard, before, letters)


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
