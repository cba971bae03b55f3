"""The box of letters."""

from datetime import timedelta
from functools import partial

from storage import leases, letters, postbag
from storage.database import Database, Transaction
from storage.leases import LEASE
from storage.letters import Letter
from storage.postbag import END, LOST, TRIES
from tests.conftest import HandClock


def state(tx: Transaction) -> list[tuple[str, int]]:
    return [(row["state"], row["attempts"]) for row in tx.rows("SELECT * FROM letter ORDER BY about")]


async def claim(db: Database, owner: str = "postman") -> list[Letter]:
    return list(await db.run(lambda tx: postbag.claim(tx, owner, most=10)))


async def test_a_letter_is_put_once_however_often_and_sent_once(db: Database) -> None:
    for _ in range(3):
        await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    (letter,) = await claim(db)
    assert (letter.kind, letter.subject, letter.attempts) == ("confirmation", "a:1", 1)
    assert await claim(db) == []
    await db.run(lambda tx: postbag.finish(tx, letter, "sent"))
    assert await db.read(state) == [("sent", 1)]
    assert await db.read(postbag.next_due) is None


async def test_no_more_are_claimed_than_asked_for_and_none_before_it_is_due(db: Database, clock: HandClock) -> None:
    later = clock.now + timedelta(hours=1)
    await db.run(lambda tx: letters.put(tx, "reminder", "a", due=later, useless_after=later))
    assert await claim(db) == []
    assert await db.read(postbag.next_due) == later
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
    assert await db.read(postbag.next_due) == clock.now + LEASE
    clock.forward(seconds=LEASE.total_seconds())
    (second,) = await claim(db, "next")
    await db.run(lambda tx: postbag.finish(tx, first, "failed"))
    await db.run(lambda tx: postbag.postpone(tx, first, timedelta(0)))
    assert await db.read(state) == [("leased", 2)]
    await db.run(lambda tx: postbag.finish(tx, second, "sent"))
    assert await db.read(state) == [("sent", 2)]


async def test_what_was_leased_to_a_program_that_is_gone_is_claimed_at_once(db: Database) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    await claim(db, "gone")
    assert await claim(db, "next") == []
    assert await db.read(leases.owners) == ["gone"]
    await db.run(partial(leases.take_over, owner="gone"))
    assert await db.read(leases.owners) == []
    assert [letter.attempts for letter in await claim(db, "next")] == [2]


async def test_what_cannot_be_sent_is_tried_again_later_and_not_for_ever(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    clock.now += END  # the program was not there: that is not its fault
    for attempt in range(1, TRIES):
        (letter,) = await claim(db)
        assert letter.attempts == attempt
        assert await db.run(partial(postbag.postpone, letter=letter, pause=END / 4)) == "postponed"
        assert await claim(db) == []
        clock.now += END / 4
    (letter,) = await claim(db)
    assert await db.run(partial(postbag.postpone, letter=letter, pause=END / 3)) == "failed"
    assert await db.read(state) == [("failed", TRIES)]
    assert await claim(db) == []


async def test_a_letter_at_which_its_sender_was_gone_each_time_is_at_fault_itself(
    db: Database, clock: HandClock
) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    (refused,) = await claim(db)
    await db.run(lambda tx: postbag.postpone(tx, refused, timedelta(0)))  # that is no such thing
    for _ in range(LOST + 1):
        assert await db.run(postbag.given_up) == []
        assert len(await claim(db)) == 1
        clock.now += LEASE
    assert [letter.about for letter in await db.run(postbag.given_up)] == ["confirmation:a:1"]
    assert await claim(db) == []
    assert await db.read(state) == [("failed", LOST + 2)]


async def test_one_into_a_chat_that_is_given_up_goes_by_mail(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "a", chat="telegram:1"))
    await db.run(lambda tx: postbag.claim(tx, "postman", most=1, channel="telegram"))
    await db.run(lambda tx: tx.rows("UPDATE letter SET lost = ?", LOST))
    clock.now += LEASE
    assert len(await db.run(lambda tx: postbag.given_up(tx, "telegram"))) == 1
    assert [letter.about for letter in await claim(db)] == ["today:a"]


