"""The postman: each letter once, whatever fails on the way."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from bot.bell import Bell
from bot.channels.smtp import Undeliverable
from bot.clock import clock
from bot.postman import LETTERS, Postman
from handlers.letters.mail import Mail
from handlers.turn import Premises
from rules.model import Booking
from storage import letters
from storage.database import Database, Transaction
from storage.opening import open_database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, slot
from tests.storage.acts import booking

PREMISES = Premises(YOKOHAMA, b"secret", "http://127.0.0.1", "yoyaku@example.jp")


class Letterbox:
    """Takes mails, or refuses the next few."""

    def __init__(self, failing: int = 0) -> None:
        self.failing = failing
        self.sent: list[str] = []

    async def send(self, mail: Mail, about: str) -> None:
        if self.failing:
            self.failing -= 1
            raise OSError("no space left")
        self.sent.append(about)


def states(tx: Transaction) -> list[tuple[str, int]]:
    return [
        (row["state"], row["attempts"])
        for row in tx.rows("SELECT state, attempts FROM letter WHERE due <= put OR attempts > 0 ORDER BY put, id")
    ]


async def test_a_letter_is_sent_once_and_marked(sqlite: Database) -> None:
    box = Letterbox()
    postman = Postman(sqlite, PREMISES, box.send, Bell())
    assert await postman.round() == 0
    await sqlite.run(booking("sato", slot("2026-11-30")))
    assert await postman.round() == 1
    assert await postman.round() == 0
    assert len(box.sent) == 1
    assert await sqlite.read(states) == [("sent", 1)]


async def test_what_cannot_be_sent_waits_and_is_sent_later(sqlite: Database, clock: HandClock) -> None:
    box = Letterbox(failing=2)
    postman = Postman(sqlite, PREMISES, box.send, Bell())
    await sqlite.run(booking("sato", slot("2026-11-30")))
    for seconds in (0, 10, 20):
        clock.forward(seconds=seconds)
        await postman.round()
    assert len(box.sent) == 1
    assert await sqlite.read(states) == [("sent", 3)]


async def test_a_letter_that_is_of_no_use_is_skipped_and_one_that_cannot_be_worded_holds_up_no_other(
    sqlite: Database,
) -> None:
    box = Letterbox()
    postman = Postman(sqlite, PREMISES, box.send, Bell())
    await sqlite.run(lambda tx: letters.put(tx, "confirmation", "gone:1"))
    await sqlite.run(lambda tx: letters.put(tx, "unheard-of", "x"))
    await sqlite.run(booking("sato", slot("2026-11-30")))
    await postman.round()
    assert sorted(await sqlite.read(states)) == [("pending", 1), ("sent", 1), ("skipped", 1)]


async def test_a_knock_wakes_the_postman(sqlite: Database) -> None:
    bell, box = Bell(), Letterbox()
    postman = asyncio.create_task(Postman(sqlite, PREMISES, box.send, bell).work())
    await asyncio.sleep(0.05)
    await sqlite.run(booking("sato", slot("2026-11-30")))
    bell.ring(LETTERS)
    async with asyncio.timeout(5):
        while not box.sent:  # noqa: ASYNC110  what is waited for is in the box
            await asyncio.sleep(0.01)
    postman.cancel()
    await asyncio.gather(postman, return_exceptions=True)


async def test_a_closed_database_does_not_end_the_postman(tmp_path: Path, clock: HandClock) -> None:
    db = await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)
    bell = Bell()
    postman = asyncio.create_task(Postman(db, PREMISES, Letterbox().send, bell).work())
    await db.close()
    bell.ring(LETTERS)
    await asyncio.sleep(0.05)
    assert not postman.done()
    postman.cancel()
    await asyncio.gather(postman, return_exceptions=True)


async def test_the_clock_knocks_and_decides_nothing() -> None:
    knocks: list[None] = []
    ticking = clock(lambda: knocks.append(None))
    ticking.start()
    (job,) = ticking.get_jobs()
    assert job.misfire_grace_time is None
    assert job.coalesce
    await job.func()
    ticking.shutdown(wait=False)
    assert knocks == [None]


async def test_a_ring_between_two_waits_is_not_lost() -> None:
    bell = Bell()
    with bell.listener("a") as rings:
        bell.ring("a")
        bell.ring("b")
        assert await rings.wait(0.1)
        assert not await rings.wait(0.01)
        bell.close()
        assert await rings.wait(0.1)
        assert bell.is_closing
    bell.ring("a")


async def test_what_nobody_will_take_is_not_tried_again(sqlite: Database, clock: HandClock) -> None:
    async def refused(mail: Mail, about: str) -> None:
        raise Undeliverable(about)

    postman = Postman(sqlite, PREMISES, refused, Bell())
    await sqlite.run(booking("sato", slot("2026-11-30")))
    for _ in range(3):
        await postman.round()
        clock.forward(minutes=10)
    assert await sqlite.read(states) == [("failed", 1)]


async def test_after_an_outage_what_is_late_is_sent_once_and_what_is_of_no_use_is_dropped(
    sqlite: Database, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    """Stopped from 08:00 to 13:00 on a day before 40 visits: the warnings are dropped, the deadlines said."""
    clock.set("2026-11-26 10:00:00")
    for n in range(40):
        where = slot("2026-12-01", YOKOHAMA.hours[n % 6])
        assert isinstance(await sqlite.run(booking(f"agent{n}", where)), Booking)
    await sqlite.run(lambda tx: tx.rows("UPDATE letter SET state = 'sent' WHERE kind = 'confirmation'"))
    clock.set("2026-11-30 13:00:00")
    await sqlite.run(lambda tx: letters.put(tx, "confirmation", "gone:1"))  # somebody is waiting, and goes first
    box, bell, outcomes = Letterbox(), Bell(), list[str]()
    for _ in range(2):  # and once more, after another start
        caplog.clear()
        with caplog.at_level("INFO"):
            postman = asyncio.create_task(Postman(sqlite, PREMISES, box.send, bell).work())
            async with asyncio.timeout(20):
                while await sqlite.read(letters.next_due) != at("2026-12-01 08:00:00"):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
            postman.cancel()
            await asyncio.gather(postman, return_exceptions=True)
        outcomes.append(caplog.text.rpartition("after the start: ")[2].strip())
    assert [about.partition(":")[0] for about in box.sent] == ["deadline"] * 40
    assert len(set(box.sent)) == 40
    assert outcomes == ["41 skipped, 40 sent", ""]


async def test_the_mail_that_somebody_waits_for_goes_before_the_others(sqlite: Database) -> None:
    for n in range(20):
        await sqlite.run(partial(letters.put, kind="deadline", subject=str(n)))
    await sqlite.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    await sqlite.run(lambda tx: letters.put(tx, "proof", "nonce"))
    claimed = await sqlite.run(lambda tx: letters.claim(tx, "postman", most=3))
    assert sorted(letter.kind for letter in claimed) == ["confirmation", "deadline", "proof"]
