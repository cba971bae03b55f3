"""What was said is forgotten in the end, as visits are."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from storage import bubbles, housekeeping, talks
from storage.database import Database, Transaction
from tests.conftest import HandClock
from tests.factories import YOKOHAMA


async def test_what_was_said_is_forgotten_and_a_talk_that_nobody_goes_on_with(db: Database, clock: HandClock) -> None:
    for chat in ("web:1", "telegram:1"):
        left = replace(await db.run(partial(talks.find, chat=chat, language="ja")), step="day", draft={"name": "佐藤"})
        await db.run(partial(talks.save, talk=left))
        await db.run(partial(bubbles.add, chat=chat, side="agent", content="{}"))
    clock.now += YOKOHAMA.erase_after - timedelta(seconds=1)
    await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
    assert len(await db.read(lambda tx: tx.rows("SELECT id FROM chat"))) == 2
    clock.forward(seconds=1)
    await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
    rows = await db.read(lambda tx: tx.rows("SELECT id, step, draft FROM chat"))
    assert [(row["id"], row["step"], row["draft"]) for row in rows] == [("telegram:1", "menu", "{}")]
    assert await db.read(lambda tx: tx.rows("SELECT * FROM bubble")) == []


async def test_a_chat_that_is_in_use_is_left_for_the_next_round(db: Database, clock: HandClock) -> None:
    left = await db.run(partial(talks.find, chat="web:1", language="ja"))
    await db.run(partial(talks.save, talk=left))
    clock.now += YOKOHAMA.erase_after
    await db.run(lambda tx: housekeeping.sweep(InUse(tx), YOKOHAMA))
    assert len(await db.read(lambda tx: tx.rows("SELECT id FROM chat"))) == 1


class InUse:
    """A transaction in which every other chat is in use."""

    def __init__(self, tx: Transaction) -> None:
        self.now, self.rows, self.row, self.lock = tx.now, tx.rows, tx.row, tx.lock

    def lock_if_free(self, table: str, key: str) -> bool:
        return False
