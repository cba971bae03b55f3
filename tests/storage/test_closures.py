"""Closures on both databases: what passes of them."""

from functools import partial

from bot.housekeeping import sweep
from rules.closing import Closing
from rules.model import Booking
from storage import books, closures, postbag
from storage.database import Database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, slot
from tests.storage.acts import booking


async def test_a_letter_of_a_closure_passes_when_nobody_can_choose_again_any_more(
    db: Database, clock: HandClock
) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await db.run(booking("sato", slot("2026-12-01")))
    assert isinstance(made, Booking)
    closing = Closing(made.slot.day, made.slot.day, (), "typhoon")
    await db.run(partial(closures.close, office=YOKOHAMA, closing=closing))
    clock.set("2026-11-28 10:00:00")
    for letter in await db.run(lambda tx: postbag.claim(tx, "postman", most=99)):
        await db.run(partial(postbag.finish, letter=letter, state="sent"))
    assert "closed" in {row["kind"] for row in await db.run(lambda tx: tx.rows("SELECT kind FROM letter"))}
    await sweep(db, YOKOHAMA, pause=0)
    left = await db.run(lambda tx: tx.rows("SELECT channel FROM letter WHERE kind = 'closed'"))
    assert [row["channel"] for row in left] == ["web"]  # which nobody claimed here
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
