"""The box of letters."""

from datetime import timedelta
from functools import partial

from storage import letters
from storage.database import Database, Transaction
from storage.letters import ATTEMPTS, LEASE, Letter
from tests.conftest import HandClock


def state(tx: Transaction) -> list[tuple[str, int]]:
    return [(row["state"], row["attempts"]) for row in tx.rows("SELECT * FROM letter ORDER BY about")]


async def claim(db: Database, owner: str = "postman") -> list[Letter]:
    return list(await db.run(lambda tx: letters.claim(tx, owner, most=10)))


async def test_a_letter_is_put_once_however_often_and_sent_once(db: Database) -> None:
    for _ in range(3):
        await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    (letter,) = await claim(db)
    assert (letter.kind, letter.subject, letter.attempts) == ("confirmation", "a:1", 1)
    assert await claim(db) == []
    await db.run(lambda tx: letters.finish(tx, letter, "sent"))
    assert await db.read(state) == [("sent", 1)]
    assert await db.read(letters.next_due) is None


async def test_no_more_are_claimed_than_asked_for_and_none_before_it_is_due(db: Database, clock: HandClock) -> None:
    later = clock.now + timedelta(hours=1)
    await db.run(lambda tx: letters.put(tx, "reminder", "a", due=later, useless_after=later))
    assert await claim(db) == []
    assert await db.read(letters.next_due) == later
    clock.forward(hours=1)
    for n in range(12):
        await db.run(partial(letters.put, kind="reminder", subject=str(n)))
    assert len(await claim(db)) == 10
    assert len(await claim(db)) == 3


async def test_a_letter_whose_sender_is_gone_is_taken_over_and_the_late_one_changes_nothing(
    db: Database, clock: HandClock
) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    (first,) = await claim(db, "gone")
    assert await db.read(letters.next_due) == clock.now + LEASE
    clock.forward(seconds=LEASE.total_seconds())
    (second,) = await claim(db, "next")
    await db.run(lambda tx: letters.finish(tx, first, "failed"))
    await db.run(lambda tx: letters.postpone(tx, first))
    assert await db.read(state) == [("leased", 2)]
    await db.run(lambda tx: letters.finish(tx, second, "sent"))
    assert await db.read(state) == [("sent", 2)]


async def test_a_program_that_starts_alone_takes_over_at_once(db: Database) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    await claim(db, "gone")
    assert await claim(db, "next") == []
    await db.run(letters.take_over)
    assert [letter.attempts for letter in await claim(db, "next")] == [2]


async def test_what_cannot_be_sent_is_tried_again_ever_more_rarely_and_not_for_ever(
    db: Database, clock: HandClock
) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    pauses = []
    for _ in range(ATTEMPTS):
        (letter,) = await claim(db)
        await db.run(partial(letters.postpone, letter=letter))
        due = await db.read(letters.next_due)
        if due is not None:
            pauses.append((due - clock.now).total_seconds())
            clock.now = due
    assert pauses == [10, 20, 40, 80, 160, 320, 640]
    assert await db.read(state) == [("failed", ATTEMPTS)]
    assert await claim(db) == []


async def test_what_is_due_later_and_whether_all_was_sent(db: Database, clock: HandClock) -> None:
    later = clock.now + timedelta(hours=1)
    await db.run(lambda tx: letters.put(tx, "proof", "now"))
    await db.run(lambda tx: letters.put(tx, "proof", "later", due=later))
    assert await db.read(lambda tx: letters.upcoming(tx, most=3)) == [(later, "proof")]
    assert not await db.read(lambda tx: letters.are_all_sent(tx, clock.now))
    (claimed,) = await db.run(lambda tx: letters.claim(tx, "postman", most=9))
    assert not await db.read(lambda tx: letters.are_all_sent(tx, clock.now))
    await db.run(lambda tx: letters.finish(tx, claimed, "sent"))
    assert await db.read(lambda tx: letters.are_all_sent(tx, clock.now))
    await db.run(lambda tx: letters.withdraw(tx, "proof", "later"))
    assert await db.read(lambda tx: letters.upcoming(tx, most=3)) == []
