"""What LINE may bring, each with its answer: who comes and goes, groups, stickers, what is no talk."""

import logging
import re

import pytest

from tests.bot.line.conftest import Desk
from tests.bot.line.people import Event
from tests.bot.line.standin import NAME
from tests.bot.line.test_talk import SATO, booked


async def test_follow_block_and_unblock(desk: Desk) -> None:
    await desk.hear(desk.line.follows(SATO))
    assert desk.line.text(SATO).startswith("交付予約")
    await booked(desk)
    await desk.hear(desk.line.blocks(SATO))
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert await desk.states("can-change") == [("line", "skipped"), ("mail", "pending")]
    assert desk.line.used == 0
    await desk.hear(desk.line.follows(SATO, again=True))
    assert "再びお知らせを送れるようになりました" in desk.line.text(SATO)
    desk.clock.set("2026-11-30 12:00:00")
    await desk.letters()
    assert desk.line.used == 1


@pytest.mark.parametrize(("language", "word"), [("zh-TW", "领取预约"), ("en", "Booking a"), ("", "交付予約")])
async def test_whoever_comes_first_is_greeted_in_the_language_of_their_line(
    desk: Desk, language: str, word: str
) -> None:
    await desk.channel._menus.bring()
    event = desk.line.follows(SATO, language=language)
    if not language:
        desk.line.faults.append((f"profile/{SATO}", "500"))
    await desk.hear(event)
    assert desk.line.text(SATO).startswith(word)
    assert (SATO in desk.line.menus.of) is (word != "交付予約")


@pytest.mark.parametrize("kind", ["sticker", "image", "video", "audio", "file", "location"])
async def test_what_is_no_text_is_said_not_to_be_read(desk: Desk, kind: str) -> None:
    await desk.says(SATO, "予約する")
    await desk.hear(desk.line.sends(SATO, kind))
    assert "文字とボタンのみ受け付けています" in desk.line.text(SATO)
    assert desk.line.text(SATO).startswith("はじめにご確認ください")


@pytest.mark.parametrize(
    "event",
    [
        {"type": "unsend", "unsend": {"messageId": "1"}},
        {"type": "videoPlayComplete", "videoPlayComplete": {}},
        {"type": "accountLink", "link": {}},
        {"type": "message", "mode": "standby", "message": {"type": "text", "text": "メニュー"}},
        {"type": "something-new"},
        {"type": "message", "message": {"type": "text"}},
        {"type": "message", "source": {}},
        {"type": "message", "source": None},
        {"type": "postback", "postback": "x"},
        {"type": "follow", "follow": []},
    ],
)
async def test_what_nobody_would_answer_is_not_answered(desk: Desk, event: Event) -> None:
    await desk.says(SATO, "メニュー")
    said = len(desk.line.said(SATO))
    await desk.hear(desk.line.event(SATO, event))
    assert len(desk.line.said(SATO)) == said
    await desk.taps(SATO, "予約する")  # and the question stands
    assert desk.line.text(SATO).startswith("はじめにご確認ください")


@pytest.mark.parametrize("source", [{"type": "group", "groupId": "C1"}, {"type": "room", "roomId": "C1"}])
async def test_in_a_group_one_line_is_said_once(desk: Desk, source: Event) -> None:
    for more in ({"type": "join"}, {"type": "message", "message": {"type": "text", "text": "予約する"}}):
        await desk.hear(desk.line.event("C1", more, source={**source, "userId": SATO}))
    (said,) = desk.line.said("C1")
    assert said["altText"] == "グループでは予約を受け付けていません。お手続きは、1対1のチャットでお願いいたします。"
    (action,) = [part["action"] for part in said["contents"]["body"]["contents"][-1]["contents"]]
    assert action["uri"] == f"https://line.me/R/ti/p/{NAME}"
    assert await desk.db.read(lambda tx: tx.row("SELECT 1 FROM chat WHERE id LIKE 'line:%'")) is None


async def test_a_bug_of_ours_is_told_with_a_reference(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.says(SATO, "メニュー")
    monkeypatch.setattr("bot.channels.talk.hear", lambda *_: 1 / 0)
    event = desk.line.writes(SATO, "予約する")
    with caplog.at_level(logging.ERROR):
        await desk.hear(event)
    assert "reference" in caplog.text
    assert re.search("[0-9a-f]{8}", desk.line.text(SATO)) is not None
    monkeypatch.undo()
    await desk.hear(event)  # set aside: it is not heard again
    await desk.says(SATO, "予約する")
    assert desk.line.text(SATO).startswith("はじめにご確認ください")
