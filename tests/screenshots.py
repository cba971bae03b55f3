"""`make screenshots`: every screen, card and mail, as people see them; written to `var/screenshots`."""

import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.card.drawing import draw
from bot.card.sheet import sheet
from handlers.language import LANGUAGES
from tests.bot.cards import a_card, a_full_card
from tests.bot.chromium import ARGUMENTS, BROWSERS, last, press, register, say, shows
from tests.bot.program import Program
from tests.gallery import pages

OUT = Path("var/screenshots")
README = Path("docs")  # what the README shows
PHONE, DESK = (390, 844), (1280, 900)


class Camera:
    """Takes pictures of a page, numbered in their order."""

    def __init__(self, page: Page, name: str) -> None:
        self._page, self._name, self._numbers = page, name, count(1)

    def take(self, what: str, page: Page | None = None, *, whole: bool = False) -> None:
        (page or self._page).wait_for_timeout(300)
        path = OUT / f"{self._name}-{next(self._numbers):02}-{what}.png"
        (page or self._page).screenshot(path=path, full_page=whole)


def main() -> None:
    """Take them all."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None) or sys.exit(
        "Chromium is needed: apt-get install chromium-headless-shell fonts-noto-cjk"
    )
    OUT.mkdir(parents=True, exist_ok=True)
    README.mkdir(exist_ok=True)
    for make in (a_card, a_full_card):
        for language in LANGUAGES:
            (OUT / f"{make.__name__[2:]}-{language}.png").write_bytes(draw(sheet(make(language))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for size in (PHONE, DESK):
            for scheme in ("light", "dark"):
                _japanese(browser, size, scheme)
        for language in LANGUAGES[1:]:
            _greeted(browser, language)
        pages(browser, OUT)
        browser.close()
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}/, two in {README}/")  # noqa: T201


def _japanese(browser: Browser, size: tuple[int, int], scheme: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Program(Path(folder)) as program:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="ja-JP",
        )
        page = context.new_page()
        page.goto(program.url)
        camera = Camera(page, f"{size[0]}-{scheme}")
        camera.take("preview")
        register(page, seen=camera.take)
        for label in ("エ 別の人が申請した", "在留期間更新許可", "次へ", "全件、該当する"):
            camera.take("question")
            press(page, label)
        shows(page, "受取日を選んでください")
        camera.take("day")
        last(page).locator(".choices button").nth(1).click()
        shows(page, "時間帯を選んでください")
        camera.take("slot")
        last(page).locator(".choices button").nth(1).click()
        shows(page, "申請番号を入力してください")
        camera.take("numbers")
        say(page, "東労一E12345、東永Ｐ１２３４、12345")
        shows(page, "番号をご確認ください")
        camera.take("doubts")
        press(page, "この番号でよい")
        shows(page, "予約内容をご確認ください")
        camera.take("review")
        press(page, "確定する")
        shows(page, "予約が確定しました")
        expect(page.locator(".picture img")).to_be_visible()
        expect(page.locator(".picture img")).to_have_js_property("complete", True)
        expect(page.locator(".mail summary").first).to_contain_text("予約確定", timeout=20_000)
        camera.take("booked")
        if (size, scheme) == (DESK, "light"):
            page.screenshot(path=README / "preview.png")
        if (size, scheme) == (PHONE, "light"):
            page.screenshot(path=README / "phone.png")
        page.locator("#mailbox-title").scroll_into_view_if_needed()
        camera.take("mailbox", whole=True)
        _pages(page, camera)
        _afterwards(page, camera)
        context.close()


def _pages(page: Page, camera: Camera) -> None:
    links = {name: page.get_by_role("link", name=name) for name in ("印刷用の画面", "メールソフトでの表示")}
    for name, link in links.items():
        with page.context.expect_page() as opened:
            link.first.click()
        opened.value.wait_for_load_state()
        camera.take("card-page" if name == "印刷用の画面" else "mail", opened.value, whole=True)
        if name == "印刷用の画面":
            opened.value.pdf(path=OUT / "card-page.pdf")
    other = page.context.new_page()
    for name, path in (("chat", "/chat"), ("mailbox-page", "/mailbox"), ("code", "/c/K7QX2M9A"), ("missing", "/none")):
        other.goto(page.url.split("#")[0].rstrip("/") + path)
        camera.take(name, other)


def _afterwards(page: Page, camera: Camera) -> None:
    """Look at the booking, correct it, move it; the settings, and what is kept."""
    say(page, "予約を確認")
    camera.take("bookings")
    press(page, "開く")
    camera.take("booking")
    press(page, "申請番号を訂正")
    last(page).get_by_role("button", name="削除").last.click()
    shows(page, "申請番号の訂正・件数の変更")
    camera.take("change")
    press(page, "変更を確定する")
    shows(page, "予約を変更しました")
    camera.take("changed")
    say(page, "日時を変更")
    shows(page, "変更後の日を選んでください")
    camera.take("move")
    last(page).locator(".choices button").nth(1).click()
    shows(page, "時間帯を選んでください")
    camera.take("move-hour")
    last(page).locator(".choices button").nth(3).click()
    shows(page, "この日時に変更しますか")
    camera.take("move-review")
    press(page, "変更を確定する")
    shows(page, "予約を変更しました")
    for said, what in (
        ("設定", "settings"),
        ("5", "record"),
        ("設定", "settings"),
        ("4", "chats"),
        ("設定", ""),
        ("6", "data"),
    ):
        say(page, said)
        if what:
            camera.take(what)
    with page.context.expect_page() as opened:
        last(page).get_by_role("link", name="データを見る").click()
    opened.value.wait_for_load_state()
    camera.take("data-page", opened.value, whole=True)
    press(page, "データを削除する")
    shows(page, "データを削除しますか")
    camera.take("forget")


def _greeted(browser: Browser, language: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Program(Path(folder)) as program:
        context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}, locale=language)
        page = context.new_page()
        page.goto(program.url)
        camera = Camera(page, f"{DESK[0]}-{language}")
        camera.take("preview")
        page.locator(".how button").first.click()
        for _ in range(3):
            last(page).locator(".choices button").first.click()
            page.wait_for_timeout(500)
            camera.take("question")
        context.close()


if __name__ == "__main__":
    main()
