"""What staff do at the counter: each act by whoever may, once, written down; and what the agent is told."""

from functools import partial
from itertools import count

import pytest

from handlers.counter.acts import ACTS, DONE, act
from handlers.counter.scan import Scanned, verdict
from handlers.language import on_screen, words
from handlers.letters.worded import posted, worded
from rules.model import Booking
from rules.objection import Objection
from rules.staff import Role
from storage import bookings, journal, postbag, results, staff, strikes, visits
from storage.journal import Entry
from storage.staff import Person
from tests.factories import YOKOHAMA, at, slot
from tests.handlers.talking import House, printed
from tests.storage import acts

ONCE = count()
HERE = slot("2026-11-30", 10)


@pytest.fixture
def clerk(house: House) -> Person:
    return hired(house, "田中", Role.CLERK)


@pytest.fixture
def made(house: House) -> Booking:
    """A booking of sato, whose hour it is."""
    made = house.has_booked("sato", HERE, 2)
    house.clock.set("2026-11-30 10:10:00")
    return made


def hired(house: House, name: str, role: Role) -> Person:
    made = house.do(lambda tx: staff.add(tx, name, role, link=name))
    assert isinstance(made, Person)
    return made


def does(house: House, person: Person, name: str, made: Booking | None = None, /, **form: str) -> str:
    """Let `person` do an act with the visit of `made` as it stands now; return the result."""
    return entered(house, person, name, made, **form).result


def entered(house: House, person: Person, name: str, made: Booking | None = None, /, **form: str) -> Entry:
    said = {"once": str(next(ONCE)), **form}
    if made is not None:
        found = house.do(lambda tx: visits.locked(tx, YOKOHAMA, made.code))
        assert found is not None
        said = {"code": made.code, "version": str(found.version), **said}
    return house.do(lambda tx: act(tx, house.premises, person, name, said))


def told(house: House, moment: str = "2026-11-30 17:30:00") -> str:
    """Return what the agent is told of their visits in the web chat, or nothing."""
    house.clock.set(moment)
    said = []
    while due := house.do(lambda tx: postbag.claim(tx, "postman", most=9, channel="web")):
        for letter in due:
            if letter.kind == results.RESULTS:
                said.append(house.do(partial(posted, premises=house.premises, letter=letter)))
            house.do(partial(postbag.finish, letter=letter, state="sent"))
    return "\n".join(printed(on_screen(each.message, "ja")) for each in said if each is not None)


def test_a_visit_from_the_scan_to_what_the_agent_is_told(house: House, clerk: Person, made: Booking) -> None:
    assert does(house, clerk, "check-in", made) == DONE
    chosen = {"outcome-0": "delivered", "outcome-1": "papers-missing request"}
    assert does(house, clerk, "record", made, **chosen) == DONE
    said = told(house)
    for line in (
        "11月30日(月)のご来庁の結果",
        "交付できなかったものは、あらためて予約できます。",
        "東永P9001",
        "交付",
        "書類不足",
    ):
        assert line in said
    entries = house.do(lambda tx: journal.latest(tx, most=9))
    assert sorted(entry.act for entry in entries if entry.about == made.id) == ["check-in", "record"]


def test_one_button_records_every_case(house: House, clerk: Person, made: Booking) -> None:
    does(house, clerk, "check-in", made)
    assert does(house, clerk, "record", made, all="delivered") == DONE
    said = told(house)
    assert "すべて交付しました" in said
    assert "予約する" not in said


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"outcome-0": "eaten"},
        {"outcome-0": "papers-missing"},
        {"outcome-0": "papers-missing money"},
        {"outcome-9": "delivered"},
    ],
)
def test_what_cannot_be_understood_changes_nothing(
    house: House, clerk: Person, made: Booking, form: dict[str, str]
) -> None:
    does(house, clerk, "check-in", made)
    assert does(house, clerk, "record", made, **form) == Objection.NOT_UNDERSTOOD
    assert told(house) == ""


