"""What a talk withstands: redelivery, old buttons, two taps, two chats, any words at all."""

from pathlib import Path

import pytest

from handlers.conversation import hear
from handlers.draft import Draft
from handlers.turn import LONGEST, Said
from rules.refusal import Refusal
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import Chat, House


def known(house: House, name: str = "sato", chat: str = "web:1") -> Chat:
    """Return a chat of an agent who has booked before, at the review of a booking."""
    talk = Chat(house, chat)
    talk.is_agent(name)
    if not house.do(
        lambda tx: tx.rows("SELECT 1 FROM booking JOIN agent ON agent.id = agent WHERE address LIKE ?", f"{name}%")
    ):
        house.has_booked(name, slot("2026-12-02", 9), first=8000 + len(name))
    for said in ("予約する", "前回と同じ", "12/1", "10時"):
        talk.says(said)
    return talk


def bookings(house: House) -> int:
    row = house.do(lambda tx: tx.row("SELECT COUNT(*) AS n FROM booking"))
    assert row is not None
    return int(row["n"])


def test_two_taps_on_confirm_make_one_booking_and_show_the_same_card_twice(house: House) -> None:
    chat = known(house)
    chat.says("東永P1234")
    assert chat.heard is not None
    tap = f"{chat.heard.revision}|{[c.label for c in chat.screen.buttons].index('確定する')}" if chat.screen else ""
    first = chat.presses_value(tap)
    second = chat.presses_value(tap)
    assert first.title == second.title == "予約が確定しました"
    assert first.fields == second.fields
    assert bookings(house) == 2


def test_a_redelivered_update_is_answered_with_the_current_screen(house: House) -> None:
    chat = known(house)
    first = chat.says("東永P1234", update="again")
    again = chat.says("東永P1234", update="again")
    assert first.fields == again.fields
    assert chat.heard is not None
    assert chat.heard.is_edit
    assert again.rows == first.rows


@pytest.mark.parametrize(
    "value", ["0|0", "99999|0", "|", "1|", "x|y", "1|-1", "1|٣", "1|" + "9" * 5000, "'; DROP TABLE booking"]
)
def test_an_old_or_forged_button_is_answered_politely_and_never_obeyed(house: House, value: str) -> None:
    chat = Chat(house)
    chat.says("予約する")
    screen = chat.presses_value(value)
    assert screen.title == "はじめにご確認ください"
    assert screen.body[0] == "前の画面のボタンです。現在の画面はこちらです。"


def test_who_speaks_too_fast_is_asked_to_wait_and_loses_nothing(house: House) -> None:
    chat = known(house)
    for _ in range(YOKOHAMA.turns_per_minute):
        screen = chat.says("東永P1234")
    assert str(screen.body[0]).startswith("操作が続いたため、ただいまの送信はお受けできませんでした。")
    house.clock.forward(minutes=2)
    assert chat.says("ヘルプ").title == "ヘルプ"


def test_two_chats_of_one_agent_at_once_book_a_number_once(house: House) -> None:
    one, two = known(house), known(house, chat="web:2")
    one.says("東永P1234")
    two.says("東永P1234")
    one.says("確定する")
    refused = two.says("確定する")
    assert "東永P1234 は、すでにご予約（" in str(refused.body[0])
    assert bookings(house) == 2


def test_two_agents_and_one_place(house: House) -> None:
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 1)"))
    known(house)
    other = Chat(house, "web:2")
    other.is_agent("tanaka")
    house.has_booked("tanaka", slot("2026-12-02", 9))
    for said in ("予約する", "前回と同じ", "12/1"):
        other.says(said)
    refused = other.says("10時")
    assert refused.title == "12月1日(火)の時間帯を選んでください"
    assert refused.body[0] == "その時間帯は満席になりました。別の時間帯をお選びください。（留意事項3(2)）"
    assert "11:00〜12:00 残り10" in [choice.label for choice in refused.choices]
    assert other.presses("11:00〜12:00 残り10").title == "申請番号を入力してください"


def test_words_from_outside_are_cleaned() -> None:
    said = Said("web:1", "1", text=" \0a\ud800b\udfff " + "x" * 20_000, button="9" * 99)
    assert said.text.startswith("ab")
    assert len(said.text) <= LONGEST
    assert len(said.button) == 64


def test_a_draft_of_an_older_program_is_read_without_what_is_unknown() -> None:
    assert Draft.of({"name": "佐藤", "kinds": ["change"], "forgotten": 1}) == Draft(name="佐藤", kinds=("change",))
    assert Draft(name="佐藤", kinds=("change",)).stored() == {"name": "佐藤", "kinds": ("change",)}


def test_each_limit_on_mails_is_told(house: House) -> None:
    chat = Chat(house)
    for said in (
        "予約する",
        "いずれも当てはまらない",
        "同意する",
        "sato@example.jp",
        "メールを再送する",
        "メールを再送する",
    ):
        chat.says(said)
    refused = chat.says("メールを再送する")
    assert refused.body[0] == (
        "メールの送信回数が上限に達しました。1時間ほどおいて、もう一度お試しください。（留意事項2）"
    )
    chat.says("アドレスを訂正する")
    assert "上限" in str(chat.says("sato2@example.jp").body[0])


def test_a_link_is_worth_nothing_in_another_chat(house: House) -> None:
    one, two = Chat(house, "web:1"), Chat(house, "web:2")
    for chat in (one, two):
        for said in ("予約する", "いずれも当てはまらない", "同意する", f"{chat.name[4:]}@example.jp"):
            chat.says(said)
    assert two.says(f"/verify {one.token()}").title == "メールをご確認ください"
    assert two.says(one.code()).title == "メールをご確認ください"
    assert one.says(f"/verify {one.token()}").title == "お名前を入力してください"
    three = Chat(house, "web:3")
    three.says("こんにちは")
    assert str(three.says("/certificate").title).startswith("交付予約")


def test_where_the_mailbox_is_shown_the_talk_says_so(tmp_path: Path) -> None:
    house = House(tmp_path, mailbox="/mailbox")
    chat = Chat(house)
    for said in ("予約する", "いずれも当てはまらない", "同意する"):
        screen = chat.says(said)
    assert any(choice.url == "/mailbox" for choice in screen.choices)
    assert "試用版のため" in str(screen.body[1])
    house.close()


def test_a_hearing_that_fails_leaves_the_talk_where_it_was(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = known(house)

    def broken(*_: object, **__: object) -> Refusal:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("handlers.listing.read", broken)
        with pytest.raises(ZeroDivisionError):
            house.do(lambda tx: hear(tx, house.premises, Said("web:1", "broken", text="東永P1234")))
    assert chat.says("東永P1234", update="broken").title == "予約内容をご確認ください"


def test_a_talk_that_an_older_program_left_in_a_correction_goes_on() -> None:
    assert Draft.of({"return_to": "review", "name": "李 明"}) == Draft(name="李 明").returning_to("review")
