"""Chats whose messages a vendor keeps: what was done is said in a letter; nothing leads to pages that do not open."""

from dataclasses import replace
from functools import partial

import pytest

from handlers import data
from handlers.language import in_words, on_screen
from handlers.letters.worded import posted, worded
from handlers.message import Message
from storage import postbag
from storage.letters import Letter
from tests.factories import slot
from tests.handlers import limits
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts

CHAT = "telegram:7"


def leased(house: House, chat: str = CHAT) -> list[Letter]:
    return list(house.do(partial(postbag.lease, chat=chat, owner="turn")))


def said(house: House, letter: Letter) -> Message:
    post = house.do(lambda tx: posted(tx, house.premises, letter))
    assert post is not None
    message = on_screen(post.message, "ja")
    limits.check(message)
    return message


def code_of(house: House) -> str:
    row = house.do(lambda tx: tx.row("SELECT code FROM booking WHERE chat = ?", CHAT))
    assert row is not None
    return str(row["code"])


@pytest.fixture
def chat(house: House) -> Chat:
    """A chat of sato, who has booked in it."""
    house.has_booked("sato", slot("2026-11-30", 9))
    talk = Chat(house, CHAT)
    talk.is_agent("sato")
    for text in ("予約する", "前回と同じ", "12月1日", "10時", "東永P77、東永P78", "確定する"):
        talk.says(text)
    return talk


def test_the_turn_that_books_finds_the_confirmation_as_its_answer(house: House, chat: Chat) -> None:
    code = code_of(house)
    (letter,) = leased(house)
    assert (letter.kind, letter.owner, letter.chat) == ("confirmation", "turn", CHAT)
    assert leased(house) == []
    message = said(house, letter)
    assert message.title == "予約が確定しました"
    assert message.keep
    assert "確認メールを sato@example.jp に" in printed(message)
    assert [(choice.label, choice.command or choice.copy) for choice in message.choices] == [
        ("予約番号をコピー", code),
        ("日時を変更", f"move|{code}|1"),
        ("申請番号を訂正", f"correct|{code}|1"),
        ("件数を減らす", f"drop|{code}|1"),
        ("キャンセルする", f"cancel|{code}|1"),
        ("予約を確認", "list||"),
    ]
    assert chat.presses_value("list||").title == "ご予約の一覧"
    assert chat.presses_value("book||").title == "前回と同じ内容で予約しますか"


def test_after_the_cutoff_it_offers_nothing_that_cannot_be_done(house: House, chat: Chat) -> None:
    (letter,) = leased(house)
    house.clock.set("2026-11-30 12:00:00")
    assert [choice.label for choice in said(house, letter).choices] == ["予約番号をコピー", "予約を確認"]


def test_each_change_says_what_changed_and_an_older_one_is_not_said_any_more(house: House, chat: Chat) -> None:
    (first,) = leased(house)
    code = code_of(house)
    chat.presses_value(f"correct|{code}|1")
    chat.presses("削除")
    chat.says("変更を確定する")
    assert house.do(lambda tx: posted(tx, house.premises, first)) is None
    (second,) = leased(house)
    assert said(house, second).title == "予約を変更しました"
    assert "以前に保存または印刷した予約確認画面は無効です" in printed(said(house, second))


def test_what_is_changed_elsewhere_is_said_where_it_was_booked(house: House, chat: Chat) -> None:
    leased(house)
    code = code_of(house)
    house.do(acts.cancelling("sato", code))  # in a web chat, whose own screen says it
    (letter,) = leased(house)
    message = said(house, letter)
    assert (letter.kind, message.title) == ("cancellation", "予約をキャンセルしました")
    assert [attachment.kind for attachment in message.attachments] == ["calendar"]
    assert leased(house, "web:sato") == []


def test_of_what_is_forgotten_nothing_is_said(house: House, chat: Chat) -> None:
    for kind in ("confirmation", "cancellation"):
        assert house.do(lambda tx, kind=kind: posted(tx, house.premises, Letter("", "", kind, "gone:1", 1, ""))) is None  # type: ignore[misc]


@pytest.mark.parametrize(
    ("chat", "is_public", "has_link"),
    [
        ("telegram:1", True, True),
        ("telegram:1", False, False),  # nobody but this machine can open it
        ("web:1", False, True),  # which is where they are
    ],
)
def test_the_mail_has_a_link_where_it_can_be_opened(house: House, chat: str, is_public: bool, has_link: bool) -> None:
    talk, house.premises = Chat(house, chat), replace(house.premises, is_public=is_public)
    for text in ("予約する", "いずれも当てはまらない", "同意する", "sato@example.jp"):
        screen = printed(talk.says(text))
    assert ("リンク" in screen) is has_link
    (letter,) = house.do(lambda tx: postbag.claim(tx, "postman", most=9))
    mail = house.do(lambda tx: worded(tx, house.premises, letter))
    assert mail is not None
    text = printed(in_words(mail.message, "ja"))
    assert talk.code() in text
    assert ("/verify/" in text) is has_link
    assert ("リンク" in text) is has_link


def test_nor_does_anything_else_lead_there(house: House, chat: Chat) -> None:
    house.premises = replace(house.premises, is_public=False)
    chat.says("設定")
    screen = chat.presses("開く#4")
    assert screen.title == "保存されているデータ"
    assert [choice.url for choice in screen.choices if choice.url] == []
    assert "ご予約は「予約を確認」で" in printed(screen)


@pytest.mark.parametrize(
    ("said_in_chat", "answer"),
    [
        ("/frobnicate", "そのコマンドはありません"),
        ("/edited", "送信後に編集された内容は読み取れません"),
        ("/unreadable", "文字とボタンのみ受け付けています"),
    ],
)
def test_what_cannot_be_read_is_said_to_be_and_the_question_stands(
    house: House, said_in_chat: str, answer: str
) -> None:
    talk = Chat(house, CHAT)
    before = talk.says("予約する").title
    screen = talk.says(said_in_chat)
    assert answer in printed(screen)
    assert screen.title == before


@pytest.mark.parametrize(("name", "channel"), [("web:7", "ウェブチャット"), (CHAT, "Telegram"), ("line:U7", "LINE")])
def test_each_chat_is_told_by_its_channel_in_the_list_and_in_what_is_kept(
    house: House, name: str, channel: str
) -> None:
    talk = Chat(house, name)
    talk.is_agent("sato")
    talk.says("設定")
    assert f"{channel}　最終利用" in printed(talk.says("4"))
    who = house.do(lambda tx: acts.coming(tx, "sato"))
    *_, chats = house.do(lambda tx: data.sections(tx, house.premises.office, who))
    assert channel in printed(in_words(chats, "ja"))
