"""What was said is forgotten in the end, as visits are."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from storage import agents, bubbles, housekeeping, shown, talks
from storage.database import Database, Transaction
from storage.shown import Shown
from tests.conftest import HandClock
from tests.factories import YOKOHAMA
from tests.storage import acts


def emptied(tx: Transaction, table: str) -> bool:
    return tx.rows(f"SELECT * FROM {table}") == []


async def test_what_was_said_is_forgotten_and_a_talk_that_nobody_goes_on_with(db: Database, clock: HandClock) -> None:
    agent = await db.run(lambda tx: acts.coming(tx, "sato"))
    for chat in ("web:1", "telegram:1", "telegram:2"):  # the last of a stranger, of whom nothing but that is known
        left = await db.run(partial(talks.find, chat=chat, language="ja"))
        if chat != "telegram:2":
            left = replace(left, step="day", draft={"name": "佐藤"})
            await db.run(partial(talks.bind, chat=chat, agent=agent.id))
        await db.run(partial(talks.save, talk=left))
        await db.run(partial(bubbles.add, chat=chat, side="agent", content="{}"))
        await db.run(partial(shown.put, shown=Shown(chat, 1, 10)))
    clock.now += YOKOHAMA.erase_after - timedelta(seconds=1)
    await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
    assert len(await db.read(lambda tx: tx.rows("SELECT id FROM chat"))) == 3
    clock.forward(seconds=1)
    await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
    rows = await db.read(lambda tx: tx.rows("SELECT id, step, draft FROM chat"))
    assert [(row["id"], row["step"], row["draft"]) for row in rows] == [("telegram:1", "menu", "{}")]
    for table in ("bubble", "shown"):
        assert await db.read(partial(emptied, table=table)), table


async def test_an_agent_of_whom_no_visit_is_left_is_forgotten_so_long_after_their_last_word(
    db: Database, clock: HandClock
) -> None:
    """ASVS 14.2.4."""
    agent = await db.run(lambda tx: acts.coming(tx, "sato"))
    clock.forward(days=50)
    talk = await db.run(partial(talks.find, chat="telegram:1", language="ja"))
    await db.run(partial(talks.bind, chat="telegram:1", agent=agent.id))
    await db.run(partial(talks.save, talk=talk))
    clock.forward(days=364)
    await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
    assert await db.read(partial(agents.known, agent=agent.id)) == agent
    clock.forward(days=1)
    await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
    assert await db.read(partial(emptied, table="agent"))
    assert await db.read(partial(talks.agent_of, chat="telegram:1")) is None


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
        self.alone, self.one_by_one, self.fill = tx.alone, tx.one_by_one, tx.fill

    def lock_if_free(self, table: str, key: str) -> bool:
        return False
