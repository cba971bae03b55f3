"""Figures: what they count, and the file behind each; and staff as a manager sees them."""

import csv
import io
from functools import partial

from handlers.counter import figures
from rules.model import Slot
from rules.objection import Objection
from rules.staff import Role
from storage import journal, staff
from tests.factories import YOKOHAMA, day
from tests.handlers.talking import House
from tests.handlers.test_counter import does, hired

TOKEN = "a token that is long enough"


def rows(house: House, key: str) -> list[list[str]]:
    found = {figure.key: figure for figure in house.do(lambda tx: figures.of_period(tx, YOKOHAMA, 30))}
    assert found[key].most > 0
    return list(csv.reader(io.StringIO(figures.as_csv(found[key], "ja").removeprefix("\ufeff"))))


def test_a_day_with_everything_in_it(house: House) -> None:
    clerk = hired(house, "田中", Role.CLERK)
    hour = day("2026-11-30")
    here, absent, _ = (
        house.has_booked(name, Slot(hour, at), 2, first=1001 + at * 10)
        for name, at in (("sato", 9), ("ito", 9), ("abe", 10))
    )
    house.clock.set("2026-11-30 09:10:00")
    does(house, clerk, "check-in", here)
    chosen = {"outcome-0": "delivered", "outcome-1": "papers-missing certificate"}
    does(house, clerk, "record", here, **chosen)
    house.clock.set("2026-11-30 10:10:00")
    does(house, clerk, "absence", absent)
    assert rows(house, "visits") == [["日付", "件数"], ["2026年11月30日(月)", "3"]]
    assert rows(house, "use")[:3] == [["時間帯", "件数", "受付数"], ["9:00", "2", "190"], ["10:00", "1", "190"]]
    assert [row[1] for row in rows(house, "came")[1:]] == ["1", "1", "0"]
    house.clock.set("2026-11-30 11:00:00")
    assert [row[1] for row in rows(house, "came")[1:]] == ["1", "1", "1"]
    assert sorted(row[0] for row in rows(house, "outcomes")[1:]) == ["交付", "書類不足"]
    assert rows(house, "missing")[1] == ["証明書（受取日に有効なもの）", "1"]
    assert rows(house, "lead")[1] == ["4日", "3"]


def test_where_there_is_nothing_yet(house: House) -> None:
    assert rows(house, "visits") == [["日付", "件数"]]


def test_a_manager_adds_links_anew_and_removes(house: House) -> None:
    manager = hired(house, "部長", Role.MANAGER)
    for name in ("staff-add", "staff-reset", "staff-remove"):
        assert does(house, manager, name, name="田中", token="short") == Objection.NOT_UNDERSTOOD
    assert does(house, manager, "staff-add", name="田中", token=TOKEN, role="manager") == "done"
    assert does(house, manager, "staff-add", name="田中", token=TOKEN) == Objection.NAME_TAKEN
    assert does(house, manager, "staff-reset", name="田中", token=TOKEN) == "done"
    assert does(house, manager, "staff-remove", name="部長", token=TOKEN) == Objection.NOT_YOURSELF
    assert does(house, manager, "staff-remove", name="鈴木", token=TOKEN) == Objection.NO_SUCH_PERSON
    assert does(house, manager, "staff-remove", name="田中", token=TOKEN) == "done"
    assert [person.name for person in house.do(staff.everybody)] == ["部長"]


def test_the_journal_is_shown_with_what_each_act_was_about(house: House) -> None:
    made, person = house.has_booked("sato", Slot(day("2026-11-30"), 9)), hired(house, "田中", Role.CLERK)
    house.do(lambda tx: staff.remove(tx, person))
    expected = {
        made.id: made.code,
        made.agent: "佐藤 花子",
        person.id: "田中",
        "2026-12-01 9": "2026-12-01 9",
        "2026-12-01": "2026-12-01",
        "forgotten": "",
    }
    assert {each: house.do(partial(journal.named, subject=each)) for each in expected} == expected