def test_a_no_show_is_a_strike_and_a_slip_is_taken_back_step_by_step(
    house: House, clerk: Person, made: Booking
) -> None:
    assert does(house, clerk, "absence", made) == Objection.NOT_OVER
    house.clock.set("2026-11-30 11:00:00")
    assert does(house, clerk, "absence", made) == DONE
    assert len(house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato")))) == 1
    assert does(house, clerk, "undo", made) == DONE
    assert house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato"))) == []
    assert does(house, clerk, "check-in", made, reason="駅での人身事故") == DONE
    assert does(house, clerk, "record", made, all="not-yet") == DONE
    for expected in (DONE, DONE, Objection.NOTHING_TO_UNDO):
        assert does(house, clerk, "undo", made) == expected
    assert told(house) == ""  # nothing is left of it


def test_the_agent_is_told_of_a_strike_and_can_see_it(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 11:00:00")
    does(house, clerk, "absence", made)
    said = told(house)
    assert "次のとおり記録しました：キャンセルの連絡がなく、来庁なし。この記録は2027年5月29日に抹消されます。" in said
    assert does(house, clerk, "undo", made) == Objection.TOLD_ALREADY


def test_a_call_after_the_cutoff_cancels_with_a_strike(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 09:00:00")
    assert does(house, clerk, "telephone-cancel", made) == Objection.NOT_ASKED
    assert does(house, clerk, "telephone-cancel", made, asked="yes") == DONE
    gone = house.do(lambda tx: bookings.by_code(tx, made.code))
    assert gone is not None
    assert gone.is_cancelled
    (mail,) = [
        letter for letter in house.do(lambda tx: postbag.claim(tx, "p", most=9)) if letter.kind == "cancellation"
    ]
    assert house.do(lambda tx: worded(tx, house.premises, mail)) is not None
    assert "期限後のキャンセル" in told(house)
    assert does(house, clerk, "telephone-late", made, asked="yes") == Objection.CANCELLED


def test_a_call_to_be_late_is_no_strike_and_is_seen_when_they_come(house: House, clerk: Person, made: Booking) -> None:
    house.clock.set("2026-11-30 09:00:00")
    assert does(house, clerk, "telephone-late", made) == Objection.NOT_ASKED
    assert does(house, clerk, "telephone-late", made, asked="yes") == DONE
    now = at("2026-11-30 11:05:00")
    found = house.do(lambda tx: visits.locked(tx, YOKOHAMA, made.code))
    assert found is not None
    assert "事前に電話連絡" in words(verdict(YOKOHAMA, found, Scanned(made.code), now=now).said, "ja")
    assert house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato"))) == []


def test_two_clerks_overwrite_nothing_unnoticed(house: House, clerk: Person, made: Booking) -> None:
    other = hired(house, "鈴木", Role.CLERK)
    assert does(house, clerk, "check-in", made) == DONE
    for name in ACTS:
        if name in OF_A_VISIT:
            assert does(house, other, name, made, version="0", asked="yes") == Objection.CHANGED_MEANWHILE
            assert does(house, other, name, code="NOSUCH22", version="0") == Objection.NO_SUCH_BOOKING


OF_A_VISIT = ("check-in", "record", "absence", "undo", "telephone-cancel", "telephone-late")


def test_a_form_that_is_sent_twice_is_done_once(house: House, clerk: Person, made: Booking) -> None:
    first = entered(house, clerk, "check-in", made, once="same", version="0")
    again = entered(house, clerk, "check-in", made, once="same", version="0")
    assert (first, first.result) == (again, DONE)
    assert house.do(lambda tx: len(journal.latest(tx, most=9))) == 1
    assert does(house, hired(house, "鈴木", Role.CLERK), "check-in", made, once="same") == Objection.HERE_ALREADY
    other = entered(house, clerk, "undo", made, once="same")  # a form of which something else was made
    assert (other.act, other.result) == ("undo", DONE)


def test_one_letter_tells_of_what_was_recorded_twice(house: House, clerk: Person, made: Booking) -> None:
    does(house, clerk, "check-in", made)
    for outcome in ("delivered", "not-yet"):
        does(house, clerk, "record", made, all=outcome)
    rows = house.do(lambda tx: tx.rows("SELECT channel FROM letter WHERE kind = ?", results.RESULTS))
    assert sorted(row["channel"] for row in rows) == ["mail", "web"]
