"""Turns of a talk while 50 confirmations are sent, each with its picture: no turn may wait for them."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from statistics import quantiles

from bot.bell import Bell
from bot.card.files import Files
from bot.card.picture import Painter
from bot.channels import webchat
from bot.delivery import into_maildir
from bot.metrics import Metrics
from bot.web.session import Sessions
from bot.web.site import Site
from handlers.letters.mail import Mail
from handlers.letters.worded import worded
from handlers.turn import Premises, Said
from rules.model import Booking, Slot
from rules.window import window
from storage.database import Database
from storage.letters import Letter
from storage.opening import open_database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers
from tests.figures import Figures, at_most
from tests.storage.acts import booking

CARDS = 50
ROUNDS = 2  # the better one counts: what else the machine does only adds
MOST = 20.0  # milliseconds
PAUSE = 0.01  # seconds between two turns of the talk
PREMISES = Premises(YOKOHAMA, b"a secret of benches, long enough", "http://127.0.0.1:8000", "yoyaku@example.jp")


def figures() -> Figures:
    """Measure how much later the slowest turn is answered while cards are drawn."""
    delays = [asyncio.run(delay(CARDS)) for _ in range(ROUNDS)]
    slowest, hundredth, _ = (max(min(each), 0.0) for each in zip(*delays, strict=True))
    return [
        at_most(f"the slowest turn, later beside {CARDS} cards", slowest, MOST),
        at_most("the slowest of a hundred turns, later", hundredth, MOST),
    ]


async def delay(cards: int) -> tuple[float, float, float]:
    """Return by how many milliseconds turns are later than alone while `cards` confirmations are sent.

    Of the slowest turn, and of the slowest in a hundred; then how many milliseconds a confirmation took. It is
    worded, drawn, composed with its calendar file, and put into the Maildir, as the postman does it.
    """
    with tempfile.TemporaryDirectory() as folder:
        clock, painter = HandClock(), Painter()
        db = await open_database(f"sqlite:///{Path(folder) / 'yoyaku.db'}", clock=clock)
        try:
            files = Files(db, PREMISES, painter)
            sessions = Sessions(PREMISES.secret, is_secure=False)
            send = into_maildir(
                Site(db, PREMISES, sessions, Bell(), files, Path(folder) / "mail", clock, Metrics(clock))
            )
            mails = [await _confirmation(db, n) for n in range(cards + 1)]
            await send(mails.pop(), "first")  # the process is there
            begun = time.monotonic()
            sending = asyncio.gather(*(send(mail, str(n)) for n, mail in enumerate(mails)))
            beside = await talked(db, clock, until=sending)
            taken = time.monotonic() - begun
            alone = await talked(db, clock, until=asyncio.sleep(taken))
        finally:
            painter.close()
            await db.close()
    late = (max(beside) - max(alone), quantiles(beside, n=100)[-1] - quantiles(alone, n=100)[-1])
    return late[0] * 1000, late[1] * 1000, taken / cards * 1000


async def _confirmation(db: Database, n: int) -> Mail:
    """Return the confirmation of a booking that is made for it."""
    days = window(YOKOHAMA, now=HandClock().now)
    where = Slot(days[n // YOKOHAMA.places % len(days)], YOKOHAMA.hours[n % len(YOKOHAMA.hours)])
    made = await db.run(booking(f"agent{n}", where, numbers(3, 1000 + 3 * n)))
    assert isinstance(made, Booking), made
    about = f"{made.id}:{made.version}"
    letter = Letter("", "", "confirmation", about, 1, "")
    mail = await db.read(lambda tx: worded(tx, PREMISES, letter))
    assert mail is not None
    return mail


async def talked(db: Database, clock: HandClock, *, until: Awaitable[object]) -> Sequence[float]:
    """Let chats say something until `until` is done; return how many seconds each turn took."""
    done = asyncio.ensure_future(until)
    taken: list[float] = []
    for n in count():
        if done.done():
            return taken
        clock.forward(seconds=2)
        said = Said(
            f"web:{n % 50}", f"{time.monotonic_ns()}", text=("予約する", "ヘルプ", "最初から")[n % 3], origin="x"
        )
        begun = time.monotonic()
        await db.run(partial(webchat.turn, premises=PREMISES, said=said))
        taken.append(time.monotonic() - begun)
        await asyncio.sleep(PAUSE)
    raise AssertionError
