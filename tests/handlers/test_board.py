"""What the counter looks at: the day, a search, the visit before the clerk; and who works there."""

from functools import partial

import pytest

from handlers.counter import people
from handlers.counter.today import Board, board, state
from handlers.letters import results
from rules.objection import Objection
from rules.staff import Role
from storage import staff
from storage.letters import Letter
from storage.results import RESULTS
from storage.staff import Person
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import House
from tests.handlers.test_counter import does, hired


def seen(house: House, said: str = "") -> Board:
    return house.do(lambda tx: board(tx, house.premises, said=said))


def test_a_search_by_any_part_and_a_scan(house: House) -> None:
    made = house.has_booked("sato", slot("2026-11-30", 10), 2, first=1001)
    house.has_booked("ito", slot("2026-11-30", 9), 1, first=1003)
    assert (seen(house).count, seen(house).chosen) == (0, None)
    house.clock.set("2026-11-30 10:10:00")
    assert [len(seen(house, said).visits) for said in ("", "佐藤 花子", "Ｐ100", "nobody")] == [2, 2, 2, 0]
    for said in ("p1002", made.code, f"https://x/c/{made.code}-1"):
        found = seen(house, said)
        assert found.chosen is not None
        assert (found.chosen.code, len(found.visits), found.is_unknown) == (made.code, 2, False)
    unknown = seen(house, "K7QX2M9A")
    assert (unknown.chosen, unknown.is_unknown) == (None, True)


@pytest.mark.parametrize(
    ("acts", "moment", "expected"),
    [
        ((), "2026-11-30 10:10:00", "expected"),
        ((), "2026-11-30 11:00:00", "overdue"),
        (("check-in",), "2026-11-30 10:10:00", "here"),
        (("check-in", "record"), "2026-11-30 10:10:00", "done"),
        (("absence",), "2026-11-30 11:00:00", "absent"),
    ],
)
def test_how_a_visit_stands(house: House, acts: tuple[str, ...], moment: str, expected: str) -> None:
    made = house.has_booked("sato", slot("2026-11-30", 10))
    clerk = hired(house, "田中", Role.CLERK)
    house.clock.set(moment)
    for name in acts:
        assert does(house, clerk, name, made, all="delivered") == "done"
    (visit,) = seen(house).visits
    assert state(YOKOHAMA, visit, now=house.clock.now) == expected


def test_an_outcome_of_nobody_who_is_here_is_not_recorded(house: House) -> None:
    made = house.has_booked("sato", slot("2026-11-30", 10))
    assert does(house, hired(house, "田中", Role.CLERK), "record", made, all="delivered") == Objection.NOT_HERE
    letter = Letter("1", "x", RESULTS, f"{made.agent} 2026-11-30 1", 1, "postman")
    assert house.do(lambda tx: results.word(tx, house.premises, letter)) is None


def test_who_works_here(house: House) -> None:
    assert isinstance(house.do(lambda tx: people.add(tx, " 田中 ", Role.CLERK, "one")), Person)
    assert house.do(lambda tx: people.add(tx, " ", Role.CLERK, "t")) is Objection.NOT_UNDERSTOOD
    assert house.do(lambda tx: people.add(tx, "田中", Role.CLERK, "t")) is Objection.NAME_TAKEN
    assert isinstance(house.do(lambda tx: people.reset(tx, "田中", "two")), Person)
    found = [house.do(partial(staff.by_link, link=people.digest(of))) for of in ("one", "two")]
    assert [person.name if person else "" for person in found] == ["", "田中"]
    assert isinstance(house.do(lambda tx: people.remove(tx, "田中")), Person)
    for gone in (partial(people.reset, token="three"), people.remove):
        assert house.do(partial(gone, name="田中")) is Objection.NO_SUCH_PERSON


def test_a_name_like_a_code_is_searched_for(house: House) -> None:
    made = house.has_booked("sato", slot("2026-11-30", 10))
    house.do(lambda tx: tx.rows("UPDATE agent SET name = 'Nakamura Ken' WHERE id = ?", made.agent))
    house.clock.set("2026-11-30 10:05:00")
    assert seen(house, "nakamura").chosen is not None
    assert seen(house, "WATANABE").is_unknown


def test_what_is_known_of_the_day_is_kept_until_that_changes(house: House) -> None:
    clerk, made = hired(house, "田中", Role.CLERK), house.has_booked("sato", slot("2026-11-30", 10))
    house.has_booked("ito", slot("2026-11-30", 10), 1, first=1001)
    house.clock.set("2026-11-30 10:05:00")
    first = seen(house)
    assert first.hour == 10

    def again(known: Board) -> Board:
        return house.do(lambda tx: board(tx, house.premises, known=known.listing))

    assert again(first).listing is first.listing
    assert does(house, clerk, "check-in", made) == "done"
    second = again(first)
    assert [visit.arrived is not None for visit in second.visits].count(True) == 1
    assert sum(before is now for before, now in zip(first.visits, second.visits, strict=True)) == 1
    house.has_booked("abe", slot("2026-12-02", 10), 1, first=2001)  # another day
    assert again(second).listing is second.listing
    house.clock.set("2026-11-30 10:06:30")  # names may have changed
    assert again(second).listing is not second.listing
