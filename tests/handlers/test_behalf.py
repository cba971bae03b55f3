"""A booking for an agent who calls: found, made under the same rules, and beyond one only with a reason."""

import pytest

from handlers.counter import behalf
from rules.model import Agent, Booking
from rules.objection import Objection
from rules.staff import Role
from storage import agents, bookings, books, postbag, strikes
from storage.staff import Person
from tests.factories import YOKOHAMA, at, numbers, slot
from tests.handlers.talking import House
from tests.handlers.test_counter import does, entered, hired
from tests.storage import acts
from tests.storage.acts import cancelling

TUESDAY = "2026-12-01"
CALLED = {"asked": "yes", "mode": "own", "kind-extension": "on", "numbers": "東永P5001\n東永P5002"}


@pytest.fixture
def clerk(house: House) -> Person:
    return hired(house, "田中", Role.CLERK)


@pytest.fixture
def sato(house: House) -> Agent:
    return house.do(lambda tx: acts.coming(tx, "sato"))


def books_for(house: House, clerk: Person, who: Agent, where: str = f"{TUESDAY} 10", **form: str) -> str:
    return does(house, clerk, "book", agent=who.id, slot=where, **{**CALLED, **form})


def test_it_is_a_booking_like_any_other(house: House, clerk: Person, sato: Agent) -> None:
    before = house.has_booked("sato", slot("2026-12-02", 9))
    entry = entered(house, clerk, "book", agent=sato.id, slot=f"{TUESDAY} 10", **CALLED)
    assert entry.result == "done"
    made = house.do(lambda tx: bookings.find_by_id(tx, entry.about))
    assert made is not None
    assert (made.slot, len(made.cases), made.cutoff, made.chat, made.beyond) == (
        slot(TUESDAY, 10),
        2,
        at("2026-11-30 12:00:00"),
        before.chat,
        "",
    )
    kinds = {letter.subject for letter in house.do(lambda tx: postbag.claim(tx, "p", most=9))}
    assert f"{made.id}:1" in kinds
    house.do(cancelling("sato", made.code))


def test_whoever_calls_is_asked_first(house: House, clerk: Person, sato: Agent) -> None:
    assert books_for(house, clerk, sato, asked="") == Objection.NOT_ASKED
    assert does(house, clerk, "book", agent="nobody", slot="x", **CALLED) == Objection.NO_SUCH_AGENT


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"mode": "flying"}, Objection.NOT_UNDERSTOOD),
        ({"mode": "staff"}, Objection.MODE_NOT_OFFERED),
        ({"kind-extension": ""}, Objection.KIND_NOT_COVERED),
        ({"numbers": "？", "sure": "yes"}, Objection.NO_CASES),
        ({"numbers": "東永P5001\n東永Q\n東永P5001"}, Objection.NUMBERS_UNSURE),
        ({"numbers": "\n".join(f"東永P{n}" for n in range(6001, 6012)), "reason": "x"}, Objection.TOO_MANY_CASES),
        ({"numbers": "東永P9001"}, Objection.ALREADY_BOOKED),
    ],
)
def test_no_reason_helps_against_these(
    house: House, clerk: Person, sato: Agent, form: dict[str, str], said: Objection
) -> None:
    house.has_booked("sato", slot("2026-12-02", 9))
    assert books_for(house, clerk, sato, **{"reason": "x", **form}) == said


@pytest.mark.parametrize("where", ["", "x 10", f"{TUESDAY} x"])
def test_what_is_no_slot(house: House, clerk: Person, sato: Agent, where: str) -> None:
    assert books_for(house, clerk, sato, where) == Objection.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "where", ["2026-11-28 10", "2026-11-26 9", f"{TUESDAY} 13", f"{TUESDAY} 12", f"{TUESDAY} 25", f"{TUESDAY} -1"]
)
def test_where_nobody_works_nothing_is_booked(house: House, clerk: Person, sato: Agent, where: str) -> None:
    """On a Saturday, in an hour that is over, in a slot that is closed, at lunch, in no hour at all."""
    manager = hired(house, "部長", Role.MANAGER)
    does(house, manager, "close", first=TUESDAY, reason="x", **{"hour-13": "on"})
    assert books_for(house, clerk, sato, where, reason="x") == Objection.SLOT_NOT_OFFERED


def test_beyond_a_rule_only_with_a_reason_which_is_written_on_the_row(house: House, clerk: Person, sato: Agent) -> None:
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, 10, 1)", TUESDAY))
    house.has_booked("ito", slot(TUESDAY, 10), 1, first=7001)
    for n, hour in enumerate((9, 10, 11)):
        house.has_booked("sato", slot("2026-12-02", hour), 10, first=1000 + 100 * n)
    for where, said in (
        (f"{TUESDAY} 9", Objection.ALL_SLOTS_HELD),
        ("2026-12-02 9", Objection.TOO_MANY_CASES),
        ("2026-11-26 15", Objection.DAY_NOT_OFFERED),
    ):
        assert books_for(house, clerk, sato, where) == said
    abe = house.do(lambda tx: acts.coming(tx, "abe"))
    assert books_for(house, clerk, abe) == Objection.SLOT_FULL
    assert books_for(house, clerk, abe, reason="停電による延期") == "done"
    (row,) = house.do(lambda tx: tx.rows("SELECT beyond FROM booking WHERE agent = ?", abe.id))
    assert row["beyond"] == "停電による延期"
    assert books_for(house, clerk, sato, "2026-11-26 15", reason="至急", numbers="東永P8001") == "done"
    assert house.do(lambda tx: books.check(tx, YOKOHAMA)).wrong == ()


