"""What is set right at the counter: slips, mistakes that were told already, calls, appeals."""

from functools import partial

import pytest

from handlers.counter.acts import DONE
from handlers.counter.conduct import of_everybody
from handlers.language import in_words, words
from handlers.letters.worded import worded
from rules.model import Booking
from rules.objection import Objection
from rules.staff import Role
from storage import agents, bookings, forgetting, journal, letters, postbag, staff, strikes, visits
from storage.letters import Letter
from storage.staff import Person
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import House, printed
from tests.handlers.test_closing import closes, manager
from tests.handlers.test_counter import clerk, does, hired, told
from tests.handlers.test_letters_in_chat import posts, talking
from tests.storage import acts

__all__ = ["clerk", "manager"]
HERE = slot("2026-11-30", 13)
NEXT_DAY = "2026-12-01 09:00:00"


def mailed(house: House) -> list[Letter]:
    return list(house.do(lambda tx: postbag.claim(tx, "p", most=99)))


@pytest.fixture
def made(house: House) -> Booking:
    return house.has_booked("sato", HERE, 2)


def standing(house: House, made: Booking) -> Booking:
    found = house.do(lambda tx: bookings.by_code(tx, made.code))
    assert found is not None
    return found


def struck(house: House) -> int:
    return len(house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato"))))


@pytest.mark.parametrize("act", ["check-in", "absence"])
def test_what_kept_a_visit_in_a_closed_hour_is_taken_back_with_it(
    house: House, clerk: Person, manager: Person, made: Booking, act: str
) -> None:
    house.clock.set("2026-11-30 13:05:00" if act == "check-in" else "2026-11-30 14:00:00")
    assert does(house, clerk, act, made) == DONE
    house.clock.set("2026-11-30 13:10:00")
    assert closes(house, manager, "2026-11-30", "", 13, 14) == DONE
    assert not standing(house, made).is_cancelled
    assert does(house, clerk, "undo", made) == DONE
    assert (standing(house, made).is_cancelled, struck(house)) == (True, 0)


def test_the_rest_is_handed_over_and_what_is_recorded_stands(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 13:05:00")
    does(house, clerk, "check-in", made)
    does(house, clerk, "record", made, **{"outcome-0": "papers-missing certificate"})
    assert does(house, clerk, "record", made, all="delivered") == DONE
    said = told(house)
    assert "書類不足" in said
    assert "交付" in said
    latest = house.do(lambda tx: journal.latest(tx, most=9))
    assert sorted(entry.what for entry in latest) == ["", "delivered=1", "papers-missing=1"]


def test_who_was_there_after_all_is_received_whenever_that_is_found_out(
    house: House, clerk: Person, made: Booking
) -> None:
    house.clock.set("2026-11-30 14:00:00")
    does(house, clerk, "absence", made)
    told(house)
    house.clock.set(NEXT_DAY)
    assert does(house, clerk, "undo", made) == Objection.TOLD_ALREADY
    assert does(house, clerk, "check-in", made) == Objection.RECORDED_ALREADY
    assert does(house, clerk, "check-in", made, reason="別の方と取り違え") == DONE
    assert struck(house) == 0
    assert does(house, clerk, "record", made, all="delivered") == DONE
    assert "すべて交付しました" in told(house, "2026-12-01 09:10:00")


def test_a_slip_of_the_next_day_can_be_taken_back_for_ten_minutes(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set(NEXT_DAY)
    does(house, clerk, "absence", made)
    assert struck(house) == 1
    house.clock.set("2026-12-01 09:09:59")
    assert does(house, clerk, "undo", made) == DONE
    assert struck(house) == 0
    assert does(house, clerk, "check-in", made, reason="停電") == DONE
    house.clock.set("2026-12-02 09:00:00")
    assert does(house, clerk, "undo", made) == DONE  # that somebody was there is told to nobody


def test_that_they_will_be_late_is_forgotten_with_the_slot_and_can_be_taken_back(
    house: House, clerk: Person, made: Booking
) -> None:
    def is_late(made: Booking) -> bool:
        return house.do(lambda tx: visits.of_booking(tx, made)).is_late_told

    house.clock.set("2026-11-30 09:00:00")
    does(house, clerk, "telephone-late", made, asked="yes")
    assert is_late(made)
    assert does(house, clerk, "undo", made) == DONE
    assert not is_late(made)
    does(house, clerk, "telephone-late", made, asked="yes")
    assert does(house, clerk, "telephone-cancel", made, asked="yes") == DONE
    assert not is_late(made)


def test_that_they_will_be_late_is_forgotten_where_they_move_away(house: House, clerk: Person) -> None:
    made = house.has_booked("sato", slot("2026-12-03", 13), 2)
    beside = house.has_booked("sato", slot("2026-12-03", 13), 1, first=2001)
    does(house, clerk, "telephone-late", made, asked="yes")
    for each, is_late in ((made, 1), (beside, 0)):  # as long as something of theirs stands there
        house.do(acts.cancelling("sato", each.code))
        (row,) = house.do(lambda tx: tx.rows("SELECT is_late_told FROM visit"))
        assert row["is_late_told"] == is_late


def test_an_appeal_is_told_and_who_is_suspended_without_cause_is_seen(
    house: House, manager: Person, clerk: Person
) -> None:
    made = [house.has_booked("sato", slot("2026-11-30", hour), 1, first=1001 + hour) for hour in (9, 10, 11)]
    talking(house, made[0])
    house.clock.set("2026-11-30 15:00:00")
    for each in made:
        does(house, clerk, "absence", each)
    assert does(house, manager, "suspend", agent=made[0].agent, reason="3回") == DONE
    (found,) = house.do(lambda tx: of_everybody(tx, YOKOHAMA))
    assert (found.is_suspended, found.has_cause(YOKOHAMA)) == (True, True)
    assert does(house, manager, "appeal", booking=made[0].id, reason="電車の運休") == DONE
    assert does(house, manager, "appeal", booking="none", reason="x") == Objection.NOTHING_TO_UNDO
    (found,) = house.do(lambda tx: of_everybody(tx, YOKOHAMA))
    assert not found.has_cause(YOKOHAMA)
    assert all(found.is_atoned(strike) for _, strike in found.strikes)
    said = [printed(in_words(each.message, "ja")) for n in range(9) for each in posts(house, f"2026-11-30 15:0{n}:00")]
    assert any("11月30日(月)のご予約について利用の記録に残していた内容を取り消しました" in each for each in said), said
    mails = [house.do(lambda tx, each=each: worded(tx, house.premises, each)) for each in mailed(house)]  # type: ignore[misc]
    assert "【交付予約】記録の取り消しのお知らせ" in [words(mail.subject, "ja") for mail in mails if mail]


def test_strikes_of_visits_to_come_have_their_suspension_too(house: House, manager: Person, clerk: Person) -> None:
    made = [house.has_booked("sato", slot("2026-11-30", hour), 1, first=1001 + hour) for hour in (9, 10)]
    late = house.has_booked("sato", slot("2026-12-01", 9), 1, first=2001)
    house.clock.set("2026-11-30 15:00:00")
    for each in made:
        does(house, clerk, "absence", each)
    assert does(house, clerk, "telephone-cancel", late, asked="yes") == DONE
    for act in ("suspend", "lift-suspension"):
        assert does(house, manager, act, agent=late.agent, reason="x") == DONE
    assert does(house, manager, "suspend", agent=late.agent, reason="x") == Objection.NOT_PROPOSED


def test_whoever_is_removed_does_nothing_any_more(house: House, manager: Person, clerk: Person, made: Booking) -> None:
    house.do(lambda tx: staff.remove(tx, clerk))
    house.clock.set("2026-11-30 13:05:00")
    assert does(house, clerk, "check-in", made) == Objection.NOT_ALLOWED
    other = hired(house, "次長", Role.MANAGER)
    token = "t" * 24
    assert does(house, manager, "staff-remove", name="次長", token=token) == DONE
    assert does(house, other, "staff-remove", name=manager.name, token=token) == Objection.NOT_ALLOWED


def test_names_are_the_same_however_wide_they_are_written(house: House, clerk: Person) -> None:
    hired(house, "田中　一郎", Role.CLERK)
    assert house.do(lambda tx: staff.by_name(tx, "田中 一郎")) is not None
    assert house.do(lambda tx: staff.by_name(tx, "田中 次郎")) is None
    agent = house.do(lambda tx: acts.coming(tx, "sato"))
    house.do(
        lambda tx: tx.rows(
            "UPDATE agent SET name = 'ｻﾄｳ ﾊﾅｺ', workplace = 'ＡＢＣ法律事務所', certificate_number = '横行２４第１２号'"
        )
    )
    for said in ("サトウ", "ｻﾄｳ", "abc法律", "横行24第12号", "24第12", "sato@example.jp"):
        assert [each.id for each in house.do(partial(agents.search, said=said, most=9))] == [agent.id], said
    assert house.do(partial(agents.search, said="example.jp", most=9)) == []


def test_who_deletes_their_data_is_told_of_nothing_any_more(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 13:05:00")
    does(house, clerk, "check-in", made)
    does(house, clerk, "record", made, all="delivered")
    house.clock.set("2026-11-30 14:30:00")
    house.do(lambda tx: forgetting.forget(tx, YOKOHAMA, acts.coming(tx, "sato"), "web:9"))
    assert house.do(lambda tx: tx.rows("SELECT about FROM letter WHERE kind = 'results'")) == []
    put = house.do(lambda tx: letters.put(tx, "results", "gone 2026-11-30 1", chat="web:9"))  # as an older program did
    assert (put, posts(house, "2026-11-30 17:30:00")) == (None, [])
    assert [each.kind for each in mailed(house) if each.kind == "results"] == []
