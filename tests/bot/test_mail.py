"""Mail, read as a strict reader would, and a Maildir that takes each letter once."""

from datetime import datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path

from bot.channels.mail import composed, deliver, shown
from handlers.letters.mail import Mail
from handlers.message import Field, Message
from handlers.phrases import booked
from tests.factories import TOKYO

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
    letter = composed(a_mail(), about="confirmation:1", sender="yoyaku@example.jp", now=NOW)
    deliver(tmp_path, letter, "confirmation:1", now=NOW)
    (file,) = (tmp_path / "new").iterdir()
    assert file.read_bytes().isascii()
    parsed = BytesParser(policy=policy.strict).parsebytes(file.read_bytes())
    assert not parsed.defects
    assert parsed["Subject"] == "【交付予約】メールアドレスの確認"
    assert parsed["From"] == "yoyaku@example.jp"
    assert parsed["Date"].datetime == NOW
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert parsed["Content-Language"] == "ja"
    assert parsed.get_content().split() == [
        *("予約が確定しました", "佐藤", "花子", "様", "■", "申請番号", "東永P1234", "東永P1235"),
        *("■", "予約番号", "K7QX2M9A", "このメールは自動送信です。返信はお受けできません。"),
    ]


def test_a_letter_is_put_into_the_maildir_once(tmp_path: Path) -> None:
    assert shown(tmp_path / "none") == []
    for _ in range(2):
        letter = composed(a_mail(), about="confirmation:1", sender="yoyaku@example.jp", now=NOW)
        deliver(tmp_path, letter, "confirmation:1", now=NOW)
    other = composed(a_mail(), about="confirmation:2", sender="yoyaku@example.jp", now=NOW)
    deliver(tmp_path, other, "confirmation:2", now=NOW)
    assert other["Message-ID"] != letter["Message-ID"]
    assert len(list((tmp_path / "new").iterdir())) == 2
    assert not list((tmp_path / "tmp").iterdir())
    mails = shown(tmp_path)
    assert [mail.address for mail in mails] == ["sato@example.jp"] * 2
    assert mails[0].text.startswith("予約が確定しました")
    assert mails[0].date == "2026-11-26 10:00"


def test_a_name_cannot_add_a_header(tmp_path: Path) -> None:
    letter = composed(a_mail("x\r\nBcc: all@example.jp"), about="a", sender="yoyaku@example.jp", now=NOW)
    deliver(tmp_path, letter, "a", now=NOW)
    assert "Bcc" not in letter
    assert len(shown(tmp_path)) == 1
