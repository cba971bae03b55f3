"""The card: found by its version until the day is over, by its own agent alone; it says what the counter reads."""

import pytest

from handlers import card as cards
from handlers.language import LANGUAGES, counter_first, in_words, on_screen, words
from handlers.message import Attachment
from handlers.phrases import booked
from rules.model import Booking
from storage import agents, forgetting
from tests.factories import slot
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts


@pytest.fixture
def booking(house: House) -> Booking:
    return house.has_booked("sato", slot("2026-12-01", 10), cases=2)


def found(house: House, booking: Booking, version: int = 1) -> cards.Card | None:
    named = Attachment("card", booking.id, version)
    return house.do(lambda tx: cards.find(tx, house.premises, named))


def test_it_is_found_until_the_day_of_the_visit_is_over(house: House, booking: Booking) -> None:
    card = found(house, booking)
    assert card is not None
    assert card.url == f"https://yoyaku.example.jp/c/{booking.code}-1"
    assert (card.language, card.booking.code) == ("ja", booking.code)
    assert f"予約番号：{booking.code}" in printed(in_words(card.message, "ja"))
    house.clock.set("2026-12-01 23:59:59")
    assert found(house, booking) is not None
    house.clock.set("2026-12-02 00:00:00")
    assert found(house, booking) is None


def test_another_version_is_void_and_what_is_not_there_is_not_found(house: House, booking: Booking) -> None:
    assert found(house, booking, version=2) is None
    assert house.do(lambda tx: cards.find(tx, house.premises, Attachment("card", "none", 1))) is None


def test_there_is_none_of_an_agent_who_is_forgotten_but_for_a_strike(house: House, booking: Booking) -> None:
    house.do(lambda tx: tx.rows("INSERT INTO strike SELECT id, agent, day, 'no-show' FROM booking"))
    house.clock.set("2026-12-01 12:00:00")
    assert found(house, booking) is not None  # until the day is over
    house.do(lambda tx: forgetting.forget(tx, house.premises.office, agents.locked(tx, booking.agent), "web:1"))
    assert found(house, booking) is None


def test_a_cancelled_one_says_so(house: House, booking: Booking) -> None:
    house.do(acts.cancelling("sato", booking.code))
    assert found(house, booking) is None  # the card that was saved is void
    card = found(house, booking, version=2)
    assert card is not None
    read = printed(in_words(card.message, "ja"))
    assert read.startswith("【この予約はキャンセルされています】\n保存または印刷した予約確認画面は無効です。")
    assert "ご提示" not in read  # it is to be shown to nobody
    assert "キャンセルできます" not in read
    house.clock.set("2026-11-30 12:00:00")
    late = found(house, booking, version=2)
    assert late is not None
    assert late.message.body == card.message.body


def test_only_the_chat_of_its_agent_finds_it_by_its_code(house: House, booking: Booking) -> None:
    own, stranger = Chat(house, "web:own"), Chat(house, "web:stranger")
    own.is_agent("sato")
    stranger.is_agent("suzuki")

    def by(chat: str, code: str) -> Attachment | None:
        return house.do(lambda tx: cards.own(tx, chat, code))

    assert by("web:own", booking.code) == Attachment("card", booking.id, 1)
    assert by("web:stranger", booking.code) is None
    assert by("web:nobody", booking.code) is None
    assert by("web:own", "K7QX2M9A") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_counter_reads_everything_in_japanese_whatever_the_agents_language(
    house: House, booking: Booking, language: str
) -> None:
    card = found(house, booking)
    assert card is not None
    read = printed(in_words(card.message, "ja"))
    said = counter_first(card.message, language)
    assert printed(said[0][1]) == read
    assert [spoken for spoken, _ in said] == list(dict.fromkeys(("ja", language)))
    shown = printed(on_screen(card.message, language))
    for field in in_words(card.message, "ja").fields:
        assert str(field.label) in shown
        assert all(str(line) in shown for line in field.lines)
    if language != "ja":
        beneath = printed(said[1][1])
        assert "東永P9001" not in beneath  # the same in both
        assert words(booked.NOT_DELIVERED, language) in beneath


def test_the_mail_is_in_the_language_that_was_chosen_last(house: House, booking: Booking) -> None:
    chat = Chat(house, "web:own")
    chat.is_agent("sato")
    chat.says("English")
    card = found(house, booking)
    assert card is not None
    assert card.language == "en"
