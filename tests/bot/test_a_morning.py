"""A morning at the counter in Chromium: visit after visit by scanner and keyboard alone, and the afternoon closed."""

import asyncio
import io
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from handlers.signed import signer
from rules.model import Booking
from storage.opening import open_database
from tests.bot.program import Program
from tests.bot.test_counter_in_browser import DAY, NOW, ahead_of, clerk, enters
from tests.conftest import HandClock
from tests.factories import numbers, slot
from tests.storage import acts

pytestmark = pytest.mark.slow
VISITS = int(os.environ.get("VISITS", "9"))  # sixty in `make prove`
HERE, LATER = slot(DAY, 10), slot(DAY, 14)
WRONG = {":": "+", "/": "&"}  # what another layout makes of these keys


async def booked(database: str) -> list[Booking]:
    """Let agents have booked the hour, and one the afternoon; return what they booked."""
    db = await open_database(database, clock=HandClock("2026-11-26 10:00:00"))
    await db.run(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES (?, ?, 99)", DAY, HERE.hour))
    made = [
        await db.run(acts.booking(f"agent{n}", HERE if n < VISITS else LATER, numbers(2, 1001 + 10 * n)))
        for n in range(VISITS + 1)
    ]
    await db.close()
    return [each for each in made if isinstance(each, Booking)]


@pytest.fixture
def morning(tmp_path: Path, closed: Program) -> list[Booking]:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "clock").write_text(ahead_of(NOW))
    with ThreadPoolExecutor() as elsewhere:  # the browser's loop runs in this thread
        made = elsewhere.submit(lambda: asyncio.run(booked(closed.database))).result()
    assert len(made) == VISITS + 1
    return made


@pytest.fixture
def program(closed: Program, morning: list[Booking]) -> Iterator[Program]:
    with closed as running:
        yield running


def shown(page: Page, program: Program, made: Booking) -> str:
    """Return what a scanner reads off the screenshot of a card."""
    signs = signer((program.folder / "var" / "secret").read_bytes(), "card")
    page.goto(f"{program.url}/card/{signs.sign(f'{made.id}.{made.version}').decode()}")
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    return read.text


def as_it_is(page: Page, said: str) -> None:
    page.keyboard.type(said)
    page.keyboard.press("Enter")


def in_another_layout(page: Page, said: str) -> None:
    """Type a link as a host does that takes the scanner's keys for those of another layout."""
    as_it_is(page, "".join(WRONG.get(sign, sign) for sign in f"https://yoyaku.example.jp/c/{said}"))


def through_an_input_method(page: Page, said: str) -> None:
    """Type with an input method in between, which takes every key: pages see `Process`, and where the key is."""
    keys = page.context.new_cdp_session(page)
    for sign in (*said, "Enter"):
        code = {"-": "Minus", "Enter": "Enter"}.get(sign, f"Digit{sign}" if sign.isdigit() else f"Key{sign}")
        event = {"code": code, "key": "Process", "windowsVirtualKeyCode": 229}
        keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})
    keys.detach()


WAYS: tuple[Callable[[Page, str], None], ...] = (as_it_is, in_another_layout, through_an_input_method)


def test_visits_with_the_keyboard_alone_and_the_afternoon_closed(
    browser: Browser, program: Program, morning: list[Booking]
) -> None:
    page, other = clerk(browser, program, "田中", "manager"), clerk(browser, program, "鈴木")
    phone = browser.new_context(viewport={"width": 390, "height": 800}, device_scale_factor=2).new_page()
    for n, made in enumerate(morning[:VISITS]):
        said = shown(phone, program, made)
        assert said == f"{made.code}-1"
        page.wait_for_load_state()  # its scripts
        WAYS[n % len(WAYS)](page, said)
        page.wait_for_url(re.compile(f"q=.*{said}$"))
        enters(page, "受け付けました")
        if n % 10 == 0:
            received = other.locator(f'tr:has(a[href$="{made.code}"]) .state')
            expect(received).to_have_text("受付済み", timeout=2_000)
        enters(page, "結果を記録しました")
    expect(other.locator("tr.done")).to_have_count(VISITS, timeout=2_000)
    until_at(page, "結果の記録をすべて取り消す")
    enters(page, "取り消しました")
    expect(other.locator("tr.here")).to_have_count(1, timeout=2_000)
    closes_the_afternoon(page)
    expect(page.locator(".told")).to_contain_text("休止しました")
    expect(other.locator(f'a[href$="{morning[VISITS].code}"]')).to_have_count(0, timeout=2_000)


def until_at(page: Page, label: str) -> None:
    """Press Tab until what is called `label` has the focus."""
    wanted = page.get_by_role("button", name=label).or_(page.get_by_role("link", name=label, exact=True)).first
    for _ in range(80):
        if wanted.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {label}")


def closes_the_afternoon(page: Page) -> None:
    until_at(page, "受付数・休止")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "first":
            break
    for typed in (f"{DAY[5:7]}{DAY[8:]}{DAY[:4]}", DAY.replace("-", "")):  # as the browser's own language writes it
        page.keyboard.type(typed)
        if page.evaluate("document.activeElement.value") == DAY:
            break
    for hour in ("hour-13", "hour-14", "hour-15"):
        while page.evaluate("document.activeElement.name") != hour:
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
    while page.evaluate("document.activeElement.name") != "reason":
        page.keyboard.press("Tab")
    page.keyboard.type("台風の接近")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("1組の予約が取り消されます")
    until_at(page, "休止して通知する")
    page.keyboard.press("Enter")
    page.wait_for_url("**did=*")
