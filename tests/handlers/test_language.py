"""Phrases in words: dates, lists, plurals, and what people typed as it is."""

from datetime import date, datetime

import pytest

from handlers.language import in_words, words
from handlers.message import Choice, Field, Message, Phrase
from handlers.phrases import booked, visit
from tests.factories import TOKYO

pytestmark = pytest.mark.once("asks no database")

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("spec", "ja", "en", "zh"),
    [
        ("date", "12月1日(火)", "Tue, Dec 1", "12月1日周二"),
        ("day", "2026年12月1日(火)", "Tue, Dec 1, 2026", "2026年12月1日周二"),
        ("plain", "2026年12月1日", "Dec 1, 2026", "2026年12月1日"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(spec: str, ja: str, en: str, zh: str) -> None:
    phrase = Phrase(f"{{day:{spec}}}")(day=DAY)
    assert [words(phrase, language) for language in ("ja", "en", "zh")] == [ja, en, zh]


def test_moments() -> None:
    phrase = Phrase("{at:moment}, {at:clock}")(at=datetime(2026, 11, 30, 11, 59, tzinfo=TOKYO))
    assert words(phrase, "ja") == "11月30日(月) 11:59, 11:59"


def test_lists_and_plurals() -> None:
    items = booked.LIST(items=(visit.SLOT_FULL, "東永P1234"))
    assert (words(items, "ja"), words(items, "en")) == ("満席、東永P1234", "full and 東永P1234")
    assert [words(booked.COUNT_VALUE(count=n), "en") for n in (1, 2)] == ["1 case", "2 cases"]
    assert [words(booked.COUNT_VALUE(count=2), language) for language in ("ja", "zh")] == ["2件", "2件"]


def test_what_people_typed_is_shown_as_it_is() -> None:
    assert words("{name} %s", "ja") == "{name} %s"
    assert words(booked.MAIL_GREETING(name="{office.secret}"), "ja") == "{office.secret} 様"


def test_every_phrase_of_a_message_becomes_words() -> None:
    message = Message(
        booked.BOOKED, fields=(Field(booked.COUNT, (booked.COUNT_VALUE(count=1), "x")),), choices=(Choice("a", "b"),)
    )
    assert in_words(message, "ja") == Message(
        "予約が確定しました", fields=(Field("件数", ("1件", "x")),), choices=(Choice("a", "b"),)
    )
