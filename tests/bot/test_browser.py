"""Chromium books an hour: at phone and desk width, by keyboard alone, over a reload and a restart."""

import signal

import pytest
from playwright.sync_api import Browser, expect

from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.chromium import keyed, last, opened, press, register, say, shows
from tests.bot.program import Program
from tests.bot.test_preview import moved

pytestmark = pytest.mark.slow

PASTED = (
    "1\t東労一E12345\tWANG Xiaoming\n2\t東労一E12346\tNGUYEN Van An\n3\t阪永C 24999\t李 明\n４\t東永Ｐ１２３４\tグエン"
)


@pytest.mark.parametrize("width", [390, 1280])
def test_five_cases_are_booked_over_a_reload_and_a_restart(browser: Browser, program: Program, width: int) -> None:
    page = opened(browser, program, width)
    register(page)
    press(page, "エ 別の人が申請した")
    press(page, "在留期間更新許可")
    expect(last(page).get_by_role("button", name="✓ 在留期間更新許可")).to_be_visible()
    page.reload()
    press(page, "次へ")
    shows(page, "全件についてご確認ください")
    program.stop(signal.SIGKILL)
    program.start()
    press(page, "全件、該当する")
    shows(page, "受取日を選んでください")
    last(page).locator(".choices button").nth(1).click()
    shows(page, "時間帯を選んでください")
    last(page).locator(".choices button").nth(2).click()
    shows(page, "申請番号を入力してください")
    page.fill("#text", PASTED)
    page.click("#send")
    shows(page, "予約内容をご確認ください")
    program.stop()
    program.start()
    page.reload()
    press(page, "番号を追加する")
    shows(page, "申請番号を入力してください")
    say(page, "東永P５６７８")
    shows(page, "予約内容をご確認ください")
    press(page, "確定する")
    shows(page, "予約が確定しました")
    for number in ("東労一E12345", "東労一E12346", "阪永C 24999", "東永Ｐ１２３４", "東永P５６７８"):
        expect(last(page)).to_contain_text(number)
    expect(last(page)).to_contain_text("5件")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "5 cases" in program.run("check").stdout


def test_a_known_agent_books_by_keyboard_alone_with_six_actions(browser: Browser, program: Program) -> None:
    page = opened(browser, program, 320)
    register(page)
    press(page, "ア 自分で申請した")
    for label in ("在留期間更新許可", "次へ", "全件、該当する"):
        press(page, label)
    shows(page, "受取日を選んでください")
    last(page).locator(".choices button").nth(1).click()
    shows(page, "時間帯を選んでください")
    last(page).locator(".choices button").nth(1).click()
    shows(page, "申請番号")
    say(page, "東永P1001")
    press(page, "確定する")
    shows(page, "予約が確定しました")
    keyed(page, "続けて予約する")
    shows(page, "前回と同じ内容で予約しますか")
    keyed(page, "前回と同じ")
    shows(page, "受取日を選んでください")
    keyed(page, last(page).locator(".choices button").nth(2).inner_text())
    shows(page, "時間帯を選んでください")
    keyed(page, last(page).locator(".choices button").nth(2).inner_text())
    shows(page, "申請番号を入力してください")
    page.keyboard.press("Tab")
    for _ in range(12):
        if page.evaluate("document.activeElement.id") == "text":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("東永P2002")
    page.keyboard.press("Enter")
    shows(page, "予約内容をご確認ください")
    keyed(page, "確定する")
    shows(page, "予約が確定しました")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_two_tabs_show_the_same_talk(browser: Browser, program: Program) -> None:
    one = opened(browser, program)
    two = one.context.new_page()
    two.goto(f"{program.url}/chat")
    press(one, "予約する")
    shows(two, "はじめにご確認ください")
    expect(two.locator("#log .choices")).to_have_count(1)
    press(two, "いずれも当てはまらない")
    shows(one, "留意事項")


def test_what_could_not_be_sent_stays_in_the_field(browser: Browser, program: Program) -> None:
    page = opened(browser, program)
    program.stop(signal.SIGKILL)
    page.fill("#text", "予約する")
    page.press("#text", "Enter")
    expect(page.locator("#status")).not_to_be_empty()
    expect(page.locator("#text")).to_have_value("予約する")
    program.start()
    page.press("#text", "Enter")
    shows(page, "はじめにご確認ください")


SLOW = "const known = fetch; fetch = (...what) => new Promise((go) => setTimeout(go, 500)).then(() => known(...what))"


def test_what_is_said_while_an_answer_is_under_way_is_said_after_it(browser: Browser, program: Program) -> None:
    page = opened(browser, program)
    page.evaluate(SLOW)
    for words in ("予約する", "いずれも当てはまらない"):
        page.fill("#text", words)
        page.press("#text", "Enter")
    shows(page, "留意事項")
    expect(page.locator(".bubble.agent")).to_contain_text(["予約する", "いずれも当てはまらない"])
    expect(page.locator("#text")).to_have_value("")


def test_a_reminder_comes_while_something_is_entered_and_both_can_be_answered(
    browser: Browser, program: Program
) -> None:
    visitor = Visitor(program.url)
    for said in (*JOURNEY, "予約する"):
        visitor.says(said)
    page = browser.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP").new_page()
    for cookie in visitor.client.cookies.jar:
        page.context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": program.url}])
    page.goto(f"{program.url}/chat")
    asked = page.locator(f"#{last(page).get_attribute('id')}")
    expect(asked.get_by_role("button").first).to_be_visible()
    moved(visitor, to="letter")
    letter = page.locator(".bubble.letter")
    expect(letter).to_contain_text("まで、変更・キャンセルできます")
    expect(asked.get_by_role("button").first).to_be_visible()
    letter.get_by_role("button", name="キャンセルする").click()
    shows(page, "この予約をキャンセルしますか")
    expect(letter.get_by_role("button", name="キャンセルする")).to_be_visible()  # it outlives the talk
    expect(asked.get_by_role("button")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