def test_a_suspended_agent_is_booked_only_with_a_reason(house: House, clerk: Person, sato: Agent) -> None:
    house.do(lambda tx: agents.suspend(tx, sato, slot(TUESDAY).day, atoned=slot(TUESDAY).day))
    assert books_for(house, clerk, sato) == Objection.SUSPENDED
    assert books_for(house, clerk, sato, reason="部長の判断") == "done"


def test_whom_staff_look_for(house: House, sato: Agent) -> None:
    made = house.has_booked("ito", slot(TUESDAY, 10))
    house.do(
        lambda tx: tx.rows("UPDATE agent SET name = '伊藤 次郎', certificate_number = '東行9' WHERE id <> ?", sato.id)
    )

    def found(said: str) -> list[str]:
        return [agent.name for agent in house.do(lambda tx: behalf.calling(tx, YOKOHAMA, said=said)).found]

    assert found("花子") == ["佐藤 花子"]
    assert found("SATO@example.jp".lower()) == ["佐藤 花子"]
    assert found("東行9") == found(made.code) == ["伊藤 次郎"]
    assert found("%") == found("_") == found("") == []
    assert len(found("行政書士")) == 2


def test_what_can_be_booked_for_one_of_them(house: House, sato: Agent) -> None:
    house.clock.set("2026-11-26 14:30:00")
    shown = house.do(lambda tx: behalf.calling(tx, YOKOHAMA, agent=sato.id))
    assert shown.agent == sato
    assert shown.left is not None
    first, *_ = shown.left.items()
    assert (str(first[0]), [where.hour for where, _ in first[1]]) == ("2026-11-26", [14, 15])
    assert [str(mode) for mode in shown.modes] == ["own", "other"]
    assert house.do(lambda tx: behalf.calling(tx, YOKOHAMA, agent="nobody")).agent is None


def test_a_clerk_who_books_for_somebody_who_books_too(house: House, clerk: Person, sato: Agent) -> None:
    """Nobody gets the place twice: a hold counts for the clerk as for anybody."""
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, 10, 1)", TUESDAY))
    house.do(acts.holding("ito", slot(TUESDAY, 10)))
    assert books_for(house, clerk, sato) == Objection.SLOT_FULL
    assert isinstance(house.do(acts.confirming("ito", numbers(1))), Booking)


def test_what_was_cancelled_by_telephone_and_booked_anew_is_struck_once(
    house: House, clerk: Person, sato: Agent
) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    house.clock.set(f"{TUESDAY} 08:00:00")
    assert does(house, clerk, "telephone-cancel", made, asked="yes") == "done"
    entry = entered(house, clerk, "book", agent=sato.id, slot=f"{TUESDAY} 10", reason="やはり来る", **CALLED)
    again = house.do(lambda tx: bookings.find_by_id(tx, entry.about))
    house.clock.set(f"{TUESDAY} 11:00:00")
    assert does(house, clerk, "absence", again) == "done"
    assert len(house.do(lambda tx: strikes.of(tx, sato))) == 1


def test_a_visit_of_more_than_ten_cases_can_be_corrected(house: House, clerk: Person, sato: Agent) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10), 8, first=1001)
    many = "\n".join(f"東永P{n}" for n in range(6001, 6005))
    assert books_for(house, clerk, sato, numbers=many, reason="x") == "done"
    corrected = house.do(acts.correcting("sato", made.code, numbers(7, 1001)))
    assert isinstance(corrected, Booking)


def test_what_looks_unusual_is_booked_once_it_was_looked_at(house: House, clerk: Person, sato: Agent) -> None:
    said = "東永P5001\n東永Q\n東永P5001\nひがし5003"
    assert books_for(house, clerk, sato, numbers=said) == Objection.NUMBERS_UNSURE
    assert list(behalf.unsure(YOKOHAMA, said))[:2] == ["東永Q", "東永P5001"]
    assert books_for(house, clerk, sato, numbers=said, sure="yes") == "done"


def test_what_was_booked_for_them_too_late_to_cancel_is_no_strike(house: House, clerk: Person, sato: Agent) -> None:
    entry = entered(house, clerk, "book", agent=sato.id, slot="2026-11-26 15", reason="至急", **CALLED)
    made = house.do(lambda tx: bookings.find_by_id(tx, entry.about))
    assert does(house, clerk, "telephone-cancel", made, asked="yes") == "done"
    assert house.do(lambda tx: strikes.of(tx, sato)) == []


def test_a_colleague_sees_that_there_is_more_of_a_visit(house: House, clerk: Person, sato: Agent) -> None:
    made = house.has_booked("sato", slot("2026-11-30", 10))
    house.clock.set("2026-11-30 10:05:00")
    assert does(house, clerk, "check-in", made) == "done"
    assert books_for(house, clerk, sato, "2026-11-30 10", reason="追加") == "done"
    assert does(house, clerk, "record", made, version="1", all="delivered") == Objection.CHANGED_MEANWHILE
