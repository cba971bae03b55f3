"""Reminders: at their time, for the visits as they then stand, one for all of a day, none that is of no use."""

from handlers.language import in_words, words
from handlers.letters.mail import Mail
from handlers.letters.worded import worded
from rules.reminders import Reminder
from storage import agents, postbag
from tests.factories import numbers, slot
from tests.handlers.talking import House, printed
from tests.storage import acts


def reminded(house: House, moment: str) -> list[Mail]:
    """Return the reminders that are sent at `moment`."""
    house.clock.set(moment)
    claimed = house.do(lambda tx: postbag.claim(tx, "postman", most=99))
    mails = []
    for letter in claimed:
        mail = house.do(lambda tx, letter=letter: worded(tx, house.premises, letter))  # type: ignore[misc]
        house.do(lambda tx, letter=letter: postbag.finish(tx, letter, "sent"))  # type: ignore[misc]
        if mail is not None and letter.kind in set(Reminder):
            mails.append(mail)
    return mails


def subjects(house: House, moment: str) -> list[str]:
    return [words(mail.subject, "ja") for mail in reminded(house, moment)]


def test_before_the_cutoff_when_it_has_passed_and_on_the_morning(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10), cases=2)  # Tuesday
    assert subjects(house, "2026-11-30 08:59:59") == []
    (can_change,) = reminded(house, "2026-11-30 09:00:00")
    assert subjects(house, "2026-11-30 11:59:59") == []
    (deadline,) = reminded(house, "2026-11-30 12:00:00")
    assert subjects(house, "2026-12-01 07:59:59") == []
    (today,) = reminded(house, "2026-12-01 08:00:00")
    assert subjects(house, "2026-12-02 23:00:00") == []
    assert [words(mail.subject, "ja") for mail in (can_change, deadline, today)] == [
        "【交付予約】本日11:59まで変更・キャンセルできます　12月1日(火) 10:00〜11:00",
        "【交付予約】変更・キャンセルの期限を過ぎました　12月1日(火) 10:00〜11:00",
        "【交付予約】本日のご予約　12月1日(火) 10:00〜11:00",
    ]
    text = printed(in_words(deadline.message, "ja"))
    for part in (
        "【変更・キャンセルの期限を過ぎました】\n佐藤 花子 様\n",
        "お電話ください：0570-045259（部屋番号10）",
        "日時：2026年12月1日(火)　10:00〜11:00の間に",
        "申請番号：東永P9001\n　　東永P9002",
        "持ち物：届出済証明書（受取日に有効なもの）\n　　通知書（ハガキ）",
    ):
        assert part in text
    assert can_change.message.attachments == ()
    assert [a.kind for a in today.message.attachments] == ["card"]


def test_across_a_holiday_it_is_said_on_the_open_day_before(house: House) -> None:
    house.clock.set("2026-11-17 10:00:00")
    house.has_booked("sato", slot("2026-11-24", 9))  # Tuesday after a holiday Monday
    assert len(subjects(house, "2026-11-20 09:00:00")) == 1
    assert len(subjects(house, "2026-11-20 12:00:00")) == 1
    assert subjects(house, "2026-11-23 12:00:00") == []
    assert len(subjects(house, "2026-11-24 08:00:00")) == 1


def test_one_for_all_the_visits_of_a_day(house: House) -> None:
    for n, hour in enumerate((13, 9)):
        house.has_booked("sato", slot("2026-12-01", hour), first=9001 + n * 100)
    house.has_booked("tanaka", slot("2026-12-01", 9))
    (mine, theirs) = sorted(reminded(house, "2026-11-30 09:00:00"), key=lambda mail: mail.address)
    assert (mine.address, theirs.address) == ("sato@example.jp", "tanaka@example.jp")
    text = printed(in_words(mine.message, "ja"))
    assert text.index("9:00〜10:00の間に") < text.index("13:00〜14:00の間に")
    assert text.count("通知書（ハガキ）") == 1
    assert (
        words(mine.subject, "ja")
        == "【交付予約】本日11:59まで変更・キャンセルできます　12月1日(火) 9:00〜10:00　ほか1枠"
    )
    assert "チャット：https://yoyaku.example.jp/chat" in text
    assert len(reminded(house, "2026-11-30 12:00:00")) == 2
    (today,) = [mail for mail in reminded(house, "2026-12-01 08:00:00") if mail.address == mine.address]
    assert len(today.message.attachments) == 2


