"""A browser without scripts: it reads pages, fills in forms and follows links."""

import html
import re
import time
from dataclasses import dataclass
from typing import ClassVar

import httpx

JOURNEY = [
    "予約する",
    "いずれも当てはまらない",
    "同意する",
    "sato@example.jp",
    "{code}",
    "佐藤 花子",
    "佐藤行政書士事務所",
    "届出済証明書",
    "（届）神行24第1234号",
    "令和20年3月31日",
    "入力しない",
    "この内容で登録する",
    "エ 別の人が申請した",
    "在留期間更新許可",
    "次へ",
    "全件、該当する",
    "2",
    "10時",
    "東労一E12345、東永Ｐ１２３４",
    "確定する",
]
"""From the first word to the booking; `2` is the second day offered."""


@dataclass(frozen=True)
class Page:
    """A page of the chat: its bubbles as text, and what its form holds."""

    text: str
    bubbles: list[str]
    buttons: dict[str, str]
    csrf: str
    update: str

    @property
    def last(self) -> str:
        return self.bubbles[-1]


def read(source: str) -> Page:
    drawn = re.findall(r'<article class="bubble.*?</article>', source, re.DOTALL)
    buttons = re.findall(r'<button[^>]*name="button" value="([^"]*)"[^>]*>(.*?)</button>', source, re.DOTALL)
    talk = source[max(source.find('id="talk"'), 0) :]
    found = {name: re.search(rf'name="{name}" value="([^"]*)"', talk) for name in ("csrf", "update")}
    return Page(
        text=source,
        bubbles=[_plain(bubble) for bubble in drawn],
        buttons={_plain(label): value for value, label in buttons},
        csrf=found["csrf"][1] if found["csrf"] else "",
        update=found["update"][1] if found["update"] else "",
    )


def _plain(source: str) -> str:
    text = re.sub(r'<span class="unseen">.*?</span>', "", source)
    return html.unescape(re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "\n", text))).strip()


class Visitor:
    """One browser, with its cookies."""

    opened: ClassVar[list[httpx.Client]] = []

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, follow_redirects=True, timeout=20)
        self.opened.append(self.client)

    def page(self) -> Page:
        return read(self.client.get("/chat").raise_for_status().text)

    def form(self, said: str, page: Page) -> dict[str, str]:
        """Return the form that says `said`: a button of that name, else typed words."""
        said = said.replace("{code}", self.code()) if "{code}" in said else said
        spoken = {"button": page.buttons[said]} if said in page.buttons else {"text": said}
        return {"csrf": page.csrf, "update": page.update, **spoken}

    def says(self, said: str, page: Page | None = None) -> Page:
        answer = self.client.post("/chat", data=self.form(said, page or self.page()))
        return read(answer.raise_for_status().text)

    def mailbox(self) -> str:
        return html.unescape(re.sub(r"<br>", "\n", self.client.get("/mailbox").raise_for_status().text))

    def code(self) -> str:
        """Return the six digits of the newest mail, once it has come."""
        return self.comes(r"^(\d{6})$")

    def comes(self, pattern: str) -> str:
        """Wait until a mail says `pattern`; return its first group."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            found = re.search(pattern, self.mailbox(), re.MULTILINE)
            if found:
                return found[1]
            time.sleep(0.05)
        raise AssertionError(f"no mail says {pattern}")

    def link(self) -> str:
        return self.comes(r'href="(http[^"]*/verify/[^"]*)"')
