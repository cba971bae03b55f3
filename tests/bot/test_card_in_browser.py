"""Chromium books in each language, to the card: its code is read, its calendar file opened, its page printed."""

import io
import re

import pypdfium2
import pytest
import zxingcpp
from ical.calendar_stream import IcsCalendarStream
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from handlers.language import LANGUAGES, words
from handlers.phrases import booked, buttons, pages, preview, visit
from tests.bot.chromium import found, last, opened, press, say, shows
from tests.bot.program import Program

pytestmark = pytest.mark.slow

LOCALES = {"ja": "ja-JP", "en": "en-GB", "zh": "zh-CN"}


def book(page: Page, language: str) -> str:
    """Book as the sample agent, from the preview; return the booking's code."""
    page.get_by_role("button", name=words(preview.SAMPLE, language)).click()
    press(page, words(buttons.BOOK, language))
    shows(page, words(visit.MODE, language))
    for _ in range(2):
        last(page).locator(".choices button").first.click()
        page.wait_for_timeout(200)
    press(page, words(buttons.NEXT, language))
    press(page, words(buttons.ALL_CASES, language))
    shows(page, words(visit.DAY, language))
    last(page).locator(".choices button").nth(1).click()
    expect(last(page).locator("h2")).not_to_contain_text(words(visit.DAY, language))
    last(page).locator(".choices button").nth(1).click()
    shows(page, words(visit.NUMBERS, language))
    say(page, "\n".join(f"東労一E{n}" for n in range(12340, 12350)))
    press(page, words(buttons.CONFIRM, language))
    shows(page, words(booked.BOOKED, language))
    code = re.search(r"\b[2-9A-HJKMNP-Z]{8}\b", last(page).inner_text())
    assert code is not None
    return code[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_first_page_to_the_card(browser: Browser, program: Program, language: str) -> None:
    page = opened(browser, program, 390, locale=LOCALES[language])
    assert page.locator("html").get_attribute("lang") == {"ja": "ja", "en": "en", "zh": "zh-Hans"}[language]
    code = book(page, language)
    picture = last(page).locator(".picture img")
    expect(picture).to_be_visible()
    picture.evaluate("image => image.decode()")
    picture.scroll_into_view_if_needed()
    seen = Image.open(io.BytesIO(page.screenshot()))
    assert [read.text for read in zxingcpp.read_barcodes(seen)] == [f"{code}-1"]
    for part in ("日時", "10:00〜11:00の間に", "届出済証明書", "東労一E12349", "10件"):
        expect(last(page)).to_contain_text(part)

    calendar = last(page).get_by_role("link", name=words(pages.CALENDAR, language))
    file = page.request.get(program.url + (calendar.get_attribute("href") or ""))
    assert (file.headers["content-type"], file.headers["cache-control"]) == (
        "text/calendar; method=PUBLISH; charset=utf-8",
        "no-store",
    )
    (event,) = IcsCalendarStream.calendar_from_ics(file.text()).events
    assert str(event.uid).startswith(code)

    with page.context.expect_page() as opening:
        last(page).get_by_role("link", name=words(pages.PAGE, language)).click()
    sheet = opening.value
    expect(sheet.locator("h1")).to_have_text("予約確認画面")
    printed = pypdfium2.PdfDocument(sheet.pdf(prefer_css_page_size=True))
    assert len(printed) == 1
    (width, height), text = printed[0].get_size(), printed[0].get_textpage().get_text_range()
    assert (round(width), round(height)) == (595, 842)
    for part in (code, "東労一E12340", "東労一E12349", "申請等取次者", "0570-045259"):
        assert part in text
    drawn = printed[0].render(scale=2).to_pil()
    assert [read.text for read in zxingcpp.read_barcodes(drawn)] == [f"{code}-1"]


def test_what_the_code_opens_shows_a_stranger_nothing_and_the_agent_their_card(
    browser: Browser, program: Program
) -> None:
    page = opened(browser, program)
    code = book(page, "ja")
    page.goto(f"{program.url}/c/{code.lower()}")
    expect(page.locator("h1")).to_have_text("予約確認画面")
    assert "/card/" in page.url
    stranger = opened(browser, program)
    shown = []
    for said in (code, "K7QX2M9A"):
        stranger.goto(f"{program.url}/c/{said}")
        shown.append(stranger.content().replace(said[:4], "").replace(said[4:], ""))
    assert shown[0] == shown[1]
    assert "佐藤" not in shown[0]
    forged = page.url[:-5] + ("A" if page.url[-5] != "A" else "B") + page.url[-4:]  # the last holds spare bits
    for ending in ("", ".png", ".ics"):
        assert stranger.request.get(forged + ending).status == 410
    assert stranger.request.get(f"{program.url}/c/none").status == 404


def in_both(page: Page) -> list[str]:
    """Return what axe finds in light, and in dark of the colours, which is all that differs."""
    wrong = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        wrong += [f"{scheme}: {each}" for each in found(page, *(("color-contrast",) if scheme == "dark" else ()))]
    return wrong


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.once("how a page looks is no matter of the database")
def test_axe_finds_nothing_on_any_page(browser: Browser, program: Program, width: int) -> None:
    page = opened(browser, program, width)
    wrong = [("preview", *in_both(page))]
    for label in ("予約する", "いずれも当てはまらない", "同意する"):
        press(page, label)
    shows(page, "メールアドレスを入力してください")
    say(page, "sato@example.jp")
    shows(page, "メールをご確認ください")
    link = page.get_by_role("link").filter(has_text="/verify/").first
    expect(link).to_be_visible(timeout=10_000)
    wrong.append(("asked", *in_both(page)))
    address = link.get_attribute("href") or ""
    page = opened(browser, program, width)
    book(page, "ja")
    expect(page.locator(".mail summary").first).to_contain_text("予約確定", timeout=20_000)
    wrong.append(("booked", *in_both(page)))
    other = page.context.new_page()
    paper = last(page).get_by_role("link", name="印刷用の画面").get_attribute("href") or ""
    mail = page.get_by_role("link", name="メールソフトでの表示").first.get_attribute("href") or ""
    for path in (address, "/chat", "/mailbox", paper, "/c/K7QX2M9A", "/nothing"):
        other.goto(path if path.startswith("http") else program.url + path)
        wrong.append((path, *in_both(other)))
    assert mail.startswith("/mailbox/")
    assert [entry for entry in wrong if len(entry) > 1] == []


def test_the_language_is_changed_at_any_time_and_the_page_with_it(browser: Browser, program: Program) -> None:
    page = opened(browser, program)
    press(page, "予約する")
    shows(page, "はじめにご確認ください")
    page.get_by_role("button", name="English", exact=True).click()
    shows(page, "Please check this first")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#send")).to_have_text("Send")
    press(page, "None applies")
    shows(page, "Notice")
    say(page, "中文")
    shows(page, "注意事项")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_the_preview_by_keyboard(browser: Browser, program: Program) -> None:
    page = opened(browser, program, 1280)
    before = page.locator("#clock time").get_attribute("datetime")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "hour":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#clock time")).not_to_have_attribute("datetime", before or "")
    assert page.evaluate("document.activeElement.value") == "hour"
    day = page.locator("#day")
    chosen = day.input_value()
    day.focus()
    page.keyboard.press("Enter")  # in the field: to this day, not to another hour
    expect(page.locator("#clock time")).to_have_attribute("datetime", re.compile(rf"{chosen}T08:30"))
    assert day.input_value() > chosen


def test_on_a_phone_the_chat_stays_where_it_is(browser: Browser, program: Program) -> None:
    page = opened(browser, program, 390)
    page.get_by_role("button", name=words(preview.SAMPLE, "ja")).click()
    shows(page, "交付予約")
    expect(page.locator(".phone")).to_be_in_viewport()
    assert page.evaluate("scrollY") < 80
    assert "/menu" not in page.locator("#log").inner_text()


def test_a_cancelled_booking_has_no_card_any_more(browser: Browser, program: Program) -> None:
    page = opened(browser, program)
    book(page, "ja")
    expect(page.locator(".picture")).to_have_count(1)
    paper = last(page).get_by_role("link", name="印刷用の画面").get_attribute("href") or ""
    for label in ("予約を確認", "開く", "キャンセルする", "キャンセルする"):
        press(page, label)
        page.wait_for_timeout(200)
    shows(page, "予約をキャンセルしました")
    file = page.request.get(program.url + (last(page).get_by_role("link").get_attribute("href") or ""))
    assert "METHOD:CANCEL" in file.text()
    assert page.request.get(program.url + paper).status == 410
    page.reload()
    shows(page, "予約をキャンセルしました")
    expect(page.locator(".picture")).to_have_count(0)
    expect(page.locator(".mail summary").first).to_contain_text("キャンセル完了", timeout=20_000)
