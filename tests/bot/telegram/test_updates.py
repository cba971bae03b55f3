"""Everything that may come, besides words and taps: each has its answer."""

import logging
from typing import Any

import pytest

from bot.channels import talk
from rules.reminders import Reminder
from storage import shown
from storage.database import Transaction
from tests.bot.telegram.conftest import Desk
from tests.bot.telegram.people import person
from tests.bot.telegram.test_talk import booked

SATO, GROUP = 7, -100
FILE = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}
IN_GROUP = {"chat": {"id": GROUP, "type": "supergroup", "title": "Office"}}


def chat_member(status: str, chat: dict[str, Any]) -> dict[str, Any]:
    bot = {"user": {"id": 1, "is_bot": True, "first_name": "b"}}
    banned = {"until_date": 0} if status == "kicked" else {}
    changed = {
        "date": 1,
        "old_chat_member": {"status": "left", **bot},
        "new_chat_member": bot | {"status": status} | banned,
    }
    return {"my_chat_member": {"chat": chat, "from": person(SATO), **changed}}


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": FILE | {"type": "regular", "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}},
        {"photo": [FILE], "caption": "東永P1"},
        {"contact": {"phone_number": "+81451234567", "first_name": "Sato"}},
        {"location": {"latitude": 35.4, "longitude": 139.6}},
        {"document": {"file_id": "a", "file_unique_id": "b"}},
        {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
                  "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                  "allows_revoting": True, "members_only": False}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
async def test_what_is_no_word_is_said_to_be_unreadable(desk: Desk, content: dict[str, Any]) -> None:
    await desk.says(SATO, "/start", "予約する")
    await desk.hear(desk.api.writes(SATO, **content))
    assert desk.text(SATO).startswith("はじめにご確認ください\n\n文字とボタンのみ受け付けています。")


async def test_an_edited_message_is_not_read_again(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    update = desk.api.writes(SATO, "予約する")
    await desk.hear(update)
    await desk.hear(desk.api.push({"edited_message": update["message"] | {"text": "メニュー", "edit_date": 2}}))
    assert "送信後に編集された内容は読み取れません" in desk.text(SATO)


async def test_a_place_that_moves_and_a_tap_in_a_group_are_not_answered(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    update = desk.api.writes(SATO, location={"latitude": 35.4, "longitude": 139.6})
    await desk.hear(update)
    seen = len(desk.api.chats[SATO])
    await desk.hear(desk.api.push({"edited_message": update["message"] | {"edit_date": 2}}))
    tapped = {"message_id": 1, "date": 1, **IN_GROUP}
    query = {"id": "1", "from": person(SATO), "chat_instance": "1", "data": "1|0", "message": tapped}
    await desk.hear(desk.api.push({"callback_query": query}))
    await desk.hear(desk.api.push(chat_member("administrator", {"id": -9, "type": "channel", "title": "News"})))
    assert len(desk.api.chats[SATO]) == seen
    assert set(desk.api.chats) <= {SATO, -9}
    assert desk.api.chats[-9] == []


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("/start", "交付予約"),
        ("/start\nnonsense", "交付予約"),
        ("/book", "はじめにご確認ください"),
        ("/BOOK@yoyaku_test_bot", "はじめにご確認ください"),
        ("/settings", "設定"),
        ("/help", "ヘルプ"),
        ("/cancel", "どちらですか"),
        ("/frobnicate now", "交付予約"),
    ],
)
async def test_each_command(desk: Desk, said: str, title: str) -> None:
    await desk.says(SATO, "/start", said)
    assert desk.text(SATO).startswith(title), desk.text(SATO)
    assert ("そのコマンドはありません" in desk.text(SATO)) is said.startswith("/frob")


async def test_what_nobody_said_is_not_answered(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    seen = len(desk.api.chats[SATO])
    for update in (
        {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel"}, "text": "x"}},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": SATO, "type": "private"}, "pinned_message": None}},
        chat_member("member", {"id": SATO, "type": "private"}),
        chat_member("left", IN_GROUP["chat"]),
        {"message": {"nonsense": 1}},
    ):
        await desk.hear(desk.api.push(update))
    assert len(desk.api.chats[SATO]) == seen


async def test_groups_are_told_once_to_write_alone(desk: Desk) -> None:
    desk.api.chats[GROUP] = []
    await desk.hear(desk.api.push(chat_member("member", IN_GROUP["chat"])))
    (said,) = desk.api.chats[GROUP]
    assert said.text.startswith("グループでは予約を受け付けていません")
    assert said.buttons == [[{"text": "個別のチャットを開く", "url": "https://t.me/yoyaku_test_bot"}]]
    for more in ({"text": "/book"}, {"text": "hello"}, {"migrate_to_chat_id": -1007}):
        await desk.hear(desk.api.push({"message": {"message_id": 1, "date": 1, **IN_GROUP, **more}}))
    desk.api.chats[-1007] = []
    grown = {"chat": {"id": -1007, "type": "supergroup", "title": "Office"}}
    await desk.hear(desk.api.push({"message": {"message_id": 1, "date": 1, "text": "/book", **grown}}))
    assert (len(desk.api.chats[GROUP]), desk.api.chats[-1007]) == (1, [])
    assert await desk.db.read(lambda tx: tx.rows("SELECT id FROM chat")) == []


async def test_who_blocks_us_is_written_to_by_mail_and_greeted_when_they_are_back(desk: Desk) -> None:
    await booked(desk)
    await desk.letters()
    desk.api.blocked.add(SATO)
    await desk.hear(desk.api.push(chat_member("kicked", {"id": SATO, "type": "private"})))
    assert await desk.db.read(lambda tx: shown.find(tx, f"telegram:{SATO}")) is None
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    mailed = f"SELECT state FROM letter WHERE kind = '{Reminder.CAN_CHANGE}' AND channel = 'mail'"
    assert [row["state"] for row in await desk.db.read(lambda tx: tx.rows(mailed))] == ["pending"]
    await desk.says(SATO, "予約を確認")  # sent before they blocked us: nobody reads the answer
    desk.api.blocked.clear()
    await desk.hear(desk.api.push(chat_member("member", {"id": SATO, "type": "private"})))
    await desk.says(SATO, "/start")
    assert desk.text(SATO).startswith("交付予約")


async def test_an_error_of_ours_is_told_with_a_reference_and_the_place_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.says(SATO, "/start", "予約する")

    def broken(tx: Transaction, *_: object) -> None:
        raise ZeroDivisionError("東永P1")

    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(talk, "hear", broken)
        update = desk.api.writes(SATO, "いずれも当てはまらない")
        await desk.hear(update)
    title, body, reference = desk.text(SATO).splitlines()
    assert (title, reference[:5]) == ("システムに問題が発生しました", "照会番号：")
    assert "0570-045259" in body
    assert reference[5:] in caplog.text
    seen = len(desk.api.chats[SATO])
    await desk.hear(update)  # it does not come again
    assert len(desk.api.chats[SATO]) == seen
    await desk.says(SATO, "いずれも当てはまらない")
    assert desk.text(SATO).startswith("留意事項")


@pytest.mark.parametrize(
    ("language", "title"), [("ja", "交付予約"), ("zh-hans", "领取预约"), ("pt-BR", "Booking a collection")]
)
async def test_they_are_spoken_to_in_the_language_of_their_telegram(desk: Desk, language: str, title: str) -> None:
    await desk.hear(desk.api.writes(SATO, "/start", language=language))
    assert title in desk.text(SATO).splitlines()[0], desk.text(SATO)
