"""What a reader does with the chat's page in Chromium."""

from collections.abc import Callable
from urllib.parse import urljoin

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.bot.program import Program

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # the first needs least
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def opened(browser: Browser, program: Program, width: int = 390, scheme: str = "light", locale: str = "ja-JP") -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale=locale,
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(program.url)
    return page


def last(page: Page) -> Locator:
    return page.locator("#log .bubble").last


def press(page: Page, label: str) -> None:
    page.wait_for_load_state()  # its scripts, where the page was just loaded anew
    last(page).get_by_role("button", name=label, exact=True).click()


def say(page: Page, words: str) -> None:
    page.wait_for_load_state()
    page.fill("#text", words)
    page.press("#text", "Enter")
    expect(page.locator("#text")).to_have_value("")


def shows(page: Page, title: str) -> None:
    expect(last(page).locator("h2")).to_contain_text(title, timeout=10_000)


def prove(page: Page) -> None:
    """Open the mailbox as a reader would, follow the link, and come back."""
    mailbox = page.context.new_page()
    mailbox.goto(urljoin(page.url, "/mailbox"))
    link = mailbox.get_by_role("link").filter(has_text="/verify/").first
    expect(link).to_be_visible(timeout=10_000)
    mailbox.goto(link.get_attribute("href") or "")
    mailbox.get_by_role("button", name="確認してチャットに戻る").click()
    expect(mailbox.locator("#log")).to_be_visible()
    mailbox.close()


def register(page: Page, seen: Callable[[str], None] = lambda _: None) -> None:
    """Go from the first word to a registered agent; `seen` is told of each screen."""
    for label in ("予約する", "いずれも当てはまらない", "同意する"):
        press(page, label)
        seen(label)
    shows(page, "メールアドレスを入力してください")
    say(page, "sato@example.jp")
    shows(page, "メールをご確認ください")
    seen("code")
    prove(page)
    shows(page, "お名前を入力してください")
    for words, title in (("佐藤 花子", "所属"), ("佐藤行政書士事務所", "お持ちの証明書")):
        say(page, words)
        shows(page, title)
    press(page, "届出済証明書")
    shows(page, "証明書の番号")
    say(page, "（届）神行２４第１２３４号")
    shows(page, "有効期限")
    say(page, "令和20年3月31日")
    press(page, "入力しない")
    shows(page, "登録内容をご確認ください")
    seen("profile")
    press(page, "この内容で登録する")


def keyed(page: Page, label: str) -> None:
    """Reach the button called `label` with Tab, and press it with Enter."""
    for _ in range(60):
        if page.evaluate("document.activeElement.textContent").strip() == label:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{label} cannot be reached by keyboard")


def found(page: Page, *rules: str) -> list[str]:
    """Return what axe finds, by all its rules or by some."""
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    options = {"resultTypes": ["violations"], **only}
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in Axe().run(page, options=options).response["violations"]]
