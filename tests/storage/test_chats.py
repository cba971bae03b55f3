"""Talks, what was said in them, and addresses being proven."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from rules.refusal import Refusal
from storage import bubbles, talks, verifications
from storage.database import Database, Transaction
from storage.talks import Talk
from storage.verifications import Verification
from tests.conftest import HandClock
from tests.factories import YOKOHAMA


def asking(chat: str, address: str, origin: str = "198.51.100.1") -> Callable[[Transaction], Verification | Refusal]:
    return lambda tx: verifications.ask(tx, YOKOHAMA, chat, address, notice=YOKOHAMA.notices[0], origin=origin)


async def test_a_talk_begins_and_is_found_where_it_was_left(db: Database, clock: HandClock) -> None:
    begun = await db.run(lambda tx: talks.find(tx, "web:1", language="ja"))
    assert begun == Talk("web:1", "ja")
    left = replace(
        begun, step="day", draft={"kinds": ["change"], "数": "１"}, path=("mode",), offered=("a", "b"), revision=4
    )
    clock.forward(hours=1)
    await db.run(lambda tx: talks.save(tx, left))
    assert await db.run(lambda tx: talks.find(tx, "web:1", language="en")) == replace(left, spoke=clock.now)


async def test_an_update_is_new_once_and_turns_are_counted_by_the_minute(db: Database, clock: HandClock) -> None:
    heard = [await db.run(partial(talks.is_new, update=n, chat="web:1")) for n in ("1", "1", "2")]
    assert heard == [True, False, True]
    assert await db.read(lambda tx: talks.turns_lately(tx, "web:1")) == 2
    clock.forward(minutes=1)
    assert await db.read(lambda tx: talks.turns_lately(tx, "web:1")) == 0


async def test_bubbles_are_added_and_the_last_is_written_anew(db: Database) -> None:
    for side, content in (("office", "one"), ("agent", "two"), ("office", "three")):
        await db.run(partial(bubbles.add, chat="web:1", side=side, content=content))
    await db.run(lambda tx: bubbles.rewrite(tx, "web:1", "drei"))
    said = await db.read(lambda tx: bubbles.since(tx, "web:1"))
    assert [(b.number, b.change, b.side, b.content) for b in said] == [
        (1, 1, "office", "one"),
        (2, 2, "agent", "two"),
        (3, 4, "office", "drei"),
    ]
    assert [b.content for b in await db.read(lambda tx: bubbles.since(tx, "web:1", 2))] == ["drei"]
    assert [b.content for b in await db.read(lambda tx: bubbles.since(tx, "web:1", most=2))] == ["two", "drei"]
    await db.run(lambda tx: talks.forget(tx, "web:1"))
    assert await db.read(lambda tx: bubbles.since(tx, "web:1")) == []


async def test_the_newest_link_wins_within_one_chat_and_each_works_once(db: Database) -> None:
    first = await db.run(asking("web:1", "sato@example.jp"))
    other = await db.run(asking("web:2", "sato@example.jp"))
    second = await db.run(asking("web:1", "sato@example.jp"))
    assert isinstance(first, Verification)
    assert isinstance(second, Verification)
    assert isinstance(other, Verification)
    assert await db.read(lambda tx: verifications.of_chat(tx, "web:1")) == second
    assert await db.read(lambda tx: verifications.of_chat(tx, "web:2")) == other
    await db.run(lambda tx: verifications.count_try(tx, second))
    await db.run(lambda tx: verifications.use(tx, second))
    assert await db.read(lambda tx: verifications.find(tx, second.nonce)) == replace(
        second, tries=1, is_open=False, is_used=True
    )
    assert await db.read(lambda tx: verifications.find(tx, first.nonce)) == replace(first, is_open=False)
    assert await db.read(lambda tx: verifications.of_chat(tx, "web:1")) is None
    assert await db.read(lambda tx: verifications.find(tx, "none")) is None


async def test_mails_are_limited_by_chat_by_address_and_by_origin(db: Database, clock: HandClock) -> None:
    by_chat = [await db.run(asking("web:1", f"a{n}@example.jp", "1")) for n in range(4)]
    assert [asked is Refusal.TOO_MANY_MAILS for asked in by_chat] == [False, False, False, True]
    by_address = [await db.run(asking(f"web:1{n}", f"sato+{n}@example.jp", str(n))) for n in range(6)]
    assert [asked is Refusal.TOO_MANY_MAILS for asked in by_address] == [False] * 5 + [True]
    by_origin = [await db.run(asking(f"web:2{n}", f"b{n}@example.jp", "x")) for n in range(31)]
    assert by_origin.count(Refusal.TOO_MANY_MAILS) == 1
    assert isinstance(await db.run(asking("web:30", "c@example.jp", "")), Verification)
    clock.now += timedelta(hours=1)
    assert isinstance(await db.run(asking("web:1", "d@example.jp")), Verification)


async def test_a_page_that_shows_what_was_forgotten_is_told(db: Database) -> None:
    await db.run(lambda tx: talks.find(tx, "web:1", language="ja"))
    for content in ("{}", "{}"):
        change = await db.run(partial(bubbles.add, chat="web:1", side="agent", content=content))
    assert not await db.read(lambda tx: bubbles.is_cleared(tx, "web:1", change))
    await db.run(lambda tx: bubbles.clear(tx, "web:1"))
    assert await db.read(lambda tx: bubbles.is_cleared(tx, "web:1", change))
    assert not await db.read(lambda tx: bubbles.is_cleared(tx, "web:1", 1))  # it shows the greeting alone
