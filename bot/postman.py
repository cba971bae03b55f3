"""The postman of a channel: claims letters that are due, lets the channel carry them, marks each."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import timedelta
from functools import partial

from bot.backoff import jittered
from bot.bell import Bell
from bot.channels.unsent import Halted, Uncertain, Undeliverable, Unsent, Unworthy
from bot.marking import marked
from bot.metrics import Metrics
from bot.rate import Rate
from storage import leases, postbag
from storage.database import Busy, Database, Transaction, Unavailable, Work
from storage.letters import MAIL, Letter

LETTERS = "letters"  # the topic that wakes the postmen
AT_ONCE = 4  # on their way at a time: as many may be sent twice where the program is killed
PATIENCE, SHORTEST = 60.0, 0.5  # seconds to wait where nobody rings, at most and at least
PAUSE, LONGEST = 10.0, 600.0  # seconds until a letter is tried again, doubled with each attempt
HALT, LONGEST_HALT = 5.0, 60.0  # the same, of a channel that takes nothing and does not say for how long
LONGEST_SEND = 240.0  # seconds, so that a letter is marked within its lease
LOOK = 2.0  # seconds between two looks for programs that are gone
GRACE = 5.0  # seconds for what is on its way when the program is told to stop

Carry = Callable[[Letter], Awaitable[bool]]
"""Words a letter from what stands now, and sends it; returns False where it is of no use any more.

