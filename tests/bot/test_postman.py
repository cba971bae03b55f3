"""The postman: each letter once, whatever fails on the way."""

import asyncio
from functools import partial

import pytest

from bot.bell import Bell
from bot.channels.unsent import Undeliverable
from bot.clock import clock
from bot.postman import LETTERS
from storage import letters, postbag
from storage.database import Database
from tests.bot.letterbox import Letterbox, postman, states
from tests.conftest import HandClock
from tests.factories import slot
from tests.storage.acts import booking


async def test_a_letter_is_sent_once_and_marked(sqlite: Database) -> None:
    box = Letterbox(sqlite)
    works = postman(box)
    await works.drain()
    assert box.sent == []
    await sqlite.run(booking("sato", slot("2026-11-30")))
    for _ in range(2):
        await works.drain()
    assert len(box.sent) == 1
    assert await sqlite.read(states) == [("sent", 1)]


async def test_what_cannot_be_sent_waits_and_is_sent_later(sqlite: Database, clock: HandClock) -> None:
    box = Letterbox(sqlite, OSError("no space left"), RuntimeError("a bug"))
    await sqlite.run(booking("sato", slot("2026-11-30")))
    for seconds in (0, 13, 26):
        clock.forward(seconds=seconds)
        await postman(box).drain()
    assert len(box.sent) == 1
    assert await sqlite.read(states) == [("sent", 3)]


async def test_a_letter_that_is_of_no_use_is_skipped_and_one_that_cannot_be_worded_holds_up_no_other(
    sqlite: Database,
) -> None:
    box = Letterbox(sqlite)
    await sqlite.run(lambda tx: letters.put(tx, "confirmation", "gone:1"))
    await sqlite.run(lambda tx: letters.put(tx, "unheard-of", "x"))
    await sqlite.run(booking("sato", slot("2026-11-30")))
    await postman(box).drain()
    assert sorted(await sqlite.read(states)) == [("pending", 1), ("sent", 1), ("skipped", 1)]


async def test_a_knock_wakes_the_postman(sqlite: Database) -> None:
    bell, box = Bell(), Letterbox(sqlite)
    works = asyncio.create_task(postman(box, bell).work())
    await asyncio.sleep(0.05)
    await sqlite.run(booking("sato", slot("2026-11-30")))
    bell.ring(LETTERS)
    async with asyncio.timeout(5):
        while not box.sent:  # noqa: ASYNC110  what is waited for is in the box
            await asyncio.sleep(0.01)
    works.cancel()
    await asyncio.gather(works, return_exceptions=True)


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
    box = Letterbox(sqlite, Undeliverable("they do not exist"))
    await sqlite.run(booking("sato", slot("2026-11-30")))
    for _ in range(3):
        await postman(box).drain()
        clock.forward(minutes=10)
    assert box.sent == []
    assert await sqlite.read(states) == [("failed", 1)]


async def test_the_mail_that_somebody_waits_for_goes_before_the_others(sqlite: Database) -> None:
    for n in range(20):
        await sqlite.run(partial(letters.put, kind="deadline", subject=str(n)))
    await sqlite.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    await sqlite.run(lambda tx: letters.put(tx, "proof", "nonce"))
    claimed = await sqlite.run(lambda tx: postbag.claim(tx, "postman", most=3))
    assert [letter.kind for letter in claimed] == ["proof", "confirmation", "deadline"]


async def test_what_takes_too_long_may_have_been_sent(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.postman.LONGEST_SEND", 0.05)
    box = Letterbox(sqlite)

    async def endless(_: object) -> bool:
        await asyncio.sleep(3600)
        return True

    monkeypatch.setattr(box, "carry", endless)
    await sqlite.run(booking("sato", slot("2026-11-30")))
    await postman(box).drain()
    lost = "SELECT MAX(lost) AS lost, MAX(attempts) AS attempts FROM letter"
    row = await sqlite.read(lambda tx: tx.row(lost))
    assert row is not None
    assert (row["lost"], row["attempts"]) == (1, 1)
