"""Application numbers as people type, paste and mistype them."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import Reading, comparable, is_usual, merged, read
from tests.factories import MINATO, YOKOHAMA

pytestmark = pytest.mark.once("asks no database")


def typed(text: str) -> list[str]:
    return [number.typed for number in read(YOKOHAMA, text).numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("東労一E12345", ["東労一E12345"]),
        ("東永Ｐ１２３４", ["東永Ｐ１２３４"]),
        ("阪永C 24999", ["阪永C 24999"]),
        ("阪永C　24999", ["阪永C 24999"]),
        ("東永P1234\n東永P1235", ["東永P1234", "東永P1235"]),
        ("東永P1234\r\n\r\n東永P1235\r\n", ["東永P1234", "東永P1235"]),
        ("東永P1234、東永P1235，東永P1236,東永P1237", ["東永P1234", "東永P1235", "東永P1236", "東永P1237"]),
        ("東永P1234 東永P1235", ["東永P1234", "東永P1235"]),
        ("阪永C 24999 阪永C 25000", ["阪永C 24999", "阪永C 25000"]),
        ("1. 東永P1234\n2. 東永P1235", ["東永P1234", "東永P1235"]),
        ("① 東永P1234\n②東永P1235", ["東永P1234", "東永P1235"]),
        ("（1）東永P1234\n１）東永P1235", ["東永P1234", "東永P1235"]),
        ("・東永P1234\n- 東永P1235", ["東永P1234", "東永P1235"]),
        ("1,東永P1234,\n2,東永P1235,", ["東永P1234", "東永P1235"]),
        ("申請番号：東永P1234", ["東永P1234"]),
        ("「東永P1234」", ["東永P1234"]),
        ('="東永P1234"', ["東永P1234"]),
        ("東永P1234（佐藤様）", ["東永P1234"]),
        ("①東永P1234②東永P1235", ["東永P1234", "東永P1235"]),
        ("\u202e東永P1234\u202c", ["東永P1234"]),
        ("東永P1234\x00", ["東永P1234"]),
        ("", []),
        ("🙂", []),
    ],
)
def test_read(text: str, expected: list[str]) -> None:
    assert typed(text) == expected


def test_a_neighbouring_column_is_left_aside_and_shown() -> None:
    pasted = "東永P1234\t王 小明\t2026/11/30\n東永P1235\tグエン・ヴァン\t090-1234-5678"
    assert read(YOKOHAMA, pasted) == Reading(
        numbers=read(YOKOHAMA, "東永P1234\n東永P1235").numbers,
        aside=("王 小明", "2026/11/30", "グエン・ヴァン", "090-1234-5678"),
    )


def test_a_name_before_the_number_in_the_same_cell() -> None:
    assert read(YOKOHAMA, "1 王 小明 東永P1234").aside == ("王 小明",)
    assert typed("1 王 小明 東永P1234") == ["東永P1234"]


def test_what_was_said_twice_is_dropped_and_said() -> None:
    reading = read(YOKOHAMA, "東永P1234\n東永ｐ－１２３４\n東永p1234")
    assert [number.typed for number in reading.numbers] == ["東永P1234", "東永ｐ－１２３４"]
    assert reading.repeated == ("東永p1234",)


def test_what_is_too_long_or_has_no_digit_is_left_aside() -> None:
    assert read(YOKOHAMA, "東永P12345678901234567890").aside == ("東永P12345678901234567890",)
    assert read(YOKOHAMA, "たぶん東永").aside == ("たぶん東永",)


@pytest.mark.parametrize("dash", "-‐‑‒–—―−ー－")
def test_every_dash_is_alike(dash: str) -> None:
    assert comparable(f"東永P{dash}1234") == "東永P-1234"


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("東労一E12345", True),
        ("阪永C 24999", True),
        ("東永1234", True),
        ("田中12345", False),  # its first kanji is not one that the profile expects
        ("12345", False),
        ("東永P", False),
        ("東永PQRS1234", False),
    ],
)
def test_doubt(text: str, usual: bool) -> None:
    assert is_usual(YOKOHAMA, text) is usual


def test_a_number_that_looks_unusual_is_taken_and_doubted() -> None:
    (number,) = read(YOKOHAMA, "12345").numbers
    assert number.is_doubtful
    assert not is_usual(MINATO, "東永P1234")


def test_numbers_that_were_read_before_are_kept_as_they_are() -> None:
    known = read(YOKOHAMA, "12 A\n東永P1234").numbers
    both = merged(known, read(YOKOHAMA, "東永P1234、東労一E12345"))
    assert [number.typed for number in both.numbers] == [*(number.typed for number in known), "東労一E12345"]
    assert both.repeated == ("東永P1234",)


def test_many_words_are_read_in_no_time() -> None:
    begun = process_time()
    read(YOKOHAMA, "a 1 " * 2500)
    read(YOKOHAMA, "あ " * 5000)
    assert process_time() - begun < 2


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_exception_and_no_number_twice(text: str) -> None:
    found = read(YOKOHAMA, text).numbers
    assert len({number.comparable for number in found}) == len(found)
    assert all(len(number.typed) <= 20 for number in found)


@given(st.lists(st.integers(10, 99_999_999), unique=True, max_size=20), st.sampled_from(["\n", ",", "、", "\t", " "]))
def test_whatever_parts_them_all_are_read_in_order(figures: list[int], between: str) -> None:
    assert typed(between.join(f"東永P{n}" for n in figures)) == [f"東永P{n}" for n in figures]
