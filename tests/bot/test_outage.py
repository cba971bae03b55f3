"""The postman where something is out of order: the channel, the database, the program itself."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.bell import Bell
from bot.channels.unsent import Halted
from bot.metrics import Metrics
from bot.postman import LETTERS, Postman
from bot.rate import Rate
from rules.model import Booking
from storage import letters, postbag
from storage.database import Database, Unavailable
from storage.files import opened
from storage.letters import Letter
from storage.migrate import migrate
from storage.opening import open_database
from tests.bot.letterbox import Letterbox, postman, states
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, slot
from tests.storage.acts import booking
from tests.storage.faults import Faults


async def test_a_closed_database_does_not_end_the_postman(tmp_path: Path, clock: HandClock) -> None:
    db = await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=clock)
    bell = Bell()
    works = asyncio.create_task(postman(Letterbox(db), bell).work())
    await db.close()
    bell.ring(LETTERS)
    await asyncio.sleep(0.05)
    assert not works.done()
    works.cancel()
    await asyncio.gather(works, return_exceptions=True)


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
    box, bell, outcomes = Letterbox(sqlite), Bell(), list[str]()
    for _ in range(2):  # and once more, after another start
        caplog.clear()
        with caplog.at_level("INFO"):
            works = asyncio.create_task(postman(box, bell).work())
            async with asyncio.timeout(20):
                while await sqlite.read(postbag.next_due) != at("2026-12-01 08:00:00"):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
            works.cancel()
            await asyncio.gather(works, return_exceptions=True)
        outcomes.append(caplog.text.rpartition("after the start: ")[2].strip())
    assert [about.partition(":")[0] for about in box.sent] == ["deadline"] * 40
    assert len(set(box.sent)) == 40
    assert outcomes == ["41 skipped, 40 sent", ""]


async def test_a_channel_that_takes_nothing_halts_as_long_as_it_says_and_no_letter_is_at_fault(
    sqlite: Database,
) -> None:
    box = Letterbox(sqlite, Halted("429", seconds=0.3))
    await sqlite.run(booking("sato", slot("2026-11-30")))
    begun = time.monotonic()
    await postman(box).drain()
    assert 0.3 <= time.monotonic() - begun < 3
    assert await sqlite.read(states) == [("sent", 1)]


async def test_what_is_sent_is_marked_though_the_database_cannot_commit_for_a_moment(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.marking.MARKING", (0.0, 0.0))
    faults = Faults()
    db = await opened(tmp_path / "yoyaku.db", clock=clock, connect=faults.connect)
    await migrate(db)
    await db.run(booking("sato", slot("2026-11-30")))
    box = Letterbox(db)

    async def carry(letter: Letter) -> bool:
        was_sent = await box.carry(letter)
        faults.arm(1, only="COMMIT")
        return was_sent

    await Postman(db, Bell(), carry, rate=Rate(1000), metrics=Metrics(HandClock())).drain()
    assert len(box.sent) == 1
    assert await db.read(states) == [("sent", 1)]
    await db.close()


async def test_what_is_on_its_way_is_finished_when_the_program_stops(sqlite: Database) -> None:
    begun, sent = asyncio.Event(), list[str]()

    async def slow(letter: Letter) -> bool:
        begun.set()
        await asyncio.sleep(0.2)
        sent.append(letter.about)
        return True

    await sqlite.run(booking("sato", slot("2026-11-30")))
    works = asyncio.create_task(Postman(sqlite, Bell(), slow, rate=Rate(1000), metrics=Metrics(HandClock())).work())
    await begun.wait()
    works.cancel()
    await asyncio.gather(works, return_exceptions=True)
    assert len(sent) == 1
    assert await sqlite.read(states) == [("sent", 1)]


async def test_one_trouble_of_the_channel_is_one_halt_however_many_are_on_their_way(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.postman.HALT", 0.2)
    for n in range(4):
        await sqlite.run(booking(f"agent{n}", slot("2026-11-30")))
    box = Letterbox(sqlite, *[Halted("not there")] * 4)
    begun = time.monotonic()
    await postman(box).drain()
    assert time.monotonic() - begun < 1
    assert len(box.sent) == 4


async def test_what_is_on_its_way_is_finished_though_the_next_cannot_be_claimed(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.postman.GRACE", 0.0)
    sent: list[str] = []

    async def slow(letter: Letter) -> bool:
        await asyncio.sleep(0.3)
        sent.append(letter.about)
        return True

    for n in range(2):
        await sqlite.run(booking(f"agent{n}", slot("2026-11-30")))
    works = Postman(sqlite, Bell(), slow, rate=Rate(1), metrics=Metrics(HandClock()))
    looks = iter([(), True])  # nobody is gone, a letter is due

    async def looking(work: object) -> object:
        for found in looks:
            return found
        raise Unavailable

    sending = asyncio.create_task(works.drain())
    monkeypatch.setattr(sqlite, "read", looking)
    with pytest.raises(Unavailable):
        await sending
    monkeypatch.undo()
    assert len(sent) == 1
    assert sorted(await sqlite.read(states)) == [("pending", 0), ("sent", 1)]
