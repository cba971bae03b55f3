"""A closure: who is told, what they may choose instead, and that nothing that was told gets earlier."""

from functools import partial

import pytest

from handlers.counter import places
from handlers.counter.today import board
from handlers.language import in_words
from handlers.letters import closed
from handlers.letters.worded import worded
from rules.closing import Closing
from rules.model import Booking, Slot
from rules.objection import Objection
from rules.staff import Role
from storage import bookings, closures, holds, postbag, slots, strikes
from storage.staff import Person
from tests.factories import YOKOHAMA, at, day, slot
from tests.handlers.talking import Chat, House, printed
from tests.handlers.test_counter import does, hired
from tests.handlers.test_letters_in_chat import post, posts, talking
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


def test_a_day_is_closed_and_its_agent_chooses_again_outside_the_quota(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10), 2)
    for n, where in enumerate((slot("2026-11-30", 9), slot("2026-12-02", 9))):
        house.has_booked("sato", where, 1, first=1001 + n)
    chat = talking(house, made)
    house.clock.set(NOW)
    assert closes(house, manager) == "done"
    house.has_booked("sato", slot("2026-12-03", 9), 1, first=1003)  # three slots again
    letter = post(house, NOW)
    assert printed(letter) == (
        "【ご予約の時間帯の窓口休止のお知らせ】\n"
        "次の時間帯は窓口を休止することになりました。恐れ入りますが、この予約は取り消しました。\n"
        "11月27日(金) 14:09まで、代わりの日時をお選びいただけます。その際、3枠までの制限はかかりません。"
        "お客様によるキャンセルではありませんので、利用の記録には残りません。\n"
        "日時：2026年12月1日(火)　10:00〜11:00の間に\n"
        f"予約番号：{made.code}\n"
        "申請番号：東永P9001\n　　東永P9002\n"
        "理由：台風の接近\n"
        "[11月30日(月) 9:00] [11月30日(月) 10:00] [12月2日(水) 10:00] [ほかの日時を選ぶ]"
        " [予約を確認]"
    )
    nearest = next(choice for choice in letter.choices if choice.label == "12月2日(水) 10:00")
    asked = printed(chat.presses_value(nearest.command))
    assert "休止した日時：2026年12月1日(火)　10:00〜11:00の間に" in asked
    assert "変更後の日時：2026年12月2日(水)　10:00〜11:00の間に" in asked
    assert "予約を変更しました" in printed(chat.presses("変更を確定する"))
    after = stands(house, made)
    assert (after.slot, after.is_cancelled, after.version, after.beyond) == (slot("2026-12-02", 10), False, 3, "closed")
    assert house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato"))) == []


