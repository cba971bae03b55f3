"""Visits at the counter, and the staff who receive them, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from rules.model import Booking, Paper
from rules.objection import Objection
from rules.staff import Role
from rules.visits import Outcome, Result, Visit
from storage import forgetting, journal, results, staff, strikes, visits
from storage.database import Database, Transaction
from storage.results import RESULTS
from storage.staff import LINK, PAUSE, TRIES, Person
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, day, numbers, slot
from tests.storage.acts import booking, cancelling, coming

THERE = slot("2026-11-30", 10)


async def booked(db: Database, name: str = "sato", where: object = THERE, first: int = 1001) -> Booking:
    made = await db.run(booking(name, where, numbers(2, first)))  # type: ignore[arg-type]
    assert isinstance(made, Booking), made
    return made


def saved(code: str, **changed: object) -> Callable[[Transaction], Visit]:
    def work(tx: Transaction) -> Visit:
        found = visits.locked(tx, YOKOHAMA, code)
        assert found is not None
        return visits.save(tx, replace(found, **changed))  # type: ignore[arg-type]

    return work


def letter(tx: Transaction) -> list[tuple[str, str, str]]:
    rows = tx.rows("SELECT subject, channel, due FROM letter WHERE kind = ? ORDER BY subject, channel", RESULTS)
    return [(row["subject"].split(" ", 1)[1], row["channel"], row["due"][:19]) for row in rows]


def empty(tx: Transaction, table: str) -> bool:
    return tx.rows(f"SELECT * FROM {table}") == []


async def test_the_visits_of_a_day_by_hour_and_agent(db: Database) -> None:
    one = await booked(db)
    two = await booked(db, first=2001)  # in the same hour: the same visit
    await booked(db, "ito", slot("2026-11-30", 9), first=3001)
    gone = await booked(db, "abe", slot("2026-11-30", 9), first=4001)
    await db.run(cancelling("abe", gone.code))
    found = await db.read(lambda tx: visits.on(tx, THERE.day))
    assert [(visit.slot.hour, [len(booking.cases) for booking in visit.bookings]) for visit in found] == [
        (9, [2]),
        (10, [2, 2]),
    ]
    assert {booking.code for booking in found[1].bookings} == {one.code, two.code}
    assert await db.read(lambda tx: visits.on(tx, day("2026-12-01"))) == []
    assert await db.read(lambda tx: visits.of_agent(tx, one.agent, THERE.day)) == [found[1]]
    alone = await db.read(lambda tx: visits.of_booking(tx, replace(gone, is_cancelled=True)))
    assert alone.is_cancelled


async def test_what_was_recorded_stands_and_its_version_rises(db: Database) -> None:
    made = await booked(db)
    here = await db.run(saved(made.code, arrived=at("2026-11-30 10:05:00"), exception="遅延"))
    assert (here.version, here.arrived, here.exception) == (1, at("2026-11-30 10:05:00"), "遅延")
    missing = Result(Outcome.PAPERS_MISSING, Paper.REQUEST)
    results = {here.cases[0]: Result(Outcome.DELIVERED), here.cases[1]: missing}
    done = await db.run(saved(made.code, results=results))
    assert (await db.read(lambda tx: visits.on(tx, THERE.day)))[0] == done
    assert (done.version, done.is_done, done.results[here.cases[1]]) == (2, True, missing)
    assert await db.run(partial(visits.locked, office=YOKOHAMA, code="NOSUCH22")) is None


async def test_a_past_visit_without_an_outcome_waits(db: Database, clock: HandClock) -> None:
    made = await booked(db)
    await booked(db, "ito", slot("2026-11-30", 11), first=3001)
    clock.set("2026-11-30 11:00:00")
    waits = await db.read(lambda tx: visits.waiting(tx, YOKOHAMA))
    assert [visit.bookings[0].code for visit in waits] == [made.code]
    await db.run(saved(made.code, is_absent=True))
    assert await db.read(lambda tx: visits.waiting(tx, YOKOHAMA)) == []
    clock.set("2026-12-03 09:00:00")
    assert len(await db.read(lambda tx: visits.waiting(tx, YOKOHAMA))) == 1


async def test_one_letter_tells_of_all_visits_of_a_day_and_another_of_what_is_recorded_after_it(
    db: Database, clock: HandClock
) -> None:
    made = await booked(db)
    here = await db.run(saved(made.code, arrived=at("2026-11-30 10:05:00")))
    for _ in range(2):
        await db.run(lambda tx: results.tell(tx, YOKOHAMA, here))
    expected = [("2026-11-30 1", channel, "2026-11-30T08:30:00") for channel in ("mail", "web")]
    assert await db.read(letter) == expected
    await db.run(lambda tx: tx.rows("UPDATE letter SET state = 'sent' WHERE kind = ?", RESULTS))
    clock.set("2026-12-01 09:00:00")
    await db.run(lambda tx: results.tell(tx, YOKOHAMA, here))
    assert (await db.read(letter))[2:] == [
        ("2026-11-30 2", channel, "2026-12-01T00:10:00") for channel in ("mail", "web")
    ]


async def test_a_strike_is_one_a_visit_and_can_be_taken_back(db: Database) -> None:
    made = await booked(db)
    await booked(db, first=2001)
    visit = await db.run(saved(made.code))
    for _ in range(2):
        await db.run(lambda tx: visits.strike(tx, visit, strikes.NO_SHOW))
    assert len(await db.read(lambda tx: strikes.of(tx, visit.agent))) == 1
    await db.run(lambda tx: visits.lift_strike(tx, visit))
    assert await db.read(lambda tx: strikes.of(tx, visit.agent)) == []


async def test_who_is_forgotten_leaves_nothing_at_the_counter(db: Database, clock: HandClock) -> None:
    made = await booked(db)
    here = await db.run(saved(made.code, arrived=at("2026-11-30 10:05:00")))
    await db.run(saved(made.code, results={here.cases[0]: Result(Outcome.DELIVERED)}))
    await db.run(lambda tx: results.tell(tx, YOKOHAMA, here))
    await db.run(lambda tx: tx.rows("UPDATE letter SET state = 'sent' WHERE kind = ?", RESULTS))
    await db.run(lambda tx: results.tell(tx, YOKOHAMA, here))  # another waits
    clock.set("2026-12-09 09:00:00")
    await db.run(lambda tx: forgetting.forget(tx, YOKOHAMA, coming(tx, "sato"), "web:sato"))
    for table in ("visit", "outcome", "letter", "booking"):
        assert await db.read(partial(empty, table=table)), table


async def test_what_was_done_is_written_down_in_its_order(db: Database, clock: HandClock) -> None:
    for n in range(3):
        clock.forward(seconds=1)
        about = f"b{n % 2}"
        await db.run(partial(journal.put, id=f"k{n}", staff="a", act="undo", about=about, why="x", result="done"))
    assert [entry.id for entry in await db.read(lambda tx: journal.latest(tx, most=2))] == ["k2", "k1"]
    assert await db.read(lambda tx: journal.find(tx, "none")) is None


async def person(db: Database, name: str = "田中", role: Role = Role.CLERK) -> Person:
    made = await db.run(lambda tx: staff.add(tx, name, role, link=f"digest of {name}"))
    assert isinstance(made, Person)
    return made


async def test_a_link_sets_a_passphrase_once_and_for_a_day(db: Database, clock: HandClock) -> None:
    made = await person(db)
    assert await db.run(lambda tx: staff.add(tx, "田中", Role.MANAGER, link="x")) is Objection.NAME_TAKEN
    assert await db.read(lambda tx: staff.by_link(tx, "digest of 田中")) is not None
    clock.now += LINK
    assert await db.read(lambda tx: staff.by_link(tx, "digest of 田中")) is None
    await db.run(lambda tx: staff.reset(tx, made, link="another"))
    await db.run(lambda tx: staff.set_passphrase(tx, made, "hashed"))
    assert await db.read(lambda tx: staff.by_link(tx, "another")) is None
    assert await db.read(lambda tx: staff.by_link(tx, "")) is None
    known = await db.read(lambda tx: staff.by_name(tx, "田中"))
    assert known is not None
    assert known.passphrase == "hashed"


async def test_a_shift_ends_with_its_moment_with_signing_out_and_with_a_reset(db: Database, clock: HandClock) -> None:
    made, until = await person(db), clock.now + timedelta(hours=8)
    for shift in ("one", "two"):
        await db.run(partial(staff.begin, person=made, shift=shift, until=until))
    assert await db.read(lambda tx: staff.on_shift(tx, "one")) == made
    await db.run(lambda tx: staff.end(tx, "one"))
    assert await db.read(lambda tx: staff.on_shift(tx, "one")) is None
    clock.now = until
    assert await db.read(lambda tx: staff.on_shift(tx, "two")) is None
    await db.run(partial(staff.begin, person=made, shift="three", until=until + timedelta(hours=1)))
    await db.run(lambda tx: staff.reset(tx, made, link="x"))
    assert await db.read(lambda tx: staff.on_shift(tx, "three")) is None


async def test_who_is_removed_is_signed_out_and_still_named(db: Database, clock: HandClock) -> None:
    made = await person(db)
    await db.run(partial(staff.begin, person=made, shift="one", until=clock.now + LINK))
    await db.run(lambda tx: staff.remove(tx, made))
    assert await db.read(lambda tx: staff.on_shift(tx, "one")) is None
    assert await db.read(staff.everybody) == []
    assert await db.read(lambda tx: staff.name_of(tx, made.id)) == "田中"
    assert await db.read(lambda tx: staff.name_of(tx, "nobody")) == ""
    await person(db)  # the name can be given anew
    assert [each.name for each in await db.read(staff.everybody)] == ["田中"]


async def test_wrong_passphrases_are_counted_and_after_a_pause_anew(db: Database, clock: HandClock) -> None:
    async def known() -> Person:
        found = await db.read(lambda tx: staff.by_name(tx, "田中"))
        assert found is not None
        return found

    await person(db)
    for _ in range(TRIES):
        assert not (await known()).must_wait(now=clock.now)
        await db.run(partial(staff.tried, person=await known()))
    assert (await known()).must_wait(now=clock.now)
    clock.now += PAUSE
    assert not (await known()).must_wait(now=clock.now)
    await db.run(partial(staff.tried, person=await known()))
    assert (await known()).tries == 1
