"""Holding a place and booking it, on both databases."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from rules.model import Booking, Mode, Slot
from rules.refusal import Refusal
from storage import agents, bookings, books, holds, slots
from storage.database import Database, Transaction
from storage.holds import Hold
from storage.numbers import clashes
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, day, numbers, slot
from tests.storage.acts import booking, coming, confirming, holding

TUESDAY = slot("2026-12-01", 10)


@pytest.fixture(autouse=True)
def _before_the_first_of_december(clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")


async def test_a_hold_becomes_a_booking_with_everything_in_it(db: Database) -> None:
    await db.run(holding("sato", TUESDAY))
    made = await db.run(confirming("sato", numbers(3)))
    assert isinstance(made, Booking)
    assert (made.slot, made.cases, made.first_count, made.version) == (TUESDAY, numbers(3), 3, 1)
    assert made.cutoff == at("2026-11-30 12:00:00")
    found = await db.read(lambda tx: bookings.find(tx, made.code, agent=made.agent))
    assert found == made
    assert await db.read(lambda tx: bookings.find_by_id(tx, made.id)) == made
    assert await db.read(lambda tx: bookings.live(tx, YOKOHAMA, agents.find(tx, made.agent))) == [made]
    assert await db.read(lambda tx: bookings.latest(tx, agents.find(tx, made.agent))) == made
    assert await db.read(lambda tx: holds.of_chat(tx, "web:sato")) is None
    assert await db.read(lambda tx: books.check(tx, YOKOHAMA)) == books.Books(1, 3, 7, ())


async def test_a_code_is_found_by_its_agent_alone(db: Database) -> None:
    made = await db.run(booking("sato", TUESDAY))
    assert isinstance(made, Booking)
    stranger = await db.run(lambda tx: coming(tx, "tanaka").id)
    assert await db.read(lambda tx: bookings.find(tx, made.code, agent=stranger)) is None
    assert await db.read(lambda tx: bookings.find(tx, "22222222", agent=stranger)) is None
    assert await db.read(lambda tx: bookings.find_by_id(tx, "none")) is None
    assert await db.read(lambda tx: bookings.latest(tx, agents.find(tx, stranger))) is None


async def test_a_hold_ends_by_itself_and_gives_its_place_back(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 1)"))
    held = await db.run(holding("sato", TUESDAY))
    assert held == Hold(TUESDAY, at("2026-11-26 10:10:00"), at("2026-11-30 12:00:00"))
    assert await db.run(holding("tanaka", TUESDAY)) is Refusal.SLOT_FULL
    clock.set("2026-11-26 10:10:00")
    assert await db.run(confirming("sato", numbers(1))) is Refusal.HOLD_ENDED
    assert isinstance(await db.run(holding("tanaka", TUESDAY)), Hold)


async def test_a_chat_holds_one_place_and_lets_go_of_the_one_before(db: Database) -> None:
    await db.run(holding("sato", TUESDAY))
    await db.run(holding("sato", slot("2026-12-01", 11)))
    left = await db.read(lambda tx: slots.left(tx, YOKOHAMA, [TUESDAY.day], agent="nobody"))
    assert (left[TUESDAY], left[slot("2026-12-01", 11)]) == (10, 9)
    await db.run(lambda tx: holds.release(tx, "web:sato"))
    assert await db.read(lambda tx: holds.of_chat(tx, "web:sato")) is None


async def test_nothing_is_shown_where_no_day_is_offered(db: Database) -> None:
    assert await db.read(lambda tx: slots.left(tx, YOKOHAMA, [], agent="nobody")) == {}


async def test_three_slots_are_counted_over_bookings_and_holds_of_all_chats(db: Database) -> None:
    for hour in (9, 10):
        await db.run(booking("sato", slot("2026-12-01", hour), numbers(1, hour)))
    await db.run(lambda tx: holds.hold(tx, YOKOHAMA, coming(tx, "sato"), "web:other", slot("2026-12-02")))
    assert await db.run(holding("sato", slot("2026-12-02", 11))) is Refusal.ALL_SLOTS_HELD
    assert isinstance(await db.run(holding("sato", TUESDAY)), Hold)  # the same visit


async def test_several_bookings_in_one_slot_share_its_place_and_its_ten_cases(db: Database) -> None:
    await db.run(booking("sato", TUESDAY, numbers(6)))
    await db.run(holding("sato", TUESDAY))
    assert await db.run(confirming("sato", numbers(5, 2001))) is Refusal.TOO_MANY_CASES
    assert isinstance(await db.run(confirming("sato", numbers(4, 2001), mode=Mode.OTHER)), Booking)
    assert await db.read(lambda tx: slots.taken(tx, [TUESDAY.day], agent="nobody")) == {TUESDAY: 1}
    assert (await db.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()


async def test_a_number_in_a_live_booking_of_the_same_agent_is_refused_and_named(
    db: Database, clock: HandClock
) -> None:
    made = await db.run(booking("sato", TUESDAY, numbers(1)))
    assert isinstance(made, Booking)
    assert await db.run(booking("sato", slot("2026-12-02"), numbers(1))) is Refusal.ALREADY_BOOKED
    assert await db.run(lambda tx: clashes(tx, YOKOHAMA, coming(tx, "sato"), numbers(2))) == [
        (numbers(1)[0], made.code)
    ]
    assert isinstance(await db.run(booking("tanaka", slot("2026-12-02"), numbers(1))), Booking)  # nothing revealed
    clock.set("2026-12-01 10:59:59")
    assert await db.run(booking("sato", slot("2026-12-03"), numbers(1))) is Refusal.ALREADY_BOOKED
    clock.set("2026-12-01 11:00:00")
    assert isinstance(await db.run(booking("sato", slot("2026-12-03"), numbers(1))), Booking)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ("suspended_until = '2026-12-31'", Refusal.SUSPENDED),
        ("certificate_expiry = '2026-11-30'", Refusal.CERTIFICATE_EXPIRES_BEFORE),
        ("certificate = NULL", Refusal.CERTIFICATE_EXPIRED),
        ("certificate = 'agent'", Refusal.MODE_NOT_OFFERED),
        ("notice = '2000-01-01'", Refusal.NOTICE_CHANGED),
    ],
)
async def test_what_changed_between_hold_and_booking_is_seen(db: Database, changed: str, refusal: Refusal) -> None:
    who = await db.run(lambda tx: coming(tx, "sato"))
    await db.run(holding("sato", TUESDAY))
    await db.run(lambda tx: tx.rows(f"UPDATE agent SET {changed}"))

    def confirm(tx: Transaction) -> Booking | Refusal:
        now = agents.locked(tx, who.id)
        return bookings.book(tx, YOKOHAMA, now, "web:sato", mode=Mode.OTHER, kinds=YOKOHAMA.kinds, cases=numbers(1))

    assert await db.run(confirm) is refusal


async def test_a_closure_between_hold_and_booking_is_seen(db: Database) -> None:
    await db.run(holding("sato", TUESDAY))
    await db.run(lambda tx: tx.rows("INSERT INTO closure VALUES ('2026-12-01', 'typhoon')"))
    assert await db.run(confirming("sato", numbers(1))) is Refusal.DAY_NOT_OFFERED
    assert await db.read(slots.closed) == {day("2026-12-01")}


async def test_an_agent_is_known_by_the_proven_address(db: Database) -> None:
    first = await db.run(lambda tx: coming(tx, "sato"))
    assert await db.run(lambda tx: agents.proven(tx, "sato@example.jp", notice="x")) == replace(first, notice="x")
    with pytest.raises(LookupError):
        await db.run(lambda tx: agents.find(tx, "nobody"))


async def races(db: Database) -> Counter[str]:
    """Let 32 agents choose the last three places of one slot at once."""
    await db.run(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 3)"))
    await db.run(lambda tx: [coming(tx, f"agent{n}").id for n in range(32)])
    outcomes = await asyncio.gather(*(db.run(holding(f"agent{n}", TUESDAY)) for n in range(32)))
    return Counter(outcome.key if isinstance(outcome, Refusal) else "held" for outcome in outcomes)


async def test_32_agents_choose_the_last_3_places_at_once(db: Database) -> None:
    assert await races(db) == {"held": 3, "slot-full": 29}


async def test_without_the_guard_places_are_sold_twice(db: Database, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On SQLite the guard is the check, for its one thread serialises; on PostgreSQL it is the lock."""
    if url.startswith("sqlite"):
        monkeypatch.setattr(holds, "refusal_to_hold", lambda *_, **__: None)
    else:
        monkeypatch.setattr(slots, "lock", lambda *_: 3)
    sold = []
    for _ in range(20):
        await db.run(lambda tx: (tx.rows("DELETE FROM hold"), tx.rows("DELETE FROM slot")))
        sold.append((await races(db))["held"])
        if sold[-1] > 3:
            break
    assert sold[-1] > 3


async def test_one_agent_in_two_chats_at_once_never_has_more_than_three_slots(db: Database) -> None:
    who = await db.run(lambda tx: coming(tx, "sato"))

    def take(chat: str, where: Slot) -> object:
        return db.run(lambda tx: holds.hold(tx, YOKOHAMA, agents.locked(tx, who.id), chat, where))

    tried = [take(f"web:{n}", Slot(day("2026-12-02"), hour)) for n, hour in enumerate(YOKOHAMA.hours)]
    outcomes = await asyncio.gather(*tried)  # type: ignore[call-overload]
    assert sum(isinstance(outcome, Hold) for outcome in outcomes) == 3
