"""Mail, read as a strict reader would, and a Maildir that takes each letter once."""

import html
import re
from datetime import datetime
from email import policy
from email.header import decode_header
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.card.calendar import calendar_file
from bot.card.files import File
from bot.channels.mail import SMTP, Sender, composed
from bot.channels.maildir import deliver, shown
from bot.plain import plain
from handlers.language import LANGUAGES, TAGS, in_words
from handlers.letters.mail import Mail
from handlers.message import Field, Message
from handlers.phrases import booked
from tests.bot.cards import TEN_LONG, a_full_card
from tests.factories import TOKYO

pytestmark = pytest.mark.once("asks no database")

SENDER = Sender("横浜支局", "yoyaku@example.jp")
NOW = datetime(2026, 11, 26, 10, 0, tzinfo=TOKYO)


def a_mail(name: str = "佐藤 花子") -> Mail:
    message = Message(
        booked.BOOKED,
        (booked.MAIL_GREETING(name=name),),
        fields=(Field(booked.NUMBERS, ("東永P1234", "東永P1235")), Field(booked.CODE, "K7QX2M9A")),
        after=(booked.MAIL_FOOT,),
    )
    return Mail("sato@example.jp", "ja", booked.PROOF_SUBJECT, message)


def test_headers_and_text_survive_the_way(tmp_path: Path) -> None:
    letter = composed(a_mail(), about="confirmation:1", sender=SENDER, now=NOW)
    deliver(tmp_path, letter, "confirmation:1", now=NOW)
    (file,) = (tmp_path / "new").iterdir()
    assert file.read_bytes().isascii()
    parsed = BytesParser(policy=policy.strict).parsebytes(file.read_bytes())
    assert not parsed.defects
    assert parsed["Subject"] == "【交付予約】メールアドレスの確認"
    assert parsed["From"] == "横浜支局 <yoyaku@example.jp>"
    assert parsed["Date"].datetime == NOW
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert parsed["Content-Language"] == "ja"
    assert _text(parsed).split() == [
        *("予約が確定しました", "佐藤", "花子", "様", "■", "申請番号", "東永P1234", "東永P1235"),
        *("■", "予約番号", "K7QX2M9A", "このメールは自動送信です。返信はお受けできません。"),
    ]


def _text(letter: EmailMessage, kind: str = "plain") -> str:
    part = letter.get_body((kind,))
    assert part is not None
    text: str = part.get_content()
    return text


def _confirmation(language: str) -> EmailMessage:
    """Return the confirmation of a full card, as a strict reader finds it."""
    card = a_full_card(language)
    subject = booked.MAIL_SUBJECT(day=card.booking.slot.day, hour=10, end=11, code="K7QX2M9A")
    files = [
        File("yoyaku-K7QX2M9A.png", "image/png", b"\x89PNG"),
        File("yoyaku-K7QX2M9A.ics", "text/calendar", calendar_file(card), (("method", "PUBLISH"),)),
    ]
    mail = Mail("sato@example.jp", language, subject, card.message)
    letter = composed(mail, about="confirmation:1", sender=SENDER, now=NOW, files=files)
    return BytesParser(policy=policy.strict).parsebytes(letter.as_bytes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_html_say_the_same_in_japanese_first(language: str) -> None:
    letter = _confirmation(language)
    assert [part.get_content_type() for part in letter.walk()] == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "text/html", "image/png", "text/calendar"),
    ]
    text, drawn = _text(letter), _text(letter, "html")
    shown = re.sub(r"<[^>]+>", " ", drawn.split("<body>")[1])
    said = "".join(html.unescape(shown).split())
    assert said == "".join(text.replace("■", "").replace("=" * 40, "").split())
    for part in ("予約確認画面", "2026年12月1日(火)", "K7QX2M9A", *(case.typed for case in TEN_LONG)):
        assert text.index(part) < 700
    assert letter["Content-Language"] == ", ".join(dict.fromkeys(("ja", TAGS[language])))
    assert str(letter["Subject"]).startswith("【交付予約】12月1日(火) 10:00〜11:00 予約確定（K7QX2M9A）")
    assert not HTMLChecker.wrong(drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headers_are_short_ascii_lines_whose_words_are_whole(language: str) -> None:
    raw = _confirmation(language).as_bytes(policy=SMTP)
    assert raw.isascii()
    assert all(len(line) <= 78 for line in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    for word in re.findall(r"=\?utf-8\?[bq]\?[^?]*\?=", raw.split(b"\r\n\r\n")[0].decode()):
        assert len(word) <= 75
        ((part, charset),) = decode_header(word)
        assert isinstance(part, bytes)
        part.decode(charset or "ascii")  # no character is cut in two


def test_the_japanese_survives_a_reader_that_knows_iso_2022_jp_alone() -> None:
    card = a_full_card()
    text = plain(in_words(card.message, "ja"))
    assert text.encode("iso2022_jp_2004").decode("iso2022_jp_2004") == text
    beyond = {c for c in text if c.encode("iso2022_jp", "ignore") == b""}
    assert beyond == {"③"}  # the counter's own name, which older readers know as one of their own


def test_the_same_letter_is_the_same_mail_each_time() -> None:
    assert _confirmation("en").as_bytes() == _confirmation("en").as_bytes()


class HTMLChecker(HTMLParser):
    """Says what is open at the end, or closed out of turn."""

    VOID = ("meta", "br", "link", "img")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []

    @classmethod
    def wrong(cls, text: str) -> list[str]:
        checker = cls()
        checker.feed(text)
        checker.close()
        return checker.found + checker.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.found.append(tag)


def test_a_letter_is_put_into_the_maildir_once(tmp_path: Path) -> None:
    assert shown(tmp_path / "none") == []
    for _ in range(2):
        letter = composed(a_mail(), about="confirmation:1", sender=SENDER, now=NOW)
        deliver(tmp_path, letter, "confirmation:1", now=NOW)
    other = composed(a_mail(), about="confirmation:2", sender=SENDER, now=NOW)
    deliver(tmp_path, other, "confirmation:2", now=NOW)
    assert other["Message-ID"] != letter["Message-ID"]
    assert len(list((tmp_path / "new").iterdir())) == 2
    assert not list((tmp_path / "tmp").iterdir())
    mails = shown(tmp_path)
    assert [mail.address for mail in mails] == ["sato@example.jp"] * 2
    assert mails[0].text.startswith("予約が確定しました")
    assert mails[0].date == NOW


def test_a_name_cannot_add_a_header(tmp_path: Path) -> None:
    letter = composed(a_mail("x\r\nBcc: all@example.jp"), about="a", sender=SENDER, now=NOW)
    deliver(tmp_path, letter, "a", now=NOW)
    assert "Bcc" not in letter
    assert len(shown(tmp_path)) == 1