def test_none_for_what_was_cancelled_or_moved_and_none_twice_for_what_was_corrected(house: House) -> None:
    cancelled = house.has_booked("sato", slot("2026-12-01", 9), first=1)
    moved = house.has_booked("sato", slot("2026-12-01", 10), first=11)
    corrected = house.has_booked("tanaka", slot("2026-12-01", 10), cases=2, first=21)
    house.do(acts.cancelling("sato", cancelled.code))
    house.do(acts.holding_for("sato", moved, slot("2026-12-02", 10)))
    house.do(acts.moving("sato", moved.code))
    house.do(acts.correcting("tanaka", corrected.code, numbers(1, 31)))
    (mail,) = reminded(house, "2026-11-30 09:00:00")
    assert mail.address == "tanaka@example.jp"
    assert "申請番号：東永P31\n" in printed(in_words(mail.message, "ja"))
    house.do(acts.correcting("tanaka", corrected.code, numbers(1, 41), version=2))
    assert subjects(house, "2026-11-30 11:59:59") == []
    assert len(subjects(house, "2026-11-30 12:00:00")) == 1
    (mail,) = [mail for mail in reminded(house, "2026-12-01 09:00:00") if mail.address == "sato@example.jp"]
    assert words(mail.subject, "ja").endswith("12月2日(水) 10:00〜11:00")


def test_what_is_late_beyond_its_use_is_not_sent_and_what_is_merely_late_is(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10))
    house.has_booked("sato", slot("2026-12-01", 15), first=9101)
    assert subjects(house, "2026-11-30 12:00:00") == [
        "【交付予約】変更・キャンセルの期限を過ぎました　12月1日(火) 10:00〜11:00　ほか1枠"
    ]
    (late,) = reminded(house, "2026-12-01 11:00:00")  # the first visit is over
    text = printed(in_words(late.message, "ja"))
    assert ("10:00〜11:00" in text, "15:00〜16:00" in text) == (False, True)


def test_in_the_agents_own_language_below_the_japanese(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10))
    house.do(lambda tx: agents.speak(tx, booking.agent, "en"))
    (mail,) = reminded(house, "2026-11-30 09:00:00")
    assert mail.language == "en"
    assert words(mail.subject, "en") == "[Collection booking] Can be changed until 11:59 today: Tue, Dec 1 10:00–11:00"


def test_a_booking_made_when_that_moment_has_passed_says_it_at_once(house: House) -> None:
    house.clock.set("2026-11-30 11:19:30")
    booking = house.has_booked("sato", slot("2026-12-01", 10))
    (letter,) = [x for x in house.do(lambda tx: postbag.claim(tx, "postman", most=9)) if x.kind == "confirmation"]
    mail = house.do(lambda tx: worded(tx, house.premises, letter))
    assert mail is not None
    assert "本日11:59まで、あと40分、変更・キャンセルできます。\n" in printed(in_words(mail.message, "ja"))
    assert subjects(house, "2026-11-30 11:59:59") == []
    assert len(subjects(house, "2026-11-30 12:00:00")) == 1
    assert booking.version == 1


def test_one_that_was_moved_away_and_back_is_reminded_of_once(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10))
    for version, where in ((1, slot("2026-12-02", 10)), (2, slot("2026-12-01", 10))):
        house.do(acts.holding_for("sato", booking, where))
        house.do(acts.moving("sato", booking.code, version=version))
    assert len(subjects(house, "2026-11-30 09:00:00")) == 1
    assert len(subjects(house, "2026-11-30 12:00:00")) == 1
    assert len(subjects(house, "2026-12-01 08:00:00")) == 1
    assert subjects(house, "2026-12-02 23:00:00") == []


def test_what_is_late_beyond_the_visit_itself_is_not_sent_though_the_day_is_not_over(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10))
    assert subjects(house, "2026-12-01 12:00:00") == []
