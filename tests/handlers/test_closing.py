"""A closure: what it hits, what stands, and that nothing that was told gets earlier; places."""

import pytest

from handlers.counter import places
from handlers.counter.today import board
from handlers.language import words
from rules.closing import Closing
from rules.model import Booking, Slot
from rules.objection import Objection
from rules.staff import Role
from storage import bookings, closures, holds, slots
from storage.staff import Person
from tests.factories import YOKOHAMA, at, day, slot
from tests.handlers.talking import Chat, House, printed
from tests.handlers.test_counter import does, hired
from tests.handlers.test_letters_in_chat import post, talking
from tests.storage import acts

TUESDAY = "2026-12-01"
NOW = "2026-11-26 14:10:00"


@pytest.fixture
def manager(house: House) -> Person:
    return hired(house, "部長", Role.MANAGER)


def closes(house: House, manager: Person, first: str = TUESDAY, last: str = "", *hours: int, **form: str) -> str:
    named = {f"hour-{hour}": "on" for hour in hours}
    return does(house, manager, "close", first=first, last=last, **named, **{"reason": "台風の接近", **form})


def stands(house: House, made: Booking) -> Booking:
    found = house.do(lambda tx: bookings.by_code(tx, made.code))
    assert found is not None
    return found


def pressed(house: House, chat: Chat, label: str, said: str = NOW) -> str:
    """Press a button of the letter that came into the chat at the moment `said`."""
    choice = next(choice for choice in post(house, said).choices if choice.label == label)
    return printed(chat.presses_value(choice.command))


