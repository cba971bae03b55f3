"""Reminders in the chat where the booking was made: their words, and buttons that outlive the talk."""

from handlers.language import on_screen
from handlers.letters.mail import Post
from handlers.letters.worded import posted
from handlers.message import Message
from rules.model import Booking
from storage import postbag
from tests.factories import YOKOHAMA, numbers, slot
from tests.handlers import limits
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts


def posts(house: House, moment: str) -> list[Post]:
    """Return what is said in web chats at `moment`."""
    house.clock.set(moment)
    claimed = house.do(lambda tx: postbag.claim(tx, "postman", most=99, channel="web"))
    said = []
    for letter in claimed:
        said.append(house.do(lambda tx, letter=letter: posted(tx, house.premises, letter)))  # type: ignore[misc]
        house.do(lambda tx, letter=letter: postbag.finish(tx, letter, "sent"))  # type: ignore[misc]
    return [post for post in said if post is not None]


def post(house: House, moment: str) -> Message:
    (said,) = posts(house, moment)
    message = on_screen(said.message, "ja")
    limits.check(message)
    return message


def talking(house: House, booking: Booking) -> Chat:
    chat = Chat(house, booking.chat)
    chat.is_agent("sato")
    return chat


def test_three_reminders_each_with_what_can_be_done_then(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10), cases=2)
    assert printed(post(house, "2026-11-30 09:00:00")) == (
        "【11月30日(月) 11:59まで、変更・キャンセルできます】\n"
        "ご都合がつかない場合や、件数・申請番号に変更がある場合は、それまでに、下のボタンから変更・キャンセルしてください。"
        "期限を過ぎると、お電話でのご連絡が必要です。\n"
        "日時：2026年12月1日(火)　10:00〜11:00の間に\n"
        f"予約番号：{booking.code}\n"
        "件数：2件\n"
        "申請番号：東永P9001\n　　東永P9002\n"
        "官署：東京出入国在留管理局横浜支局　「③許可・証印」カウンター\n"
        "持ち物：届出済証明書（受取日に有効なもの）\n"
        "　　通知書（ハガキ）と、それに記載の必要書類（手数料等は通知書のとおり）\n"
        "電話番号：0570-045259（部屋番号10）\n"
        "[日時を変更] [申請番号を訂正] [件数を減らす] [キャンセルする]"
    )
    deadline = post(house, "2026-11-30 12:00:00")
    assert (deadline.title, deadline.attachments) == ("変更・キャンセルの期限を過ぎました", ())
    today = post(house, "2026-12-01 08:00:00")
    assert [a.kind for a in today.attachments] == ["card"]
    for message in (deadline, today):
        assert [choice.label for choice in message.choices] == ["予約を表示", "電話する 0570-045259"]
        assert message.choices[0].command == f"open|{booking.code}|1"
    assert "添付" not in printed(deadline) + printed(today)


def test_of_several_visits_each_has_its_own_button(house: House) -> None:
    one = house.has_booked("sato", slot("2026-12-01", 9))
    other = house.has_booked("sato", slot("2026-12-01", 13), first=9101)
    message = post(house, "2026-11-30 09:00:00")
    assert [(choice.label, choice.command) for choice in message.choices] == [
        (f"9:00〜10:00 {one.code}", f"open|{one.code}|1"),
        (f"13:00〜14:00 {other.code}", f"open|{other.code}|1"),
    ]


def test_nothing_is_said_of_what_is_cancelled(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10))
    house.do(acts.cancelling("sato", booking.code))
    assert posts(house, "2026-11-30 09:00:00") == []


def test_nothing_is_said_too_late(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10))
    assert posts(house, "2026-11-30 12:00:00") == []  # that it can be changed until 11:59
    assert post(house, "2026-11-30 12:00:01").title == "変更・キャンセルの期限を過ぎました"
    assert posts(house, "2026-12-01 11:00:00") == []


def test_its_buttons_lead_to_the_booking_whatever_is_being_talked_about(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10), cases=2)
    chat = talking(house, booking)
    chat.says("予約する")
    for way, title in (
        ("move", "変更後の日を選んでください"),
        ("correct", "申請番号の訂正・件数の変更"),
        ("drop", "申請番号の訂正・件数の変更"),
        ("cancel", "この予約をキャンセルしますか"),
        ("open", "ご予約の内容"),
    ):
        screen = chat.presses_value(f"{way}|{booking.code}|1")
        assert chat.heard is not None
        assert not chat.heard.is_edit
        assert screen.title == title
    assert chat.booking_codes() == [booking.code]


def test_a_button_of_an_older_version_shows_the_booking_as_it_stands(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10), cases=2)
    house.do(acts.correcting("sato", booking.code, numbers(1, 9101)))
    chat = talking(house, booking)
    screen = chat.presses_value(f"cancel|{booking.code}|1")
    assert screen.title == "ご予約の内容"
    assert "別の画面で変更されました" in printed(screen)
    house.do(acts.cancelling("sato", booking.code, version=2))
    screen = chat.presses_value(f"cancel|{booking.code}|2")
    assert screen.title == "予約をキャンセルしました"


def test_a_button_with_a_strangers_code_or_pressed_by_a_stranger_is_an_old_one(house: House) -> None:
    booking = house.has_booked("tanaka", slot("2026-12-01", 10))
    mine = house.has_booked("sato", slot("2026-12-01", 10), first=9101)
    chat = talking(house, mine)
    for value in (f"cancel|{booking.code}|1", "cancel|NOTTHERE|1", "||", "open|x|y"):
        assert "前の画面のボタンです" in printed(chat.presses_value(value))
    stranger = Chat(house, "web:stranger")
    stranger.says("メニュー")
    assert "前の画面のボタンです" in printed(stranger.presses_value(f"open|{mine.code}|1"))


def test_after_the_cutoff_its_buttons_name_the_telephone(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10))
    chat = talking(house, booking)
    house.clock.set("2026-11-30 12:00:00")
    screen = chat.presses_value(f"cancel|{booking.code}|1")
    assert YOKOHAMA.telephone in printed(screen)
    assert screen.title == "ご予約の内容"
