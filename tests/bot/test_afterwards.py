"""After the booking, over real HTTP: changed, moved, looked at, forgotten; and the browser of another chat."""

import re
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.chromium import opened, press, prove, register, say, shows
from tests.bot.program import Program


def booked(visitor: Visitor) -> str:
    """Return the token of the card of a booking of two cases."""
    for said in JOURNEY:
        page = visitor.says(said)
    return card(page.text)


def card(text: str) -> str:
    return str(re.findall(r'href="/card/([^"]+)\.ics"', text)[-1])


def event(visitor: Visitor, token: str) -> dict[str, str]:
    (found,) = Calendar.from_ical(visitor.client.get(f"/card/{token}.ics").raise_for_status().text).walk("VEVENT")
    return {name: str(found[name]) for name in ("UID", "SEQUENCE")} | {"DTSTART": str(found.decoded("DTSTART"))}


def test_a_change_makes_a_new_card_mail_and_file_and_the_old_one_void(tmp_path: Path) -> None:
    with Program(tmp_path) as program:
        visitor = Visitor(program.url)
        first = booked(visitor)
        was = event(visitor, first)
        for said in ("件数を減らす", "削除", "変更を確定する"):
            page = visitor.says(said)
        assert page.last.startswith("予約を変更しました")
        second = card(page.text)
        assert visitor.comes(r"予約から除いた番号：(東永Ｐ１２３４)")
        void = visitor.client.get(f"/card/{first}.ics")
        assert (void.status_code, "この予約確認画面は無効です" in void.text) == (410, True)
        now = event(visitor, second)
        assert now == was | {"SEQUENCE": str(int(was["SEQUENCE"]) + 1)}
        for said in ("日時を変更", "4", "11時", "変更を確定する"):
            page = visitor.says(said)
        assert page.last.startswith("予約を変更しました\n日時の変更：")
        third = card(page.text)
        assert visitor.client.get(f"/card/{second}.png").status_code == 410
        assert visitor.comes(r"日時の変更：\S+ (10:00)")
        moved = event(visitor, third)
        assert (moved["UID"], moved["DTSTART"] > was["DTSTART"]) == (was["UID"], True)
        assert "11:00〜12:00の間に" in visitor.client.get(f"/card/{third}").text
        counted = program.run("check")
        assert counted.stdout.startswith("1 bookings, 1 cases, 16 letters: the books are right")


def test_what_is_kept_is_shown_saved_and_forgotten(tmp_path: Path) -> None:
    with Program(tmp_path) as program:
        visitor = Visitor(program.url)
        booked(visitor)
        for said in ("設定", "6"):
            page = visitor.says(said)
        link = re.findall(r'href="(http[^"]+/data/[^"]+)"', page.text)[0]
        stranger = httpx.get(link)  # the link alone, as it opens from a phone's chat
        assert stranger.headers["cache-control"] == "no-store"
        for part in ("sato@example.jp", "佐藤行政書士事務所", "東永Ｐ１２３４", "ウェブチャット"):
            assert part in stranger.text
        kept = httpx.get(f"{link}.json")
        assert kept.headers["content-disposition"] == 'attachment; filename="yoyaku-data.json"'
        data = kept.json()
        assert data["bookings"][0]["numbers"] == ["東労一E12345", "東永Ｐ１２３４"]
        assert data["chats"][0]["said"][-2]["content"]["text"] == "6"
        for wrong in (f"{link}x", f"{link}x.json"):
            assert httpx.get(wrong).status_code == 410
        for said in ("変更する", "キャンセルする", "キャンセルする", "設定", "6", "データを削除する", "削除する"):
            page = visitor.says(said)
        assert page.last.startswith("交付予約")
        assert "データを削除し、すべてのチャットからサインアウトしました。" in page.last
        assert len(page.bubbles) == 1  # nothing that was said is shown any more
        assert httpx.get(link).status_code == 410
        assert program.run("check").stdout.startswith("0 bookings, 0 cases, ")
        assert visitor.says("予約する").last.startswith("はじめにご確認ください")


@pytest.mark.slow
def test_a_chat_that_is_signed_out_elsewhere_shows_nothing_any_more(browser: Browser, program: Program) -> None:
    lost, mine = opened(browser, program), opened(browser, program)
    register(lost)
    for label in ("予約する", "いずれも当てはまらない", "同意する"):
        press(mine, label)
    say(mine, "sato@example.jp")
    shows(mine, "メールをご確認ください")
    prove(mine)
    shows(mine, "受取の区分を選んでください")
    expect(lost.locator("#log")).to_contain_text("sato@example.jp")
    say(mine, "設定")
    mine.locator(".rows li", has_text="チャット").get_by_role("button").click()
    shows(mine, "このアドレスを使うチャット：2")
    other = mine.locator(".rows li").filter(has_not_text="このチャット")
    other.get_by_role("button").click()
    shows(mine, "このアドレスを使うチャット：1")
    expect(lost.locator("#log")).not_to_contain_text("sato@example.jp", timeout=30_000)  # with the next sign of life
    shows(lost, "交付予約")
    mine.locator(".rows li").get_by_role("button").click()
    shows(mine, "交付予約")
    expect(mine.locator("#log")).not_to_contain_text("sato@example.jp")
    expect(mine.locator("#log")).to_contain_text("このチャットからサインアウトしました。")
