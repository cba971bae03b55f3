"""Reaching Telegram: webhook or polling, what it is told at the start, and what it may bring."""

import asyncio
import logging
from typing import Any

import pytest

from bot.channels import persistent
from bot.channels.telegram import introduction, polling
from bot.channels.telegram.incoming import UPDATES
from bot.channels.telegram.service import Telegram
from handlers.language import LANGUAGES
from storage.database import Busy
from tests.bot.telegram.conftest import PREMISES, Desk
from tests.bot.telegram.standin import NAME, BotApi

SATO = 7
HOOK = "https://yoyaku.example.jp/telegram"


async def ran(telegram: Telegram, until: Any) -> None:
    """Let the channel run until something holds."""
    task = asyncio.create_task(telegram._run())
    for _ in range(200):
        if until():
            break
        await asyncio.sleep(0.02)
    else:
        raise AssertionError(until)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await telegram.close(within=0.1)


def said(api: BotApi, verb: str) -> list[str]:
    return [call.method for call in api.calls if call.method.startswith(verb)]


async def test_a_webhook_is_set_once_and_again_where_address_or_secret_differ(desk: Desk) -> None:
    for secret, times in (("a" * 16, 1), ("a" * 16, 1), ("b" * 16, 2)):
        telegram = desk.another(webhook=HOOK, secret=secret)
        before = len(said(desk.api, "getMyDescription"))
        await ran(telegram, lambda before=before: len(said(desk.api, "getMyDescription")) >= before + len(LANGUAGES))
        assert len(said(desk.api, "setWebhook")) == times
        assert desk.api.webhook["secret_token"] == secret
        assert desk.api.webhook["url"].startswith(f"{HOOK}?s=")
    assert (telegram.name, desk.api.webhook["allowed_updates"]) == (NAME, list(UPDATES))


async def test_without_an_address_a_webhook_is_taken_away_and_updates_are_asked_for(desk: Desk) -> None:
    desk.api.webhook = {"url": "https://elsewhere.example"}
    update = desk.api.writes(SATO, "/start")
    desk.api._bringing.clear()
    await ran(desk.another(), lambda: update["update_id"] in desk.api.heard)
    assert desk.text(SATO).startswith("交付予約")
    assert desk.api.webhook == {}


async def test_it_is_introduced_in_each_language_and_only_where_something_changed(desk: Desk) -> None:
    await introduction.introduce(desk.telegram._bot, PREMISES.office)
    assert len(said(desk.api, "setMy")) == 4 * len(LANGUAGES)
    commands = {language: desk.api.texts["commands", language] for language in ("", "ja", "zh")}
    assert [each["command"] for each in commands["ja"]] == ["start", "book", "bookings", "settings", "help", "cancel"]
    assert commands["ja"][1]["description"] == "予約する"
    assert len({str(each) for each in commands.values()}) == 3
    assert PREMISES.office.name in desk.api.texts["description", ""]
    await introduction.introduce(desk.telegram._bot, PREMISES.office)
    assert len(said(desk.api, "setMy")) == 4 * len(LANGUAGES)


async def test_what_telegram_refuses_of_it_is_told_and_nothing_else_is_lost(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.api.faults.append(("setMyName", "429"))
    with caplog.at_level(logging.WARNING):
        await introduction.introduce(desk.telegram._bot, PREMISES.office)
    assert len([call for call in desk.api.calls if call.method.startswith("setMy") and call.accepted]) == 11
    assert "name was not introduced (ja): RetryAfter" in caplog.text


async def test_it_is_reached_as_soon_as_it_is_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (persistent, polling):
        monkeypatch.setattr(module, "AGAIN", 0.05)
    desk.api.is_down = True
    telegram = desk.another()
    task = asyncio.create_task(telegram._run())
    await asyncio.sleep(0.3)
    assert telegram.name == ""
    desk.api.is_down = False
    update = desk.api.writes(SATO, "/start")
    await heard(desk, update)
    desk.api.is_down = True  # and while it is asked for updates
    await asyncio.sleep(0.2)
    desk.api._news.set()
    await asyncio.sleep(0.2)
    desk.api.is_down = False
    await heard(desk, desk.api.writes(SATO, "予約する"))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await telegram.close(within=0.1)


async def heard(desk: Desk, update: dict[str, Any]) -> None:
    for _ in range(400):
        if update["update_id"] in desk.api.heard:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(update)


async def test_what_cannot_be_committed_is_not_acknowledged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "AGAIN", 0.1)
    tried = []
    run = desk.db.run

    async def failing(work: Any) -> Any:
        tried.append(set(desk.api.heard))
        if len(tried) < 4:
            raise Busy
        return await run(work)

    monkeypatch.setattr(desk.db, "run", failing)
    first, second = desk.api.writes(SATO, "/start"), desk.api.writes(SATO, "予約する")
    await ran(desk.another(), lambda: second["update_id"] in desk.api.heard)
    assert tried[:4] == [set()] * 4
    assert first["update_id"] in desk.api.heard
    assert desk.text(SATO).startswith("はじめにご確認ください")


async def test_one_that_cannot_be_read_holds_up_no_other(desk: Desk) -> None:
    desk.api.push({"message": {"nonsense": 1}})
    desk.api.push({"something_new": True})
    update = desk.api.writes(SATO, "/start")
    await ran(desk.another(), lambda: update["update_id"] in desk.api.heard)
    assert desk.text(SATO).startswith("交付予約")


async def test_a_token_that_is_not_taken_is_said_so_and_nothing_sent(
    desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persistent, "AGAIN", 0.05)
    telegram = desk.another(token="1:" + "B" * 35)
    with caplog.at_level(logging.WARNING):
        await ran(telegram, lambda: caplog.text.count("InvalidToken") > 1)
    assert "B" * 35 not in caplog.text
    assert desk.api.calls == []