def test_the_old_card_of_a_closed_booking_says_so_though_another_is_booked_there(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    closes(house, manager, TUESDAY, "", 10)
    does(house, manager, "reopen", day=TUESDAY, hour="10")
    house.has_booked("sato", slot(TUESDAY, 10))
    house.clock.set(f"{TUESDAY} 10:05:00")
    shown = house.do(lambda tx: board(tx, house.premises, said=f"{made.code}-1"))
    assert shown.chosen is not None
    assert shown.chosen.verdict.tone == "bad"
    assert does(house, manager, "check-in", made) == Objection.CANCELLED


def test_who_said_to_be_late_says_so_of_another_visit_no_more(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    house.clock.set(f"{TUESDAY} 08:00:00")
    does(house, manager, "telephone-late", made, asked="yes")
    closes(house, manager, TUESDAY, "", 10)
    (row,) = house.do(lambda tx: tx.rows("SELECT is_late_told FROM visit"))
    assert row["is_late_told"] == 0


def test_a_cutoff_stays_where_the_same_place_is_held_again_or_moved_within_the_day(
    house: House, manager: Person
) -> None:
    made = house.has_booked("ito", slot("2026-12-02", 10))
    house.do(acts.holding("sato", slot("2026-12-02", 10)))
    closes(house, manager, TUESDAY)
    again = house.do(acts.holding("sato", slot("2026-12-02", 10)))
    assert getattr(again, "cutoff", None) == at("2026-12-01 12:00:00")
    house.do(acts.holding_for("ito", made, slot("2026-12-02", 11)))
    moved = house.do(acts.moving("ito", made.code))
    assert getattr(moved, "cutoff", None) == at("2026-12-01 12:00:00")


def test_the_afternoon_is_closed_at_once_for_whoever_is_not_there_yet(house: House, manager: Person) -> None:
    here, coming, over = (
        house.has_booked(name, slot(TUESDAY, hour), 1, first=1001 + hour)
        for name, hour in (("sato", 13), ("ito", 13), ("abe", 11))
    )
    house.clock.set(f"{TUESDAY} 13:05:00")
    assert does(house, manager, "check-in", here) == "done"
    assert closes(house, manager, TUESDAY, "", 11, 13, 14, 15) == "done"
    assert [stands(house, made).is_cancelled for made in (here, coming, over)] == [False, True, False]
    assert house.do(lambda tx: [slots.is_closed(tx, Slot(day(TUESDAY), hour)) for hour in (10, 13)]) == [False, True]


def test_what_cannot_be_closed(house: House, manager: Person) -> None:
    assert closes(house, manager, "2026-11-25") == Objection.IN_THE_PAST
    assert closes(house, manager, "soon") == Objection.NOT_UNDERSTOOD
    assert closes(house, manager, TUESDAY, "2026-11-30") == Objection.NOT_UNDERSTOOD
    assert closes(house, manager, TUESDAY, "2027-12-01") == Objection.TOO_LONG
    assert closes(house, manager, reason=" ") == Objection.NO_REASON
    assert places.understood(YOKOHAMA, {"first": TUESDAY, "reason": "x"}, today=day("2026-11-26")) == Closing(
        day(TUESDAY), day(TUESDAY), (), "x"
    )


def test_a_range_is_closed_looked_at_before_and_opened_again(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    closing = Closing(day("2026-11-30"), day("2026-12-02"), (), "x")
    hit = house.do(lambda tx: closures.hit(tx, YOKOHAMA, closing))
    assert [visit.bookings[0].code for visit in hit] == [made.code]
    closes(house, manager, "2026-11-30", "2026-12-02")
    closes(house, manager, "2026-12-03", "", 9)
    shown = house.do(lambda tx: places.shown(tx, YOKOHAMA))
    assert [(str(each.day), each.hour) for each in shown.closures] == [
        ("2026-11-30", None),
        (TUESDAY, None),
        ("2026-12-02", None),
        ("2026-12-03", 9),
    ]
    assert day(TUESDAY) not in shown.days
    assert [taken.closed for where, taken in shown.days[day("2026-12-03")]][:2] == [True, False]
    assert does(house, manager, "reopen", day=TUESDAY, hour="") == "done"
    assert does(house, manager, "reopen", day="2026-12-03", hour="9") == "done"
    assert does(house, manager, "reopen", day=TUESDAY, hour="") == Objection.NOT_CLOSED
    assert does(house, manager, "reopen", day="x") == Objection.NOT_UNDERSTOOD
    chat = talking(house, made)
    assert "変更後の日時：2026年12月1日(火)　10:00" in pressed(house, chat, "12月1日(火) 10:00", "2026-11-26 10:00:00")
    chat.presses("変更を確定する")
    assert stands(house, made).slot == made.slot


def test_a_held_place_of_a_closed_slot_is_gone_and_said_so(house: House, manager: Person) -> None:
    house.do(acts.holding("sato", slot(TUESDAY, 10)))
    closes(house, manager, TUESDAY, "", 10)
    assert house.do(lambda tx: holds.of_chat(tx, "web:sato")) is None
    assert str(house.do(acts.holding("sato", slot(TUESDAY, 10)))) == "Refusal.SLOT_NOT_OFFERED"


def test_no_cutoff_that_was_told_gets_earlier(house: House, manager: Person) -> None:
    made = house.has_booked("ito", slot("2026-12-02", 10))
    house.do(acts.holding("sato", slot("2026-12-02", 10)))  # the review says: until the first of December, 11:59
    closes(house, manager, TUESDAY)
    booked = house.do(acts.confirming("sato", made.cases))
    assert isinstance(booked, Booking)
    assert booked.cutoff == stands(house, made).cutoff == at("2026-12-01 12:00:00")
    later = house.has_booked("abe", slot("2026-12-02", 10), 1, first=1001)
    assert later.cutoff == at("2026-11-30 12:00:00")


def test_places_of_a_slot_are_set_and_never_fewer_than_taken(house: House, manager: Person) -> None:
    for name in ("sato", "ito"):
        house.has_booked(name, slot(TUESDAY, 10), 1, first=1001 + len(name))
    assert does(house, manager, "places", day=TUESDAY, **{"places-10": "1"}) == Objection.FEWER_THAN_TAKEN
    assert does(house, manager, "places", day=TUESDAY, **{"places-9": "0", "places-10": "2"}) == "done"
    (_, taken_at_nine), (_, taken_at_ten) = house.do(lambda tx: places.shown(tx, YOKOHAMA)).days[day(TUESDAY)][:2]
    assert (taken_at_nine.places, taken_at_ten.places, taken_at_ten.taken) == (0, 2, 2)
    for form in ({}, {"day": "x"}, {"day": "2026-11-25"}, {"day": TUESDAY}, {"day": TUESDAY, "places-9": "many"}):
        assert does(house, manager, "places", **form) == Objection.NOT_UNDERSTOOD


def test_why_a_slot_is_closed(house: House, manager: Person) -> None:
    closes(house, manager, TUESDAY)
    assert house.do(lambda tx: closures.reason(tx, slot(TUESDAY, 10))) == "台風の接近"
    assert house.do(lambda tx: closures.reason(tx, slot("2026-12-02", 10))) == ""


def test_places_that_a_colleague_set_meanwhile_are_not_set_back(house: House, manager: Person) -> None:
    assert does(house, manager, "places", day=TUESDAY, **{"places-9": "5", "was-9": "10"}) == "done"
    old = {"places-9": "10", "was-9": "10", "places-10": "3", "was-10": "10"}
    assert does(house, manager, "places", day=TUESDAY, **old) == Objection.CHANGED_MEANWHILE
    assert does(house, manager, "reopen", day=TUESDAY, hour="9" * 40) == Objection.NOT_UNDERSTOOD


def test_a_closed_hour_says_so_where_hours_are_chosen(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot("2026-12-02", 10))
    chat = talking(house, made)
    closes(house, manager, TUESDAY, "", 11, 13)
    assert words(places.hours_of(Closing(day(TUESDAY), day(TUESDAY), (11, 13))), "ja") == "11:00、13:00"
    assert words(places.hours_of(Closing(day(TUESDAY), day(TUESDAY))), "ja") == "終日"
    chat.presses_value(f"move|{made.code}|1")
    chat.presses("12月1日(火)")
    assert "[11:00〜12:00 ×休止]" in printed(chat.says("12月1日"))


def test_a_button_that_names_no_slot_leads_to_the_days(house: House) -> None:
    made = house.has_booked("sato", slot("2026-12-02", 10))
    chat = talking(house, made)
    for broken in ("move@soon@x", "move@2026-12-01@x"):
        assert "変更後の日を選んでください" in printed(chat.presses_value(f"{broken}|{made.code}|1"))
    house.clock.set("2026-12-01 12:00:00")
    assert "期限" in printed(chat.presses_value(f"move@2026-12-03@9|{made.code}|1"))
