"""Who asked to be told of a place in a full slot is told when there is one, in order, and once."""

from functools import partial

from rules.model import Booking
from storage import housekeeping, letters, postbag, slots, wishes
from storage.database import Database, Transaction
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, slot
from tests.storage.acts import booking, cancelling, coming, holding

WHERE = slot("2026-12-01", 10)


def full(tx: Transaction) -> list[Booking]:
    """Let the slot have two places, both taken."""
    tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 2)")
    made = [booking(name, WHERE)(tx) for name in ("sato", "tanaka")]
    return [each for each in made if isinstance(each, Booking)]


def wishing(tx: Transaction, name: str) -> None:
    wishes.put(tx, coming(tx, name), f"web:{name}", WHERE)


async def told(db: Database) -> list[str]:
    """Let the letters that are due be sent; return into which chats."""
    await db.run(partial(wishes.grant, office=YOKOHAMA))
    claimed = await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="web"))
    for letter in claimed:
        await db.run(partial(postbag.finish, letter=letter, state="sent"))
    return [letter.chat for letter in claimed if letter.kind == wishes.VACANCY]


async def test_as_many_are_told_as_there_are_places_those_first_who_asked_first(db: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await db.run(full)
    assert not await db.read(wishes.is_any)
    for name in ("ito", "kato", "mori"):
        await db.run(partial(wishing, name=name))
        clock.forward(seconds=1)
    assert await db.read(wishes.is_any)
    assert await told(db) == []
    await db.run(cancelling("sato", made[0].code))
    assert await told(db) == ["web:ito"]
    assert await told(db) == []
    clock.forward(minutes=11)  # ito did not want it after all
    assert await told(db) == ["web:kato"]
    await db.run(booking("kato", WHERE))
    clock.forward(minutes=11)
    assert await told(db) == []
    await db.run(cancelling("tanaka", made[1].code))
    assert await told(db) == ["web:mori"]
    clock.forward(hours=1)
    assert await told(db) == []


async def test_a_hold_that_lapses_is_a_place_too_and_one_that_was_gone_by_then_was_not_told(
    db: Database, clock: HandClock
) -> None:
    clock.set("2026-11-26 10:00:00")
    await db.run(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 1)"))
    await db.run(holding("sato", WHERE))
    await db.run(partial(wishing, name="ito"))
    assert await told(db) == []
    clock.forward(minutes=10)
    assert await db.run(partial(wishes.grant, office=YOKOHAMA)) == 1
    (letter,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=9, channel="web"))
    wish = await db.read(lambda tx: wishes.named(tx, letter.subject))
    assert wish is not None
    assert (letter.chat, wish.slot) == ("web:ito", WHERE)
    for channel in ("web", "mail"):  # it was taken again before they could be told
        for skipped in (letter, *await db.run(lambda tx, c=channel: postbag.claim(tx, "postman", most=9, channel=c))):  # type: ignore[misc]
            await db.run(partial(postbag.finish, letter=skipped, state="skipped"))
    clock.forward(minutes=11)
    assert await told(db) == ["web:ito"]
    assert await db.read(lambda tx: wishes.named(tx, letter.subject)) is None


async def test_a_wish_is_withdrawn_asked_again_and_over_with_the_day(db: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    await db.run(full)
    await db.run(partial(wishing, name="ito"))
    ito = await db.run(lambda tx: coming(tx, "ito"))
    assert await db.read(lambda tx: wishes.of(tx, ito)) == {WHERE}
    await db.run(lambda tx: wishes.drop(tx, ito, WHERE))
    assert await db.read(lambda tx: wishes.of(tx, ito)) == frozenset()
    await db.run(partial(wishing, name="ito"))
    clock.set("2026-11-30 12:00:00")  # it can no longer be booked
    await db.run(lambda tx: tx.rows("UPDATE booking SET state = 'cancelled'"))
    assert (await db.read(lambda tx: slots.left(tx, YOKOHAMA, [WHERE.day], agent="")))[WHERE] == 2
    assert await told(db) == []


async def test_who_is_reached_by_no_web_chat_is_told_there_alone(db: Database) -> None:
    assert letters.ways("telegram:1") == ("telegram:1",)
    assert letters.ways("telegram:1", is_mailed=True) == ("telegram:1", "")
    assert letters.ways("web:1") == ("web:1", "")


async def test_who_was_told_is_not_told_again_when_letters_are_swept_and_who_has_a_place_keeps_nobody_waiting(
    db: Database, clock: HandClock
) -> None:
    clock.set("2026-11-26 10:00:00")
    made = await db.run(full)
    for name in ("ito", "mori"):
        await db.run(partial(wishing, name=name))
        clock.forward(seconds=1)
    await db.run(cancelling("sato", made[0].code))
    assert await told(db) == ["web:ito"]
    await db.run(booking("ito", WHERE))
    await db.run(cancelling("tanaka", made[1].code))
    assert await told(db) == ["web:mori"]
    for _ in range(2):
        clock.forward(hours=25)
        await db.run(lambda tx: tx.rows("UPDATE letter SET state = 'sent' WHERE kind = 'vacancy'"))
        await db.run(lambda tx: housekeeping.sweep(tx, YOKOHAMA))
        assert await told(db) == []


async def test_whom_another_program_has_just_told_is_not_told_again(db: Database) -> None:
    made = await db.run(full)
    await db.run(partial(wishing, name="ito"))
    await db.run(cancelling("sato", made[0].code))
    (seen,) = await db.read(lambda tx: wishes._next(tx, WHERE, most=9))  # as another saw it a moment ago
    assert await told(db) == ["web:ito"]
    assert not await db.run(lambda tx: wishes._tell(tx, seen, until=tx.now))
    assert await told(db) == []
