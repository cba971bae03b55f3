"""What a clerk does after the agent was told, a second search, and what the page says right after an act."""

from functools import partial

import pytest

from handlers.counter import sheet
from handlers.counter.acts import DONE
from handlers.counter.behalf import calling
from handlers.counter.people import TOKEN, remove
from handlers.counter.scan import Scanned, verdict
from handlers.counter.today import board
from handlers.letters.worded import worded
from rules.model import Booking
from rules.objection import Objection
from storage import journal, postbag, slots, staff, visits
from storage.staff import Person
from tests.factories import YOKOHAMA, day, slot
from tests.handlers.talking import House, printed
from tests.handlers.test_closing import closes, manager
from tests.handlers.test_counter import clerk, does, told
from tests.handlers.test_mended import HERE, made, struck

__all__ = ["clerk", "made", "manager"]
EVENING = "2026-11-30 17:30:00"


def mailed(house: House, kind: str) -> list[str]:
    """Return the mails of `kind` that are due, in words; they are sent by that."""
    said = []
    for letter in house.do(lambda tx: postbag.claim(tx, "p", most=99)):
        mail = house.do(partial(lambda tx, letter: worded(tx, house.premises, letter), letter=letter))
        house.do(partial(postbag.finish, letter=letter, state="sent" if mail else "skipped"))
        if letter.kind == kind and mail is not None:
            said.append(printed(mail.message) if isinstance(mail.message.title, str) else repr(mail.message))
    return said


def results_waiting(house: House) -> int:
    waiting = "SELECT 1 FROM letter WHERE kind = 'results' AND state = 'pending' AND channel = 'mail'"
    rows = house.do(lambda tx: tx.rows(waiting))
    return len(rows)


def test_everything_was_handed_over_only_where_nothing_is_left_unrecorded(
    house: House, clerk: Person, made: Booking
) -> None:
    house.clock.set("2026-11-30 13:05:00")
    does(house, clerk, "check-in", made)
    does(house, clerk, "record", made, **{"outcome-0": "delivered"})
    said = told(house, EVENING)
    assert "すべて交付しました" not in said
    assert "結果の記録はありません" in said


def test_what_was_told_is_not_undone_behind_the_back_of_whoever_was_told(
    house: House, clerk: Person, made: Booking
) -> None:
    house.clock.set("2026-11-30 13:05:00")
    does(house, clerk, "check-in", made)
    does(house, clerk, "record", made, all="delivered")
    house.clock.set(EVENING)
    assert mailed(house, "results")
    assert does(house, clerk, "record", made, **{"outcome-0": "delivered"}) == DONE  # nothing new: nobody is told
    assert results_waiting(house) == 0
    assert does(house, clerk, "record", made, **{"outcome-0": "not-yet"}) == DONE
    assert results_waiting(house) == 1
    assert does(house, clerk, "undo", made) == Objection.TOLD_ALREADY


def test_a_strike_that_was_told_is_taken_back_with_a_letter(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 14:00:00")
    does(house, clerk, "absence", made)
    house.clock.set(EVENING)
    assert mailed(house, "results")
    assert does(house, clerk, "check-in", made, reason="取り違え") == DONE
    assert struck(house) == 0
    assert len(mailed(house, "strike-lifted")) == 1


def test_a_strike_that_nobody_was_told_of_is_taken_back_in_silence(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 14:00:00")
    does(house, clerk, "absence", made)
    assert does(house, clerk, "check-in", made, reason="取り違え") == DONE
    assert mailed(house, "strike-lifted") == []


@pytest.mark.parametrize("said", ["papers-missing", "papers-missing money", "delivered request", "nothing"])
def test_an_outcome_names_the_missing_paper_or_none(house: House, clerk: Person, made: Booking, said: str) -> None:
    house.clock.set("2026-11-30 13:05:00")
    does(house, clerk, "check-in", made)
    assert does(house, clerk, "record", made, **{"outcome-0": "delivered", "outcome-1": said}) == (
        Objection.NOT_UNDERSTOOD
    )


def test_the_journal_says_what_was_taken_back(house: House, clerk: Person, manager: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 09:00:00")
    does(house, clerk, "telephone-late", made, asked="yes")
    does(house, clerk, "undo", made)
    house.clock.set("2026-11-30 13:05:00")
    does(house, clerk, "check-in", made)
    does(house, clerk, "record", made, all="delivered")
    does(house, clerk, "undo", made)
    does(house, clerk, "undo", made)
    house.clock.set("2026-11-30 14:00:00")
    does(house, clerk, "absence", made)
    does(house, clerk, "undo", made)
    closes(house, manager, "2026-12-01", "", 9)
    does(house, clerk, "staff-remove", name=manager.name)
    entries = house.do(lambda tx: journal.latest(tx, most=20))
    undone = {entry.what for entry in entries if entry.act == "undo"}
    assert undone == {"undo-late", "undo-outcomes", "undo-arrival", "undo-absence"}
    assert [entry.what for entry in entries if entry.act == "close"] == ["visits-cancelled=0"]
    assert [entry.about for entry in entries if entry.act == "staff-remove"] == [manager.id]


def test_nobody_removes_themselves_however_wide_they_write(house: House, manager: Person) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in manager.name)
    form = {"name": f" {wide} ", "token": "t" * TOKEN}
    assert does(house, manager, "staff-remove", **form) == Objection.NOT_YOURSELF
    assert house.do(lambda tx: staff.by_name(tx, manager.name)) is not None
    assert house.do(lambda tx: remove(tx, "nobody")) is Objection.NO_SUCH_PERSON


def test_nothing_is_closed_by_a_slip_in_the_year(house: House, manager: Person) -> None:
    assert closes(house, manager, "9999-12-01", "", 9) == Objection.TOO_FAR


def test_whoever_telephones_about_another_day_is_found(house: House, made: Booking) -> None:
    house.has_booked("ito", slot("2026-12-01", 10), 1, first=5001)
    house.has_booked("ito", slot("2026-12-02", 10), 1, first=5002)
    found = house.do(lambda tx: board(tx, house.premises, said=made.cases[0].typed))
    assert found.chosen is not None
    assert found.chosen.visit.slot == HERE
    several = house.do(lambda tx: board(tx, house.premises, said="東永P500"))
    assert [visit.slot.day for visit in several.visits] == [day("2026-12-01"), day("2026-12-02")]
    assert house.do(lambda tx: board(tx, house.premises, said="nobody")).visits == []


def test_a_version_that_there_never_was_is_said_to_be_none(house: House, made: Booking) -> None:
    visit = house.do(lambda tx: visits.of_booking(tx, made))
    said = verdict(YOKOHAMA, visit, Scanned(made.code, 7), now=house.clock.now)
    assert "no version" in said.said.text


def test_a_closed_hour_is_not_offered_to_who_telephones(house: House, manager: Person, made: Booking) -> None:
    closes(house, manager, "2026-12-01", "", 9, 10)
    found = house.do(lambda tx: calling(tx, YOKOHAMA, agent=made.agent))
    assert found.left is not None
    hours = [where.hour for where, _ in found.left[day("2026-12-01")]]
    assert 9 not in hours
    assert 11 in hours
    assert house.do(lambda tx: slots.is_closed(tx, slot("2026-12-01", 9)))


def test_the_sheet_of_a_closed_day_says_so(house: House, manager: Person) -> None:
    assert not house.do(lambda tx: sheet.sheet(tx, YOKOHAMA, day("2026-12-01"))).is_closed
    closes(house, manager, "2026-12-01", "")
    assert house.do(lambda tx: sheet.sheet(tx, YOKOHAMA, day("2026-12-01"))).is_closed
