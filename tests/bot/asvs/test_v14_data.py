"""What leaves the house: logs, mails, files; and what others typed, wherever it is shown."""

import re
from datetime import UTC, datetime
from email.message import EmailMessage

import httpx
import pytest

from bot.channels.mail import Sender, composed
from handlers.counter.spreadsheet import as_csv
from handlers.letters.mail import Mail
from handlers.letters.worded import worded
from storage.letters import Letter
from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.program import Program
from tests.factories import slot
from tests.handlers.talking import House

NASTY = '"><img src=x>{{7*7}}<script>alert(1)</script>'
NOW = datetime(2026, 11, 26, 1, tzinfo=UTC)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_v1_2_10_no_cell_is_a_formula(begin: str) -> None:
    row = as_csv([[f"{begin}1+1", 7]], "ja").lstrip("\ufeff")
    assert re.match(r"""["']""", row)
    assert row.lstrip('"').startswith("'")


@pytest.mark.parametrize(
    "said", ["x\r\nBcc: all@example.jp", "x\nBcc: all@example.jp", "x\rBcc: a@b.jp", "x\0\x0b\x0c"]
)
def test_v1_3_11_nobody_adds_a_header_to_a_mail(house: House, said: str) -> None:
    made = house.has_booked("sato", slot("2026-12-01"))
    house.do(lambda tx: tx.rows("UPDATE agent SET name = ?, workplace = ?", said.replace("\0", ""), said[:1]))
    letter = Letter("1", f"confirmation:{made.id}:1", "confirmation", f"{made.id}:1", 1, "postman", due=NOW)
    mail = house.do(lambda tx: worded(tx, house.premises, letter))
    assert isinstance(mail, Mail)
    whole = composed(mail, about=f"a{said}", sender=Sender("交付予約", "yoyaku@example.jp"), now=NOW)
    assert isinstance(whole, EmailMessage)
    head = whole.as_bytes().partition(b"\r\n\r\n")[0]
    assert b"\nBcc" not in head
    assert whole["Bcc"] is None


def test_v1_2_1_what_somebody_is_called_is_words_wherever_it_stands(shared: Program) -> None:
    """Chat, page of one's data, card, mail, and the counter's pages."""
    visitor = Visitor(shared.url)
    journey = [{"佐藤 花子": NASTY, "佐藤行政書士事務所": NASTY}.get(said, said) for said in JOURNEY]
    page = visitor.page()
    for said in journey:
        page = visitor.says(said)
    assert page.last.startswith("予約が確定しました")
    card = re.search(r'href="(/card/[^"]+)\.png"', page.text)
    assert card
    visitor.comes(r"予約確定（(\w{8})）")
    mailed = visitor.client.get("/mailbox").text
    manager = httpx.Client(base_url=shared.url, follow_redirects=True)
    manager.get("/chat")
    pages = [page.text, mailed, visitor.client.get(card[1]).text]
    for said in ("設定", "5"):
        page = visitor.says(said)
    link = re.search(r'href="(?:http://[^"/]+)?(/data/[^"]+)"', page.text)
    pages += [page.text, *([visitor.client.get(link[1]).text] if link else [])]
    manager.close()
    for text in pages:
        assert "<img src=x" not in text
        assert "<script>alert" not in text
        assert "&lt;img src=x" in text or NASTY not in text
    assert any("&lt;img src=x" in text for text in pages)
    assert not any(">49<" in text for text in pages)


def test_v16_2_5_the_log_holds_no_secret_no_address_no_number_no_word(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in JOURNEY:
        page = visitor.says(said)
    card = re.search(r'href="(/card/([^"]+))\.png"', page.text)
    assert card
    link = program.hires("田中")
    hidden = [card[2], link.rpartition("/")[2], "sato", "佐藤", "E12345", "1234", visitor.client.cookies["yoyaku"]]
    visitor.client.get(card[1])
    visitor.client.get(link)
    visitor.client.get("/verify/hush-hush")
    visitor.client.get("/data/hush-hush")
    visitor.client.get("/counter?q=hush-hush")
    program.rows("UPDATE booking SET mode = 'sato@example.jp'")
    visitor.client.post("/chat", data=visitor.form("予約を確認", visitor.page()))
    program.stop()
    log = program.log()
    assert "builtins.ValueError" in log
    assert [word for word in (*hidden, "hush-hush") if word in log] == []
    lines = [line for line in log.splitlines() if line.startswith("{")]
    assert all(re.search(r'"at": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"', line) for line in lines)  # 16.2.2