async def test_one_that_nobody_tried_to_send_is_put_back_as_it_was(db: Database) -> None:
    await db.run(lambda tx: letters.put(tx, "confirmation", "a:1"))
    (letter,) = await claim(db)
    await db.run(partial(postbag.release, letter=letter))
    assert await db.read(state) == [("pending", 0)]
    (again,) = await claim(db)
    assert again.attempts == 1


async def test_a_channel_has_its_own_letters_and_a_chat_one_at_a_time(db: Database) -> None:
    for n, chat in enumerate(("web:1", "web:1", "web:2", "telegram:1", "")):
        await db.run(partial(letters.put, kind="deadline", subject=str(n), chat=chat))
    assert [letter.subject for letter in await claim(db)] == ["4"]
    first, other = await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="web"))
    assert {first.chat, other.chat} == {"web:1", "web:2"}
    assert await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="web")) == []
    await db.run(partial(postbag.postpone, letter=first, pause=timedelta(minutes=1)))  # it does not block its chat
    (second,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="web"))
    assert (second.chat, second.subject) == ("web:1", "1")
    assert await db.read(lambda tx: postbag.next_due(tx, "telegram")) is not None
    assert await db.read(lambda tx: postbag.next_due(tx, "line")) is None


async def test_what_could_not_be_said_in_a_chat_for_a_day_goes_by_mail(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "chat alone", chat="telegram:2"))
    for _ in range(TRIES):
        (letter,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="telegram"))
        outcome = await db.run(partial(postbag.postpone, letter=letter, pause=END / 4))
        clock.now += END / 4
    assert outcome == postbag.BY_MAIL
    assert [letter.about for letter in await claim(db)] == ["today:chat alone"]


async def test_a_chat_that_cannot_be_reached_is_given_up_for_the_address_once(db: Database) -> None:
    for chat in ("", "web:1"):
        await db.run(partial(letters.put, kind="deadline", subject="both", chat=chat))
    await db.run(lambda tx: letters.put(tx, "today", "chat alone", chat="web:2"))
    for letter in await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="web")):
        await db.run(partial(postbag.undeliverable, letter=letter))
    assert sorted(letter.about for letter in await claim(db)) == ["deadline:both", "today:chat alone"]


async def test_the_chat_that_was_named_last_is_told_and_what_is_withdrawn_is_withdrawn_everywhere(
    db: Database, clock: HandClock
) -> None:
    later = clock.now + timedelta(hours=1)
    for chat in ("web:1", "web:2", ""):
        await db.run(partial(letters.put, kind="today", subject="a", chat=chat, due=later))
    await db.run(lambda tx: letters.withdraw(tx, "today", "a"))
    clock.now = later
    assert await claim(db) == []
    clock.forward(hours=-1)
    await db.run(lambda tx: letters.put(tx, "today", "a", chat="telegram:3", due=later))
    clock.now = later
    (letter,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="telegram"))
    assert (letter.chat, letter.about) == ("telegram:3", "today:a@chat")


async def test_what_is_due_later_and_whether_all_was_sent(db: Database, clock: HandClock) -> None:
    later = clock.now + timedelta(hours=1)
    await db.run(lambda tx: letters.put(tx, "proof", "now"))
    await db.run(lambda tx: letters.put(tx, "proof", "later", due=later))
    assert await db.read(lambda tx: letters.upcoming(tx, most=3)) == [(later, "proof")]
    assert not await db.read(lambda tx: letters.are_all_sent(tx, clock.now))
    (claimed,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=9))
    assert not await db.read(lambda tx: letters.are_all_sent(tx, clock.now))
    await db.run(lambda tx: postbag.finish(tx, claimed, "sent"))
    assert await db.read(lambda tx: letters.are_all_sent(tx, clock.now))
    await db.run(lambda tx: letters.withdraw(tx, "proof", "later"))
    assert await db.read(lambda tx: letters.upcoming(tx, most=3)) == []