Raises Undeliverable, Unsent, Halted or Uncertain.
"""
log = logging.getLogger("yoyaku.postman")


class Postman:
    """A task; what is due stands in the database, so that nothing is lost with it."""

    def __init__(
        self, db: Database, bell: Bell, carry: Carry, *, rate: Rate, metrics: Metrics, channel: str = MAIL
    ) -> None:
        self._db, self._bell, self._carry, self._rate, self._channel = db, bell, carry, rate, channel
        self._metrics = metrics
        self._next_look = 0.0  # for programs that are gone
        self._halts = 0  # one after the other
        self._outcomes: Counter[str] = Counter()  # since the start

    async def work(self) -> None:
        """Send what is due whenever somebody knocks, until cancelled."""
        is_first = True
        with self._bell.listener(LETTERS) as knock:
            while True:
                wait = PATIENCE
                try:
                    await self.drain()
                    if is_first and self._outcomes:
                        counted = ", ".join(f"{n} {how}" for how, n in sorted(self._outcomes.items(), reverse=True))
                        log.info("%s, after the start: %s", self._channel, counted)
                    is_first = False
                    wait = await self._db.read(partial(_until_next, channel=self._channel))
                except (Busy, Unavailable):
                    log.warning("%s: the database cannot commit: letters wait", self._channel)
                except Exception:  # whatever it is, letters are looked for again
                    log.exception("%s: letters wait", self._channel)
                await knock.wait(wait)

    @property
    def owner(self) -> str:
        """To whom letters are leased, and by a turn the one that is its answer."""
        return self._bell.others.name

    async def deliver(self, letter: Letter) -> None:
        """Send `letter` at once, which a turn has leased to this postman: it is an answer."""
        await self._rate.answer()
        if await marked(self._db, partial(leases.renew, letter=letter)):
            await self._deliver(letter)

    async def _take_over(self) -> None:
        """End the leases of programs that are gone, now and then."""
        now = asyncio.get_running_loop().time()
        if now < self._next_look:
            return
        self._next_look = now + LOOK
        for owner in await self._db.read(partial(leases.owners, channel=self._channel)):
            if self._bell.others.is_gone(owner):
                await self._db.run(partial(leases.take_over, owner=owner, channel=self._channel))

    async def drain(self) -> None:
        """Send what is due, some at a time and as fast as the rate allows, until nothing is."""
        on_their_way: set[asyncio.Task[None]] = set()
        try:
            while True:
                claimed = await self._claimed(AT_ONCE - len(on_their_way))
                on_their_way |= {asyncio.create_task(self._deliver(letter)) for letter in claimed}
                if not on_their_way:
                    return
                done, on_their_way = await asyncio.wait(on_their_way, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        except asyncio.CancelledError:
            await _settled(on_their_way, within=GRACE)
            raise
        except Exception:  # one of them, or the database: the others are not at fault
            await _settled(on_their_way)
            raise

    async def _claimed(self, free: int) -> Sequence[Letter]:
        await self._take_over()
        if not free or not await self._db.read(partial(_is_any_due, channel=self._channel)):
            return ()
        await self._rate.ready()
        most = min(free, self._rate.room())
        for letter in await self._db.run(partial(postbag.given_up, channel=self._channel)):
            log.error("%s letter %s is given up: whoever sent it was gone", letter.kind, letter.id)
            self._told(letter, "failed")
        claimed = await self._db.run(partial(postbag.claim, owner=self.owner, most=most, channel=self._channel))
        self._rate.take(len(claimed))
        return claimed

    async def _deliver(self, letter: Letter) -> None:
        try:
            async with asyncio.timeout(LONGEST_SEND):
                was_sent = await self._carry(letter)
        except Exception as error:
            await self._failed(letter, error)
        else:
            self._halts = 0
            await self._finish(letter, "sent" if was_sent else "skipped")

    async def _failed(self, letter: Letter, error: Exception) -> None:
        name = f"{letter.kind} letter {letter.id}"
        match error:
            case Undeliverable():
                level = logging.DEBUG if isinstance(error, Unworthy) else logging.WARNING
                log.log(level, "%s is undeliverable: %s", name, error)
                await self._put_aside(letter, partial(postbag.undeliverable, letter=letter))
            case Halted():
                self._halt(error)
                await marked(self._db, partial(postbag.release, letter=letter))
            case Uncertain() | TimeoutError():  # of LONGEST_SEND: what is asked of a channel takes less
                log.warning("%s may have been sent: %s", name, str(error) or type(error).__name__)
                await self._put_aside(letter, partial(postbag.doubt, letter=letter, pause=_pause(letter)))
            case Unsent():
                log.warning("%s waits: %s", name, error)
                await self._postpone(letter)
            case Busy() | Unavailable() | OSError():  # whose own words may name what nobody should read
                log.warning("%s waits: %s", name, type(error).__name__)
                await self._postpone(letter)
            case _:  # a letter that cannot be worded must not hold up the others
                log.error("%s cannot be sent", name, exc_info=error)
                await self._postpone(letter)

    def _halt(self, halted: Halted) -> None:
        self._halts += not self._rate.is_halted  # what was on its way already halts it once
        seconds = halted.seconds or jittered(HALT, LONGEST_HALT, self._halts)
        log.warning("%s takes nothing for %.0f s: %s", self._channel, seconds, halted)
        self._rate.halt(seconds)

    async def _postpone(self, letter: Letter) -> None:
        await self._put_aside(letter, partial(postbag.postpone, letter=letter, pause=_pause(letter)))

    async def _put_aside(self, letter: Letter, work: Work[str]) -> None:
        """Mark `letter`, which was not sent: it may go by mail now, or whoever waits for it is to be told."""
        self._told(letter, await marked(self._db, work))
        self._bell.ring(LETTERS)

    async def _finish(self, letter: Letter, state: str) -> None:
        await marked(self._db, partial(postbag.finish, letter=letter, state=state))
        self._told(letter, state)

    def _told(self, letter: Letter, outcome: str) -> None:
        self._outcomes[outcome] += 1
        self._metrics.letter(letter, outcome)


async def _settled(on_their_way: Collection[asyncio.Task[None]], *, within: float | None = None) -> None:
    """Wait for what is on its way, and end what is not done `within` so many seconds."""
    if on_their_way:
        _, late = await asyncio.wait(on_their_way, timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*on_their_way, return_exceptions=True)


def _pause(letter: Letter) -> timedelta:
    return timedelta(seconds=jittered(PAUSE, LONGEST, letter.attempts))


def _until_next(tx: Transaction, channel: str) -> float:
    """Return how many seconds to wait for a knock: no longer than until the next letter is due."""
    due = postbag.next_due(tx, channel)
    return PATIENCE if due is None else min(PATIENCE, max(SHORTEST, (due - tx.now).total_seconds()))


def _is_any_due(tx: Transaction, channel: str) -> bool:
    due = postbag.next_due(tx, channel)
    return due is not None and due <= tx.now
