"""Letters of which nobody knows whether they were sent; and what a vendor keeps for us."""

from datetime import timedelta
from functools import partial

from storage import housekeeping, leases, letters, postbag, shown
from storage.database import Database, Transaction
from storage.letters import Letter
from storage.shown import Shown
from tests.conftest import HandClock
from tests.factories import YOKOHAMA

SOON = timedelta(seconds=10)


async def claimed(db: Database) -> list[Letter]:
    return list(await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="telegram")))


def states(tx: Transaction) -> list[tuple[str, str]]:
    return [
        (row["channel"], row["state"]) for row in tx.rows("SELECT channel, state FROM letter ORDER BY channel DESC")
    ]


async def test_what_may_have_been_sent_is_sent_once_more_and_then_by_mail(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "visit", chat="telegram:1"))
    (letter,) = await claimed(db)
    assert await db.run(partial(postbag.doubt, letter=letter, pause=SOON)) == "postponed"
    clock.now += SOON
    (letter,) = await claimed(db)
    assert await db.run(partial(postbag.doubt, letter=letter, pause=SOON)) == "uncertain"
    assert await db.read(states) == [("telegram", "uncertain"), ("mail", "pending")]


async def test_a_turn_leases_what_it_put_itself_and_no_older_letter(db: Database, clock: HandClock) -> None:
    def put(tx: Transaction, subject: str) -> list[Letter]:
        letters.put(tx, "confirmation", subject, chat="telegram:1")
        return list(postbag.lease(tx, "telegram:1", "turn"))

    await db.run(lambda tx: letters.put(tx, "confirmation", "older:1", chat="telegram:1"))
    clock.now += SOON
    (answer,) = await db.run(partial(put, subject="new:1"))
    assert answer.subject == "new:1"
    (older,) = [letter for letter in await later(db, clock) if letter.subject == "older:1"]
    assert older.owner == "postman"


async def later(db: Database, clock: HandClock) -> list[Letter]:
    clock.now += leases.LEASE
    return [letter for _ in range(2) for letter in await claimed(db)]


async def test_only_the_leases_of_who_is_gone_are_ended(db: Database) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "visit", chat="telegram:1"))
    await claimed(db)
    await db.run(partial(leases.take_over, owner="another", channel="telegram"))
    assert await claimed(db) == []
    await db.run(partial(leases.take_over, owner="postman", channel="telegram"))
    assert len(await claimed(db)) == 1


async def test_an_answer_that_is_not_sent_after_all_is_handed_back(db: Database) -> None:
    def put(tx: Transaction) -> None:
        letters.put(tx, "confirmation", "new:1", chat="telegram:1")
        postbag.lease(tx, "telegram:1", "turn")

    await db.run(put)
    assert await claimed(db) == []
    await db.run(partial(leases.hand_back, owner="turn", chat="telegram:1"))
    assert len(await claimed(db)) == 1


async def test_who_waited_with_a_letter_sends_it_only_while_nobody_else_may(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "visit", chat="telegram:1"))
    (first,) = await claimed(db)
    clock.now += leases.LEASE - SOON
    assert await db.run(partial(leases.renew, letter=first))
    clock.now += SOON
    assert await claimed(db) == []
    clock.now += leases.LEASE
    (second,) = await claimed(db)
    assert not await db.run(partial(leases.renew, letter=first))
    assert await db.run(partial(leases.renew, letter=second))


async def test_so_is_one_whose_sender_was_gone(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "visit", chat="telegram:1"))
    for _ in range(2):
        (letter,) = await claimed(db)
        clock.now += leases.LEASE
    (given_up,) = await db.run(lambda tx: postbag.given_up(tx, "telegram"))
    assert given_up.id == letter.id
    assert await db.read(states) == [("telegram", "uncertain"), ("mail", "pending")]


async def test_a_file_never_goes_by_mail_and_is_forgotten_soon(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "card", "booking:1 letter", chat="telegram:1"))
    (letter,) = await claimed(db)
    assert await db.run(partial(postbag.undeliverable, letter=letter)) == "failed"
    assert await db.read(states) == [("telegram", "failed")]
    clock.forward(days=1)
    await db.run(partial(housekeeping.sweep, office=YOKOHAMA))
    assert await db.read(states) == []


async def test_of_two_screens_the_later_is_remembered(db: Database) -> None:
    later = Shown("telegram:1", revision=3, message=30, is_kept=True, standing="{}")
    for seen in (later, Shown("telegram:1", revision=2, message=20)):
        await db.run(partial(shown.put, shown=seen))
    assert await db.read(partial(shown.find, chat="telegram:1")) == later
    await db.run(partial(shown.forget, chat="telegram:1"))
    assert await db.read(partial(shown.find, chat="telegram:1")) is None


async def test_what_a_vendor_has_is_remembered_as_long_as_a_visit_is(db: Database, clock: HandClock) -> None:
    for file in ("AgAC-1", "AgAC-2"):
        await db.run(partial(shown.put_upload, digest="d", file=file))
    assert await db.read(partial(shown.upload, digest="d")) == "AgAC-2"
    await db.run(partial(shown.put_upload, digest="d", file=""))
    assert await db.read(partial(shown.upload, digest="d")) == ""
    await db.run(partial(shown.put_upload, digest="d", file="AgAC-3"))
    clock.now += YOKOHAMA.erase_after
    await db.run(partial(housekeeping.sweep, office=YOKOHAMA))
    assert await db.read(partial(shown.upload, digest="d")) == ""
