"""Beside the web: the webhook's address, the menus, the count of messages; and each picture where it is said to be."""

import asyncio
import logging
from dataclasses import replace
from typing import Any

import pytest

from bot.channels import persistent
from bot.channels.line import menu, service
from bot.channels.line.service import Line
from handlers.language import LANGUAGES, words
from handlers.vocabulary import command_in
from storage import census
from tests.bot.line.conftest import PREMISES, Desk
from tests.bot.line.standin import NAME
from tests.bot.line.test_talk import SATO, booked


async def led(channel: Line, until: Any) -> None:
    """Let the channel lead until something holds."""
    task = asyncio.gather(channel._lead(), channel._reached())
    for _ in range(300):
        if until():
            break
        await asyncio.sleep(0.02)
    else:
        raise AssertionError(until)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_webhook_the_menus_and_the_quota(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.line.used = 170
    desk.line.is_active = False
    channel = desk.another()
    with caplog.at_level(logging.INFO):
        await led(channel, lambda: "messages of this month" in caplog.text and "Use webhook" in caplog.text)
    assert desk.line.endpoint is not None
    assert desk.line.endpoint["endpoint"] == f"{PREMISES.url}/line"
    assert "“Use webhook”" in caplog.text
    assert "170 messages of this month's 200 are used" in caplog.text
    assert {record.levelname for record in caplog.records if "this month" in record.message} == {"WARNING"}
    counted = await desk.db.read(lambda tx: census.counted(tx, PREMISES.office))
    assert b"yoyaku_line_quota_used NaN" in desk.metrics.told(counted)  # this program does not look any more
    desk.metrics.quota(170, 200)
    assert b"yoyaku_line_quota_used 170.0" in desk.metrics.told(counted)
    assert b"yoyaku_line_quota 200.0" in desk.metrics.told(counted)
    assert channel.back("t").startswith(f"https://line.me/R/oaMessage/%40{NAME[1:]}/")


async def test_menus_are_made_once_and_replaced_when_they_change(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.hear(desk.line.follows(SATO, language="en"))
    menus = desk.line.menus
    await desk.channel._menus.bring()
    made = dict(menus.made)
    assert len(made) == len(menus.pictures) == len(LANGUAGES)
    assert made[menus.default]["chatBarText"] == "メニュー"
    assert menus.of == {SATO: menus.aliases["yoyaku-en"]}  # whoever was there before the menu was
    await desk.another()._menus.bring()
    assert menus.made == made
    monkeypatch.setattr(menu, "LARGEST", 60)
    await desk.another()._menus.bring()
    assert set(menus.made).isdisjoint(made)
    assert len(menus.made) == len(LANGUAGES)
    assert menus.default in menus.made
    assert menus.of == {SATO: menus.aliases["yoyaku-en"]}


async def test_a_menu_that_was_left_half_made_is_made_again(desk: Desk) -> None:
    desk.line.faults.append(("content", "500"))
    with pytest.raises(Exception, match="500"):
        await desk.channel._menus.bring()
    await desk.channel._menus.bring()
    assert len(desk.line.menus.made) == len(LANGUAGES)
    assert set(desk.line.menus.made) == set(desk.line.menus.pictures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_menu_says_is_understood(language: str) -> None:
    meant = [command_in(words(label, language)) for _, label in menu.CELLS]
    assert meant == ["/book", "/bookings", "/change", "/papers", "/place", "/call"]


async def test_it_is_reached_as_soon_as_it_is_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(persistent, "AGAIN", 0.02)
    monkeypatch.setattr(service, "HOUR", 0.02)
    desk.line.faults.extend([("info", "500"), ("endpoint", "cut"), ("richmenu/list", "429"), ("quota", "500")])
    channel = desk.another()
    await led(channel, lambda: desk.line.counted["message/quota/consumption"] > 1)
    assert channel._out.name == NAME
    assert "cannot reach LINE: 500" in caplog.text
    desk.line.quota = None
    await led(channel, lambda: desk.line.counted["message/quota/consumption"] > 3)


async def test_pictures_are_where_they_are_said_to_be(desk: Desk) -> None:
    async def fetch(url: str) -> bytes:
        name = url.removeprefix(f"{PREMISES.url}/card/").removesuffix(".png")
        attachment = desk.files.named(name, "card")
        assert attachment is not None
        file = await desk.files.file(attachment)
        assert file is not None
        return file.content

    desk.line.fetch = fetch
    await booked(desk)
    assert desk.line.said(SATO)[-1]["type"] == "image"
    assert len(await asyncio.gather(*desk.line.fetching)) == 1


async def test_without_an_address_that_others_reach_words_are_enough(desk: Desk) -> None:
    desk.channel = desk.another(premises=replace(PREMISES, is_public=False))
    await booked(desk)
    assert desk.line.said(SATO)[-1]["type"] == "flex"
    assert "カレンダーに追加" not in desk.line.labels(SATO)
