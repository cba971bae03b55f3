"""Letters of which nobody knows whether they were sent; and what a vendor keeps for us."""

from datetime import timedelta
from functools import partial

from storage import housekeeping, letters, postbag, shown
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


async def test_so_is_one_whose_sender_was_gone(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "today", "visit", chat="telegram:1"))
    for _ in range(2):
        (letter,) = await claimed(db)
        clock.now += postbag.LEASE
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
