"""A place that became free: what is said of it, and the button that takes it."""

import pytest

from handlers.language import in_words, on_screen, words
from handlers.letters.mail import Mail, Post
from handlers.letters.worded import posted, worded
from rules.model import Booking
from storage import postbag, wishes
from storage.letters import Letter
from tests.factories import YOKOHAMA, slot
from tests.handlers import limits
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts

WHERE = slot("2026-12-01", 10)
NONE_LEFT = (
    "INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', ?, 0) ON CONFLICT (day, hour) DO UPDATE SET places = 0"
)


@pytest.fixture
def house(house: House) -> House:
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 1)"))
    return house


@pytest.fixture
def taken(house: House) -> Booking:
    """The booking of somebody else, in the only place."""
    return house.has_booked("tanaka", WHERE)


@pytest.fixture
def chat(house: House, taken: Booking) -> Chat:
    """A chat whose agent has asked to be told, and books something else now and then."""
    house.has_booked("sato", slot("2026-12-02", 9), first=9101)
    made = Chat(house, "web:sato")
    made.is_agent("sato")
    for said in ("予約する", "前回と同じ", "12月1日", "空きのお知らせを申し込む", "1", "入力をやめる"):
        made.says(said)
    return made


def told(house: House) -> tuple[Letter, Letter]:
    """Return the letters that say it: in the chat, and by mail."""
    house.do(lambda tx: wishes.grant(tx, YOKOHAMA))
    return (
        *house.do(lambda tx: postbag.claim(tx, "postman", most=9, channel="web")),
        *(x for x in house.do(lambda tx: postbag.claim(tx, "postman", most=9)) if x.kind == wishes.VACANCY),
    )  # type: ignore[return-value]


def said(house: House, letter: Letter) -> Post | Mail | None:
    word = posted if letter.chat else worded
    return house.do(lambda tx: word(tx, house.premises, letter))


def test_it_is_said_in_the_chat_and_by_mail(house: House, chat: Chat, taken: Booking) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    post, mail = (said(house, letter) for letter in told(house))
    assert isinstance(post, Post)
    assert isinstance(mail, Mail)
    screen = on_screen(post.message, "ja")
    limits.check(screen)
    assert printed(screen) == (
        "【ご希望の時間帯に空きが出ました】\n"
        "お知らせをお申し込みの時間帯に空きが出ました。11月30日(月) 11:59まで予約できます（先着順）。\n"
        "日時：2026年12月1日(火)　10:00〜11:00の間に\n"
        "[この時間帯を予約する]"
    )
    assert words(mail.subject, "ja") == "【交付予約】空きが出ました　12月1日(火) 10:00〜11:00"
    assert "チャットの「予約する」からご予約ください。" in printed(in_words(mail.message, "ja"))


def test_it_is_not_said_once_it_is_gone_or_theirs(house: House, chat: Chat, taken: Booking) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    letters = told(house)
    house.has_booked("suzuki", WHERE, first=9201)
    assert [said(house, letter) for letter in letters] == [None, None]
    house.do(lambda tx: tx.rows("UPDATE slot SET places = 2"))
    chat.presses_value("book|2026-12-01|10")
    assert [said(house, letter) for letter in letters] == [None, None]
    house.do(lambda tx: tx.rows("DELETE FROM wish"))
    assert [said(house, letter) for letter in letters] == [None, None]


def test_its_button_holds_the_place_and_asks_what_is_left_to_ask(house: House, chat: Chat, taken: Booking) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    assert "12月1日(火) 10:00〜11:00の枠を、10:10まで確保しています。" in printed(
        chat.presses_value("book|2026-12-01|10")
    )
    assert chat.says("前回と同じ").title == "申請番号を入力してください"
    assert chat.says("戻る").title == "前回と同じ内容で予約しますか"
    assert chat.says("前回と同じ").title == "受取日を選んでください"  # who comes back wants another
    for text in ("12月1日", "10時"):
        chat.says(text)
    assert chat.says("東永P77").title == "予約内容をご確認ください"
    assert chat.presses("確定する").title == "予約が確定しました"


def test_who_answers_after_the_hold_is_told_that_it_ended(house: House, chat: Chat, taken: Booking) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    chat.presses_value("book|2026-12-01|10")
    house.clock.forward(minutes=11)
    screen = chat.says("前回と同じ")
    assert screen.title == "受取日を選んでください"
    assert "枠の確保は終了しました。" in printed(screen)


def test_at_the_question_of_day_or_hour_it_is_the_answer(house: House, chat: Chat, taken: Booking) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    for text in ("予約する", "前回と同じ"):
        chat.says(text)
    assert chat.presses_value("book|2026-12-01|10").title == "申請番号を入力してください"


@pytest.mark.parametrize(
    ("value", "words_said"),
    [
        ("book|2026-12-01|10", "満席"),
        ("book|2026-12-01|x", "前の画面のボタンです"),
        ("book|someday|10", "前の画面のボタンです"),
        ("book|2026-11-29|10", "その日は選べません"),
    ],
)
def test_where_it_is_gone_or_no_place_at_all_that_is_said(
    house: House, chat: Chat, value: str, words_said: str
) -> None:
    assert words_said in printed(chat.presses_value(value))


def test_while_something_is_entered_that_goes_first_and_strangers_get_nothing(
    house: House, chat: Chat, taken: Booking
) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    for text in ("予約する", "区分・種類を変える"):
        chat.says(text)
    assert "入力の途中です" in printed(chat.presses_value("book|2026-12-01|10"))
    stranger = Chat(house, "web:stranger")
    stranger.says("メニュー")
    assert "前の画面のボタンです" in printed(stranger.presses_value("book|2026-12-01|10"))


def test_a_suspended_agent_is_told_why_not(house: House, chat: Chat, taken: Booking) -> None:
    house.do(acts.cancelling("tanaka", taken.code))
    house.do(lambda tx: tx.rows("UPDATE agent SET suspended_until = '2027-01-01'"))
    assert "2027年1月1日" in printed(chat.presses_value("book|2026-12-01|10"))


def test_where_nothing_is_full_any_more_that_is_said(house: House, chat: Chat, taken: Booking) -> None:
    for text in ("予約する", "前回と同じ", "12月1日", "空きのお知らせを申し込む"):
        screen = chat.says(text)
    assert "✓ 12月1日(火) 10:00" in printed(screen)
    house.do(acts.cancelling("tanaka", taken.code))
    assert "現在、満席の時間帯はありません。" in printed(chat.says("?"))


def test_of_a_day_that_is_full_it_is_asked_at_the_question_of_the_day(house: House, chat: Chat) -> None:
    for hour in set(YOKOHAMA.hours) - {WHERE.hour}:
        house.do(lambda tx, hour=hour: tx.rows(NONE_LEFT, hour))  # type: ignore[misc]
    for text in ("予約する", "前回と同じ"):
        screen = chat.says(text)
    assert "12月1日(火) ×満席" in printed(screen)
    assert chat.presses("空きのお知らせを申し込む").title == "空きが出たらお知らせする時間帯を選んでください"
    assert chat.says("戻る").title == "受取日を選んでください"
