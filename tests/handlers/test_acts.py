"""Acts at the counter: each by whoever may, written down whether it was done or not, and worded."""

import pytest

from handlers.counter.acts import ACTS, PAGES, cleaned, may_look, refuse_look
from handlers.phrases import acts as phrases
from rules.objection import Objection
from rules.staff import Role
from storage import journal
from tests.handlers.talking import House
from tests.handlers.test_counter import does, hired


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", [*ACTS, "format-the-disk"])
def test_who_may_do_what(house: House, name: str, role: Role) -> None:
    person = hired(house, "田中", role)
    result = does(house, person, name)
    is_allowed = name in ACTS and (role is Role.MANAGER or ACTS[name].needs is Role.CLERK)
    assert (result != Objection.NOT_ALLOWED) is is_allowed
    (entry,) = house.do(lambda tx: journal.latest(tx, most=9))
    assert (entry.staff, entry.act, entry.result) == (person.id, name if name in ACTS else "unknown", result)


def test_what_no_database_takes_is_not_on_a_form() -> None:
    assert cleaned({"agent": " a\0b\ud800 ", "reason": "x" * 9000}) == {"agent": "ab", "reason": "x" * 2000}


def test_every_act_and_every_objection_has_its_sentence() -> None:
    assert set(phrases.DONE) == set(ACTS)
    assert set(phrases.ACTS) == {*ACTS, "look", "sign-in", "sign-out", "set-passphrase", "unknown"}
    assert set(phrases.OBJECTIONS) == set(Objection)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("page", PAGES)
def test_who_may_look_at_what(house: House, page: str, role: Role) -> None:
    person = hired(house, "田中", role)
    is_allowed = role is Role.MANAGER or PAGES[page] is Role.CLERK
    assert may_look(person, page) is is_allowed
    house.do(lambda tx: refuse_look(tx, person, page))
    (entry,) = house.do(lambda tx: journal.latest(tx, most=9))
    assert (entry.act, entry.why, entry.result) == ("look", page, Objection.NOT_ALLOWED)
