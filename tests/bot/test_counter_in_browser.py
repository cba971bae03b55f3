"""Two clerks at the counter in Chromium: with the keyboard and a scanner alone, beside one another."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from rules.model import Booking
from storage.opening import open_database
from tests.bot.chromium import found
from tests.bot.program import Program
from tests.conftest import HandClock
from tests.factories import at, numbers, slot
from tests.storage import acts

pytestmark = pytest.mark.slow
DAY, NOW = "2026-12-01", "2026-12-01 10:05:00"
AGENTS = 5
LAYOUTS = (
    "https://yoyaku.example.jp/c/{}",
    "https+&&yoyaku.example.jp&c&{}",  # a scanner that is set to another layout
    "{}",
)


def ahead_of(moment: str) -> str:
    return str(int((at(moment) - datetime.now(UTC)).total_seconds()))


async def booked(database: str) -> list[str]:
    """Let agents have booked the hour, two cases each; return what their cards say."""
    db = await open_database(database, clock=HandClock("2026-11-26 10:00:00"))
    made = [
        await db.run(acts.booking(f"agent{n}", slot(DAY, 10 if n else 9), numbers(2, 1001 + 10 * n)))
        for n in range(AGENTS)
    ]
    await db.close()
    assert all(isinstance(each, Booking) for each in made)
    return [f"{each.code}-{each.version}" for each in made if isinstance(each, Booking)]


@pytest.fixture
def cards(tmp_path: Path, closed: Program) -> list[str]:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "clock").write_text(ahead_of(NOW))
    with ThreadPoolExecutor() as elsewhere:  # the browser's loop runs in this thread
        return elsewhere.submit(lambda: asyncio.run(booked(closed.database))).result()


@pytest.fixture
def program(closed: Program, cards: list[str]) -> Iterator[Program]:
    with closed as running:
        yield running


def clerk(browser: Browser, program: Program, name: str, role: str = "clerk") -> Page:
    """Return the counter's page, with `name` signed in by the keyboard."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja-JP").new_page()
    page.set_default_timeout(10_000)
    page.goto(program.hires(name, role))
    page.keyboard.type("correct horse battery")
    page.keyboard.press("Enter")
    page.wait_for_url("**/counter")
    return page


def scans(page: Page, card: str, layout: str = LAYOUTS[0]) -> None:
    """Let the scanner type, wherever the cursor is."""
    page.wait_for_load_state()  # its scripts
    page.keyboard.type(layout.format(card))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"q=.*{card}$"))
    page.wait_for_load_state()


def enters(page: Page, says: str) -> None:
    """Press the button that has the focus."""
    expect(page.locator(":focus")).to_have_role("button")
    page.keyboard.press("Enter")
    expect(page.locator("#before .told").first).to_contain_text(says)
    page.wait_for_load_state()


def test_a_clerk_receives_and_records_with_scanner_and_enter_alone(
    browser: Browser, program: Program, cards: list[str]
) -> None:
    page = clerk(browser, program, "田中")
    other = clerk(browser, program, "鈴木")
    for n, card in enumerate(cards[1:], 1):
        scans(page, card, LAYOUTS[n % len(LAYOUTS)])
        expect(page.locator("#before .told")).to_contain_text("有効です")
        enters(page, "受け付けました")
        expect(other.locator(f'tr:has(a[href$="{card[:8]}"]) .state')).to_have_text("受付済み", timeout=2_000)
        enters(page, "結果を記録しました")
    expect(page.locator("tr.done")).to_have_count(AGENTS - 1)
    page.get_by_role("button", name="結果の記録をすべて取り消す").focus()
    enters(page, "取り消しました")
    expect(page.locator("tr.here")).to_have_count(1)


def test_who_is_late_or_twice_here_or_changed_by_a_colleague(
    browser: Browser, program: Program, cards: list[str]
) -> None:
    page, other = clerk(browser, program, "田中"), clerk(browser, program, "鈴木")
    scans(page, cards[0])
    expect(page.locator("#before .told")).to_contain_text("を過ぎた来庁です")
    page.get_by_label("理由").focus()
    page.keyboard.type("駅での事故")
    page.keyboard.press("Enter")
    expect(page.locator("#before .told").first).to_contain_text("受け付けました")
    scans(page, cards[1])
    scans(other, cards[1])
    enters(other, "受け付けました")
    enters(page, "他の職員または取次者が変更しました")
    scans(page, cards[1])
    expect(page.locator("#before .told")).to_contain_text("受付済みです")
    scans(page, "K7QX2M9A-1")
    expect(page.locator("#before .told")).to_contain_text("その予約番号の予約はありません")


def test_a_key_that_is_held_and_a_list_that_stands_still(browser: Browser, program: Program, cards: list[str]) -> None:
    page = clerk(browser, program, "田中")
    scans(page, cards[2])
    page.locator("button.go").first.focus()
    page.keyboard.down("Enter")
    for _ in range(20):
        page.keyboard.down("Enter")  # as a keyboard repeats it
        page.wait_for_timeout(30)
    page.keyboard.up("Enter")
    expect(page.locator(f'tr:has(a[href$="{cards[2][:8]}"]) .state')).to_have_text("受付済み")
    expect(page.locator("#before h2")).to_be_visible()
    page.context.request.post(
        f"{program.url}/counter/sign-out", form={"csrf": page.locator('[name="csrf"]').first.input_value()}
    )
    expect(page.locator("#stopped")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("heading", name="窓口の画面にサインインする")).to_be_visible(timeout=15_000)


def test_a_search_finds_by_any_part(browser: Browser, program: Program, cards: list[str]) -> None:
    page = clerk(browser, program, "田中")
    page.keyboard.type("p1011")
    page.keyboard.press("Enter")
    expect(page.locator("#before code")).to_have_text(cards[1][:8])
    page.goto(f"{program.url}/counter?q=P10")
    expect(page.locator("#day tr[class]")).to_have_count(AGENTS)
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.once("how a page looks is no matter of the database")
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, program: Program, cards: list[str], width: int, scheme: str
) -> None:
    page = clerk(browser, program, "部長", "manager")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    scans(page, cards[1])
    enters(page, "受け付けました")
    page.goto(f"{program.url}/counter/book?who={cards[1][:8]}")
    calling = page.locator("main ul a").get_attribute("href")
    closing = f"/counter/places?first={DAY}&hour-15=on&reason=x"
    for path in ("", f"?q={cards[0]}", f"?q={cards[1]}", *PAGES, closing, calling):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{program.url}{'' if path and path.startswith('/counter') else '/counter'}{path}")
        assert found(page) == [], path
        for narrow in (width, width // 2) if width > 1000 else (width,):  # half as wide is 200 %
            page.set_viewport_size({"width": narrow, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


WORK = ("/sign-in", "/sheet", "/waiting", "/book")
PAGES = (*WORK, "/places", "/conduct", "/figures", "/staff", "/journal", "/restored")


def test_the_sheet_prints_on_a4_without_waste(browser: Browser, program: Program, cards: list[str]) -> None:
    page = clerk(browser, program, "田中")
    page.goto(f"{program.url}/counter/sheet?day={DAY}")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [tuple(round(side) for side in sheet.get_size()) for sheet in printed] == [(595, 842)] * 2
    by_hour, by_number = ("".join(sheet.get_textpage().get_text_range().split()) for sheet in printed)
    assert "時間帯順" in by_hour
    assert "申請番号順" in by_number
    for said in ("担当者の交代", "印刷する", "表計算用", "操作の記録", "12月2日"):
        assert said not in by_hour
    assert all(card[:8] in by_hour for card in cards)
