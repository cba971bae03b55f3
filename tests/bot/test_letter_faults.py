"""The k-th SQL call of claiming, wording, sending and marking a letter fails, for every k: it is sent, and once."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from bot.bell import Bell
from bot.delivery import into_web_chat
from bot.metrics import Metrics
from bot.postman import Carry, Postman
from bot.rate import Rate
from rules.model import Booking
from storage import books, bubbles, talks
from storage.database import Database, Transaction, Unavailable
from storage.files import opened
from storage.migrate import migrate
from tests.bot.letterbox import PREMISES, Letterbox
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, slot
from tests.storage.acts import booking
from tests.storage.faults import Faults


def sent_by_mail(db: Database, sent: list[str]) -> Carry:
    box = Letterbox(db)
    box.sent = sent
    return box.carry


def sent_into_web_chat(db: Database, _: list[str]) -> Carry:
    return into_web_chat(db, PREMISES, Bell())


def signed_in(tx: Transaction) -> Booking:
    made = booking("sato", slot("2026-12-01"))(tx)
    assert isinstance(made, Booking)
    talks.find(tx, made.chat, language="ja")
    talks.bind(tx, made.chat, made.agent)
    return made


@pytest.mark.parametrize(("channel", "carrying"), [("mail", sent_by_mail), ("web", sent_into_web_chat)])
async def test_the_kth_fault_while_a_letter_is_sent(
    tmp_path: Path,
    clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
    channel: str,
    carrying: Callable[[Database, list[str]], Carry],
) -> None:
    monkeypatch.setattr("bot.marking.MARKING", (0.0, 0.0))
    for k in count(1):
        clock.set("2026-11-26 10:00:00")
        faults, sent = Faults(), list[str]()
        db = await opened(tmp_path / f"{k}.db", clock=clock, connect=faults.connect)
        await migrate(db)
        made = await db.run(signed_in)
        await db.run(lambda tx: tx.rows("DELETE FROM letter WHERE kind = 'confirmation'"))
        clock.set("2026-11-30 12:00:00")
        postman = Postman(db, Bell(), carrying(db, sent), rate=Rate(1000), metrics=Metrics(clock), channel=channel)
        faults.arm(k)
        with suppress(Unavailable):
            await postman.drain()
        has_fired = faults.has_fired
        faults.arm(0)
        clock.set("2026-11-30 12:10:00")  # beyond every pause and lease
        await postman.drain()
        if channel == "web":
            sent = [found.about for found in await db.read(lambda tx: bubbles.letters(tx, made.chat))]  # noqa: B023
        assert len(sent) == 1
        deadline = "SELECT state FROM letter WHERE kind = 'deadline' AND channel = ?"
        rows = await db.read(lambda tx: tx.rows(deadline, channel))  # noqa: B023
        assert [row["state"] for row in rows] == ["sent"]
        await db.close()
        if not has_fired:
            break
    assert k > 15


async def test_a_reminder_that_was_sent_of_what_was_cancelled_before_is_named(db: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await db.run(signed_in)
    clock.set("2026-11-30 08:00:00")
    await db.run(lambda tx: tx.rows("UPDATE booking SET state = 'cancelled', version = 2"))
    earlier = "INSERT INTO earlier VALUES (?, 1, '2026-12-01', 10, '1', '2026-11-29T23:00:00.000Z')"
    await db.run(lambda tx: tx.rows(earlier, made.id))
    await db.run(lambda tx: tx.rows("UPDATE letter SET state = 'sent' WHERE kind = 'deadline'"))
    wrong = (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong
    assert f"letter: deadline was sent of {made.code}, which was cancelled before" in wrong
