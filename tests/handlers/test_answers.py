"""What people write, and what is understood."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.answers import date_in, digits, folded, hour_in, line, pick
from handlers.vocabulary import command_in

pytestmark = pytest.mark.once("asks no database")

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01",
        "2026/12/1",
        "2026.12.1",
        "２０２６／１２／０１",
        "2026年12月1日",
        "２０２６年１２月１日（火）",
        "令和8年12月1日",
        "令和８年１２月１日火曜日",
        "令和八年十二月一日",
        "R8.12.1",
        "r8/12/1",
        "12月1日",
        "12/1",
        "１２／１",
        "12月1日(火)",
        "十二月一日",
        "20261201",
        " 12-01 ",
        "\u200b12/1",
    ],
)
def test_a_date_is_understood(text: str) -> None:
    assert date_in(text, today=TODAY) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/8", date(2027, 1, 8)),  # the next one
        ("11/26", TODAY),
        ("2/29", None),
        ("2028年2月29日", date(2028, 2, 29)),
        ("27/3/31", date(2027, 3, 31)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("明日", date(2026, 11, 27)),
        ("あさって", date(2026, 11, 28)),
        ("二十日", date(2026, 12, 20)),
        ("26日", TODAY),
        ("31日", date(2026, 12, 31)),
        ("32日", None),
        ("令和0年1月1日", None),
        ("12月三十一日", date(2026, 12, 31)),
        ("2月30日", None),
        ("2026-13-01", None),
        ("9999999/99/99", None),
        ("0年1月1日", date(2000, 1, 1)),
        ("0000-00-00", None),
        ("火曜日", None),
        ("", None),
        ("来週", None),
    ],
)
def test_dates_that_need_thought_or_are_none(text: str, expected: date | None) -> None:
    assert date_in(text, today=TODAY) == expected


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("10時", 10),
        ("１０", 10),
        ("10:00", 10),
        ("10:00〜11:00", 10),
        ("10時から", 10),
        ("10-11", 10),
        ("午後1時", 13),
        ("1pm", 13),
        ("12pm", 12),
        ("12am", 0),
        ("午後12時", 12),
        ("午前12時", 0),
        ("午後13時", 13),
        ("午前9時", 9),
        ("十時", 10),
        ("10:30", None),
        ("いつでも", None),
        ("", None),
    ],
)
def test_an_hour(text: str, hour: int | None) -> None:
    assert hour_in(text) == hour


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("予約する", "/book"),
        ("「予約する」", "/book"),
        ("モドル", "/back"),
        ("ﾓﾄﾞﾙ", "/back"),
        ("ＢＡＣＫ", "/back"),
        ("/help", "/help"),
        ("戻る。", "/back"),
        ("戻りたい", None),
        ("", None),
    ],
)
def test_a_command(text: str, command: str | None) -> None:
    assert command_in(text) == command


def test_pick_by_value_or_number() -> None:
    assert pick("b", ("a", "b")) == "b"
    assert pick("２", ("a", "b")) == "b"
    assert pick("2番", ("a", "b")) == "b"
    assert pick("3", ("a", "b")) is None
    assert pick("0", ("a", "b")) is None
    assert pick("九", ("a", "b")) is None
    assert pick("9" * 9999, ("a", "b")) is None


def test_a_line_is_one_line_of_what_can_be_seen() -> None:
    assert line(" 佐藤　花子\n", most=60) == "佐藤 花子"
    assert line("\u202e佐\x07藤", most=60) == "佐藤"
    assert line("\u200b", most=60) is None
    assert line("🎉！", most=60) is None
    assert line("あ" * 61, most=60) is None


def test_digits_of_any_width() -> None:
    assert digits("１２３-456") == "123456"
    assert digits("①②③") == "123"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    date_in(text, today=TODAY)
    hour_in(text)
    command_in(text)
    pick(text, ("a",))
    assert folded(text) == folded(f" {text}。")
