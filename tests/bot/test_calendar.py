"""The calendar file, read by a parser that is strict, and by the one that people's calendars are made with."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from bot.card.calendar import calendar_file
from handlers.card import Card
from handlers.language import LANGUAGES
from tests.bot.cards import a_card
from tests.factories import at

pytestmark = pytest.mark.once("asks no database")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_and_says_when_and_where(language: str) -> None:
    file = calendar_file(a_card(language))
    (event,) = IcsCalendarStream.calendar_from_ics(file.decode()).events
    assert (event.uid, event.sequence, event.status) == ("K7QX2M9A@immi-cardyoyaku.moj.go.jp", 1, "CONFIRMED")
    assert event.start.isoformat() == "2026-12-01T10:00:00+09:00"
    assert b"DTSTART;TZID=Asia/Tokyo:20261201T100000\r\n" in file
    assert file.count(b"TRIGGER;VALUE=DATE-TIME:") == 2
    assert event.end - event.start == timedelta(hours=1)
    assert str(event.summary).startswith("在留カード等の受取（予約番号 K7QX2M9A）")
    assert str(event.location).startswith("東京出入国在留管理局横浜支局")
    for part in ("予約確認画面", "届出済証明書", "東永P1001", "0570-045259"):
        assert part in str(event.description)
    assert (language == "ja") == (" / " not in str(event.summary))
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


def test_alarms_ring_on_the_morning_of_the_cutoff_and_of_the_visit() -> None:
    assert _alarms(a_card()) == [at("2026-11-30 09:00:00"), at("2026-12-01 08:00:00")]


def test_an_alarm_whose_moment_has_passed_is_left_out() -> None:
    assert _alarms(a_card(now="2026-11-30 09:00:00")) == [at("2026-12-01 08:00:00")]
    assert _alarms(a_card(now="2026-12-01 08:00:00")) == []


def test_a_newer_version_replaces_and_a_cancelled_one_takes_the_event_away() -> None:
    moved = Calendar.from_ical(calendar_file(a_card(version=2)))
    gone = Calendar.from_ical(calendar_file(a_card(version=3, is_cancelled=True)))
    (first,), (last,) = moved.walk("VEVENT"), gone.walk("VEVENT")
    assert first["UID"] == last["UID"]
    assert (first["SEQUENCE"], last["SEQUENCE"]) == (2, 3)
    assert (moved["METHOD"], gone["METHOD"]) == ("PUBLISH", "CANCEL")
    assert last["STATUS"] == "CANCELLED"
    assert not gone.walk("VALARM")


def _alarms(card: Card) -> list[datetime]:
    alarms: Any = Calendar.from_ical(calendar_file(card)).walk("VALARM")
    return [datetime.fromisoformat(alarm["TRIGGER"].to_ical().decode()) for alarm in alarms]