def test_the_mail_tells_the_same_with_a_file_for_the_calendar(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    closes(house, manager)
    (letter,) = [each for each in house.do(lambda tx: postbag.claim(tx, "p", most=9)) if each.kind == "closed"]
    mail = house.do(partial(worded, premises=house.premises, letter=letter))
    assert mail is not None
    said = in_words(mail.message, "ja")
    assert [each.kind for each in said.attachments] == ["calendar"]
    text = printed(said)
    for line in ("佐藤 花子 様", "空いている近い日時", "チャットの「予約を確認」からお選びください。", made.code):
        assert line in text
    house.clock.set("2026-11-28 10:00:00")  # it was long on its way
    late = house.do(partial(worded, premises=house.premises, letter=letter))
    assert late is not None
    assert "あらためてご予約ください" in printed(in_words(late.message, "ja"))


def test_nobody_is_told_who_chose_again_already(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    chat = talking(house, made)
    closes(house, manager)
    chat.says("予約を確認")
    assert "代わりの日時をお選びいただけます" in printed(chat.presses_value(f"open|{made.code}|2"))
    chat.presses("ほかの日時を選ぶ")
    chat.presses("12月2日(水)")
    chat.presses("9:00〜10:00 残り10")
    chat.presses("変更を確定する")
    letters = house.do(lambda tx: postbag.claim(tx, "p", most=9))
    (letter,) = [each for each in letters if each.kind == "closed"]
    assert house.do(partial(worded, premises=house.premises, letter=letter)) is None
    assert [each for each in posts(house, NOW) if "休止" in printed(in_words(each.message, "ja"))] == []


def test_several_bookings_of_a_day_are_told_of_at_once(house: House, manager: Person) -> None:
    first = house.has_booked("sato", slot(TUESDAY, 9))
    second = house.has_booked("sato", slot(TUESDAY, 13), 1, first=1001)
    closes(house, manager)
    labels = [str(choice.label) for choice in post(house, NOW).choices]
    assert labels == [
        f"9:00 {first.code} 選び直す",
        f"13:00 {second.code} 選び直す",
        "予約を確認",
    ]


def test_numbers_that_were_booked_anew_do_not_stand_twice(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    chat = talking(house, made)
    closes(house, manager)
    anew = house.has_booked("sato", slot("2026-12-03", 9))  # the same number
    pressed(house, chat, "11月30日(月) 10:00", "2026-11-26 10:00:00")
    assert "申請番号" in printed(chat.presses("変更を確定する"))
    assert (stands(house, made).is_cancelled, stands(house, anew).is_cancelled) == (True, False)


def test_at_the_quota_every_free_hour_can_be_chosen_and_moved_to_afterwards(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    chat = talking(house, made)
    closes(house, manager)
    for n, hour in enumerate((9, 10, 11)):
        house.has_booked("sato", slot("2026-12-03", hour), 1, first=1001 + n)
    pressed(house, chat, "ほかの日時を選ぶ", "2026-11-26 10:00:00")
    chat.presses("12月2日(水)")
    chat.presses("9:00〜10:00 残り10")
    chat.presses("変更を確定する")
    after = stands(house, made)
    assert (after.slot, after.beyond) == (slot("2026-12-02", 9), "closed")
    house.has_booked("sato", slot("2026-12-02", 9), 1, first=2001)  # beside it, in the same visit
    chat.presses_value(f"move|{made.code}|{after.version}")
    chat.presses("12月4日(金)")
    assert "すべて予約済み" not in printed(chat.says("10時"))


def test_a_place_that_was_taken_meanwhile_leads_to_the_hours_of_that_day(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    chat = talking(house, made)
    closes(house, manager)
    letter = post(house, "2026-11-26 10:00:00")
    command = next(choice.command for choice in letter.choices if choice.label == "11月30日(月) 10:00")
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-11-30', 10, 0)"))
    assert "11月30日(月)" in printed(chat.presses_value(command))
    assert "11:00〜12:00" in printed(chat.says("11時"))


def test_nearest_are_only_those_that_can_be_taken(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot("2026-12-02", 10), 2)
    house.has_booked("sato", slot(TUESDAY, 10), 9, first=1001)  # with two more it would be eleven
    house.do(lambda tx: tx.rows("UPDATE agent SET certificate_expiry = '2026-12-02' WHERE id = ?", made.agent))
    closes(house, manager, "2026-12-02")
    found = house.do(lambda tx: closed.nearest(tx, YOKOHAMA, made))
    assert [(str(each.day), each.hour) for each in found] == [(TUESDAY, 9), (TUESDAY, 11), (TUESDAY, 13)]


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


def test_slots_behind_a_window_that_became_shorter_count(house: House, manager: Person) -> None:
    closes(house, manager, "2026-11-30")
    house.has_booked("sato", slot("2026-12-04", 9), 1, first=1001)
    does(house, manager, "reopen", day="2026-11-30", hour="")
    for n, hour in enumerate((9, 10)):
        house.has_booked("sato", slot("2026-12-03", hour), 1, first=2001 + n)
    assert str(house.do(acts.holding("sato", slot("2026-12-03", 11)))) == "Refusal.ALL_SLOTS_HELD"


def test_a_day_later_it_is_over(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot("2026-12-02", 10))
    chat = talking(house, made)
    house.clock.set(NOW)
    closes(house, manager, "2026-12-02")
    command = next(choice.command for choice in post(house, NOW).choices if choice.label == "ほかの日時を選ぶ")
    house.clock.set("2026-11-27 14:10:00")
    assert "すでにキャンセルされています" in printed(chat.presses_value(command))
    assert stands(house, made).is_cancelled


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
    assert closes(house, manager, TUESDAY, "2027-12-01") == Objection.NOT_UNDERSTOOD
    assert closes(house, manager, reason=" ") == Objection.NO_REASON
    assert places.understood(YOKOHAMA, {"first": TUESDAY, "reason": "x"}, today=day("2026-11-26")) == Closing(
        day(TUESDAY), day(TUESDAY), (), "x"
    )


def test_a_range_is_closed_looked_at_before_and_opened_again(house: House, manager: Person) -> None:
    made = house.has_booked("sato", slot(TUESDAY, 10))
    closing = Closing(day("2026-11-30"), day("2026-12-02"), (), "x")
    hit = house.do(lambda tx: places.would_hit(tx, YOKOHAMA, closing))
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
