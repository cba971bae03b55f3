"""A message as Telegram shows it: parts that are short enough, HTML that parses, buttons that can be told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.screen import LONGEST, screen
from handlers.message import Choice, Field, Message, Row
from tests.bot.telegram.strict import plain, units

pytestmark = pytest.mark.once("asks no database")

ANY = st.text(max_size=3000) | st.text("<>&\"'/b　あ𠮷", max_size=6000)


def rows(message: Message) -> list[list[str]]:
    made = screen(message, 3)
    return [[button.text for button in row] for row in made.buttons.inline_keyboard] if made.buttons else []


def test_a_short_one_is_one_part_with_its_title_and_labels_in_bold() -> None:
    message = Message(
        "題 <1>",
        ("一つ目", "・甲", "- 乙", "終わり"),
        fields=(Field("日時", "12月1日"), Field("番号", ("A & B", "C"))),
        rows=(Row("東永P1", (Choice("訂正", "x"), Choice("削除", "y")), note="要確認"),),
        after=("以上",),
    )
    assert screen(message, 1).parts == (
        "<b>題 &lt;1&gt;</b>\n\n一つ目\n・甲\n- 乙\n\n終わり\n\n<b>日時</b>：12月1日\n<b>番号</b>：A &amp; B\n　C\n\n"
        "① 東永P1（要確認）\n\n以上",
    )


def test_long_ones_are_split_between_paragraphs_and_only_the_last_part_has_buttons() -> None:
    paragraphs = tuple(f"{n}" + "あ" * 1000 for n in range(9))
    made = screen(Message("題", paragraphs, choices=(Choice("次へ", "next"),)), 1)
    assert [part.count("あ") // 1000 for part in made.parts] == [4, 4, 1]
    assert all(units(plain(part)) <= LONGEST for part in made.parts)


def test_what_is_too_long_by_itself_is_split_within_and_loses_nothing() -> None:
    made = screen(Message("題", ("𠮷" * 9000,)), 1)
    assert sum(plain(part).count("𠮷") for part in made.parts) == 9000
    assert all(units(plain(part)) <= LONGEST for part in made.parts)


@given(ANY, ANY, ANY)
@settings(max_examples=60)
def test_any_words_parse_and_are_read_as_they_were_typed(title: str, body: str, value: str) -> None:
    made = screen(Message(f"題{title}", (body,), fields=(Field("欄", value),)), 1)
    read = "".join(plain(part) for part in made.parts)
    assert all(0 < units(plain(part)) <= LONGEST for part in made.parts)
    for words in (title, body, value):
        assert "".join(words.split()) in "".join(read.split())


def test_buttons_stand_beside_each_other_where_they_can_be_read_and_alone_where_they_matter() -> None:
    message = Message(
        "題",
        rows=tuple(Row(name, (Choice("訂正", name),)) for name in "abcd"),
        choices=(
            *(Choice(f"12月{n}日(火)", f"{n}") for n in range(1, 5)),
            Choice("確定する", "go", "go"),
            Choice("在留資格取得許可（出生のみ）", "long"),
            Choice("10:00〜11:00", "full", closed="満席"),
            Choice("キャンセルする", command="cancel|X|1", tone="danger"),
            Choice("様式", url="https://example.jp"),
            Choice("様式", url="/mailbox"),
            Choice("電話する", call="045"),
            Choice("コピー", copy="K7QX"),
            Choice("戻る", "/back", "quiet"),
        ),
    )
    assert rows(message) == [
        ["① 訂正", "② 訂正", "③ 訂正"],
        ["④ 訂正"],
        ["12月1日(火)", "12月2日(火)", "12月3日(火)"],
        ["12月4日(火)"],
        ["確定する"],
        ["在留資格取得許可（出生のみ）"],
        ["10:00〜11:00 ×満席"],
        ["キャンセルする"],
        ["様式", "コピー"],
        ["戻る"],
    ]
    made = screen(message, 3)
    assert made.buttons is not None
    assert made.standing is not None
    carried = [button.callback_data for row in made.buttons.inline_keyboard for button in row if button.callback_data]
    assert carried == [*(f"3|{n}" for n in range(11)), "cancel|X|1", "3|11"]
    assert [[button.text for button in row] for row in made.standing.inline_keyboard] == [
        ["キャンセルする"],
        ["様式", "コピー"],
    ]
