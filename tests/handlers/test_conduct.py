"""Conduct: strikes propose, a manager decides, and the agent is told."""

from functools import partial

import pytest

from handlers.counter import conduct
from handlers.language import in_words
from handlers.letters.worded import worded
from rules.model import Slot
from rules.objection import Objection
from rules.staff import Role
from storage import agents, postbag, strikes
from storage.staff import Person
from tests.factories import YOKOHAMA, day
from tests.handlers.talking import House, printed
from tests.handlers.test_counter import does, hired
from tests.handlers.test_letters_in_chat import posts
from tests.storage import acts

DAYS = ("2026-11-27", "2026-11-30", "2026-12-01")


@pytest.fixture
def manager(house: House) -> Person:
    return hired(house, "部長", Role.MANAGER)


def struck(house: House, manager: Person, times: int = 3) -> str:
    """Let sato not have come so many times; return who they are."""
    made = [house.has_booked("sato", Slot(day(when), 9), 1, first=1001 + n) for n, when in enumerate(DAYS[:times])]
    for booking in made:
        house.clock.set(f"{booking.slot.day} 10:00:00")
        assert does(house, manager, "absence", booking) == "done"
    return made[0].agent


def told(house: House) -> list[str]:
    """Return the mails that tell of a suspension."""
    said = []
    while due := house.do(lambda tx: postbag.claim(tx, "p", most=99)):
        for letter in due:
            mail = house.do(partial(worded, premises=house.premises, letter=letter))
            if letter.kind in (conduct.SUSPENDED, conduct.LIFTED) and mail is not None:
                said.append(printed(in_words(mail.message, "ja")))
            house.do(partial(postbag.finish, letter=letter, state="sent"))
    return said


def test_so_many_strikes_propose_a_suspension_which_a_manager_confirms_and_lifts(house: House, manager: Person) -> None:
    who = struck(house, manager)
    (proposed,) = house.do(lambda tx: conduct.of_everybody(tx, YOKOHAMA))
    assert (len(proposed.strikes), proposed.proposed, proposed.is_suspended) == (3, day("2027-03-01"), False)
    assert does(house, manager, "suspend", agent=who) == Objection.NO_REASON
    assert does(house, manager, "lift-suspension", agent=who, reason="x") == Objection.NOT_SUSPENDED
    assert does(house, manager, "suspend", agent=who, reason="3回") == "done"
    assert does(house, manager, "suspend", agent=who, reason="3回") == Objection.NOT_PROPOSED
    (mail,) = told(house)
    for line in ("2027年3月1日まで、新しい予約はできません", "2026年12月1日：キャンセルの連絡がなく、来庁なし"):
        assert line in mail
    assert does(house, manager, "lift-suspension", agent=who, reason="事情を考慮") == "done"
    assert "ただいまから予約できます" in told(house)[0]
    found = house.do(lambda tx: agents.find(tx, who))
    assert found.suspended_until is None


def test_strikes_that_had_their_suspension_propose_no_other(house: House, manager: Person) -> None:
    who = struck(house, manager)
    does(house, manager, "suspend", agent=who, reason="3回")
    does(house, manager, "lift-suspension", agent=who, reason="事情を考慮")
    (shown,) = house.do(lambda tx: conduct.of_everybody(tx, YOKOHAMA))
    assert (len(shown.strikes), shown.proposed) == (3, None)
    assert does(house, manager, "suspend", agent=who, reason="x") == Objection.NOT_PROPOSED


def test_it_is_said_in_the_chat_too(house: House, manager: Person) -> None:
    who = struck(house, manager)
    does(house, manager, "suspend", agent=who, reason="3回")
    said = [printed(in_words(each.message, "ja")) for _ in range(20) for each in posts(house, "2026-12-01 10:00:00")]
    (told,) = [each for each in said if "2027年3月1日まで、新しい予約はできません" in each]
    assert "[予約を確認]" in told


def test_a_letter_of_what_was_decided_otherwise_meanwhile_is_not_sent(house: House, manager: Person) -> None:
    who = struck(house, manager)
    does(house, manager, "suspend", agent=who, reason="3回")
    does(house, manager, "lift-suspension", agent=who, reason="誤り")
    assert len(told(house)) == 1


def test_an_appeal_takes_a_strike_back(house: House, manager: Person) -> None:
    who = struck(house, manager)
    (proposed,) = house.do(lambda tx: conduct.of_everybody(tx, YOKOHAMA))
    booking, _ = proposed.strikes[0]
    assert does(house, manager, "appeal", booking=booking) == Objection.NO_REASON
    assert does(house, manager, "appeal", booking=booking, reason="病院の証明") == "done"
    assert does(house, manager, "appeal", booking=booking, reason="x") == Objection.NOTHING_TO_UNDO
    assert len(house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato")))) == 2
    assert does(house, manager, "suspend", agent=who, reason="x") == Objection.NOT_PROPOSED
    assert does(house, manager, "suspend", agent="nobody", reason="x") == Objection.NO_SUCH_AGENT


def test_who_has_nothing_against_them_is_not_shown(house: House, manager: Person) -> None:
    struck(house, manager, times=1)
    house.clock.set("2027-05-26 10:00:00")  # it has lapsed
    assert house.do(lambda tx: conduct.of_everybody(tx, YOKOHAMA)) == []
