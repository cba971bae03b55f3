"""Each fault of LINE × each kind of message: a reply never stands there twice, a push stands there once."""

import asyncio
import logging
from contextlib import suppress

import pytest

from tests.bot.line.conftest import Desk
from tests.bot.line.standin import FAULTS
from tests.bot.line.test_talk import SATO, booked, reviewing


async def calm(desk: Desk) -> None:
    """Let letters leave until none waits, however long they were put off."""
    for _ in range(4):
        await desk.letters()
        desk.clock.forward(seconds=15)


def came(desk: Desk, begin: str) -> int:
    return sum(message.get("altText", "").startswith(begin) for message in desk.line.said(SATO))


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_answer(desk: Desk, fault: str) -> None:
    await desk.says(SATO, "メニュー")
    desk.line.faults.append(("message/reply", fault))
    await desk.says(SATO, "予約する")
    assert came(desk, "はじめにご確認ください") == 1
    await desk.taps(SATO, "いずれも当てはまらない")
    assert came(desk, "留意事項") == 1


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_confirmation_and_its_picture(desk: Desk, fault: str) -> None:
    await reviewing(desk)
    desk.line.faults.append(("message/reply", fault))
    await desk.taps(SATO, "確定する")
    await calm(desk)
    assert not desk.line.faults
    assert came(desk, "予約が確定しました") == 1
    assert sum(message["type"] == "image" for message in desk.line.said(SATO)) == 1
    assert desk.line.used == 0
    assert ("line", "sent") in await desk.states("confirmation")


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_reminder(desk: Desk, fault: str) -> None:
    await booked(desk)
    await calm(desk)
    desk.clock.set("2026-11-30 09:00:00")
    desk.line.faults.append(("message/push", fault))
    await calm(desk)
    assert not desk.line.faults
    assert came(desk, "11月30日(月) 11:59まで") == 1
    assert (desk.line.used, await desk.states("can-change")) == (1, [("line", "sent")])


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_confirmation_whose_token_is_stale_is_pushed_once(desk: Desk, fault: str) -> None:
    await reviewing(desk)
    desk.line.faults.append(("message/push", fault))
    desk.line.late = 61  # seconds: whoever presses is answered too late
    await desk.taps(SATO, "確定する")
    await calm(desk)
    assert came(desk, "予約が確定しました") == 1
    assert desk.line.used == 1


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_menu_of_another_language(desk: Desk, fault: str) -> None:
    await desk.channel._menus.bring()
    await desk.hear(desk.line.follows(SATO))
    desk.line.faults.append((f"user/{SATO}", fault))
    await desk.says(SATO, "English")
    assert came(desk, "Booking a collection") == 1  # whatever became of the menu
    await desk.says(SATO, "中文")
    assert desk.line.menus.of[SATO] == desk.line.menus.aliases["yoyaku-zh"]
    await desk.says(SATO, "日本語")
    assert desk.line.menus.of == {}


async def test_an_answer_that_cannot_be_sent_is_shown_with_the_next_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.channels.line.outgoing.PAUSES", (0.01, 0.01))
    await desk.says(SATO, "メニュー")
    desk.line.is_down = True
    with caplog.at_level(logging.WARNING):
        await desk.says(SATO, "予約する")
    assert "an answer could not be sent" in caplog.text
    desk.line.is_down = False
    await desk.says(SATO, "ヘルプ", "戻る")
    assert came(desk, "はじめにご確認ください") == 1


async def test_a_token_that_is_not_taken_halts_and_loses_nothing(desk: Desk) -> None:
    await booked(desk)
    desk.clock.set("2026-11-30 09:00:00")
    channel, desk.channel = desk.channel, desk.another(token="M" * 172)
    with suppress(TimeoutError):  # it is tried as long as it takes
        await asyncio.wait_for(desk.letters(), 1)
    assert (desk.line.used, await desk.states("can-change")) == (0, [("line", "pending")])
    desk.channel = channel
    await calm(desk)
    assert came(desk, "11月30日(月) 11:59まで") == 1


async def test_a_letter_into_a_chat_that_is_not_there_goes_by_mail(desk: Desk) -> None:
    await booked(desk)
    del desk.line.chats[SATO]
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert desk.line.refused.pop() == "message/push: Failed to send messages"
    assert await desk.states("can-change") == [("line", "skipped"), ("mail", "pending")]
