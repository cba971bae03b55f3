"""What was closed: its agents are told, and choose another hour outside the quota."""

from functools import partial

from handlers.language import in_words
from handlers.letters import closed
from handlers.letters.worded import worded
from storage import postbag, strikes
from storage.staff import Person
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import House, printed
from tests.handlers.test_closing import NOW, TUESDAY, closes, manager, pressed, stands
from tests.handlers.test_counter import does
from tests.handlers.test_letters_in_chat import post, posts, talking
from tests.storage import acts

__all__ = ["manager"]


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
        "次の時間帯は窓口を休止することとなり、このご予約を取り消しました。ご迷惑をおかけし、申し訳ございません。\n"
        "11月27日(金) 14:09まで、代わりの日時をお選びいただけます。その際、3枠までの制限はかかりません。"
        "ご自身によるキャンセルではありませんので、利用の記録には残りません。\n"
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
    chat.presses_value(f"move|{made.code}|{after.version}")
    chat.presses("12月4日(金)")
    assert "この日時に変更しますか" in printed(chat.presses("10:00〜11:00 残り10"))


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
