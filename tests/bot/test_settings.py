"""Settings complain of everything at once, and name the setting."""

import os
import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings, complaints
from bot.texts import is_loopback
from tests.bot.program import Program
from tests.bot.telegram.standin import TOKEN


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("YOYAKU_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_any_the_preview_is_what_starts() -> None:
    settings = Settings()
    assert settings.database == "sqlite:///var/yoyaku.db"
    assert settings.address == ("127.0.0.1", 8000)
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.profile().key == "yokohama"


def test_they_are_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("YOYAKU_OFFICE=minato\nYOYAKU_LISTEN=localhost:9000\nUNRELATED=1\n")
    settings = Settings()
    assert settings.profile().key == "minato"
    assert settings.address == ("localhost", 9000)


def test_everything_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "DATABASE": "mysql://x",
        "OFFICE": "nowhere",
        "URL": "https://yoyaku.example.jp",
        "LISTEN": "0.0.0.0:8000",
        "PROXY": "127.0.0.1,everybody",
        "SECRET": "short",
    }.items():
        monkeypatch.setenv(f"YOYAKU_{name}", value)
    with pytest.raises(ValidationError) as wrong:
        Settings()
    said = complaints(wrong.value)
    assert [line.split(":")[0] for line in said] == [
        "YOYAKU_DATABASE",
        "YOYAKU_OFFICE",
        "YOYAKU_URL",
        "YOYAKU_LISTEN",
        "YOYAKU_PROXY",
        "YOYAKU_SECRET",
    ]
    assert "short" not in " ".join(said)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LISTEN", "8000"),
        ("LISTEN", "127.0.0.1:99999"),
        ("LISTEN", "127.0.0.1:x"),
        ("LISTEN", "[::1]:8000"),
        ("URL", "yoyaku.example.jp"),
        ("SMTP", "mail.example.jp"),
        ("SMTP", "http://mail.example.jp"),
    ],
)
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"YOYAKU_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


def test_in_public_only_with_mail_that_leaves_and_over_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YOYAKU_URL", "https://yoyaku.example.jp/")
    monkeypatch.setenv("YOYAKU_LISTEN", "0.0.0.0:8000")
    with pytest.raises(ValidationError) as wrong:
        Settings()
    assert [line.rpartition("YOYAKU_SMTP")[1] for line in complaints(wrong.value)] == ["YOYAKU_SMTP"] * 2
    monkeypatch.setenv("YOYAKU_SMTP", "smtps://yoyaku:secret@mail.example.jp")
    settings = Settings()
    assert (settings.is_trial, settings.public_url, settings.address[0]) == (
        False,
        "https://yoyaku.example.jp",
        "0.0.0.0",
    )
    monkeypatch.setenv("YOYAKU_URL", "http://yoyaku.example.jp/")
    with pytest.raises(ValidationError) as wrong:
        Settings()
    assert complaints(wrong.value) == ["YOYAKU_URL: a public address must begin with https://"]


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Settings().key()
    assert len(made) >= 32
    assert Settings().key() == made
    assert stat.S_IMODE((tmp_path / "var" / "secret").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "var").iterdir()] == ["secret"]
    (tmp_path / "var" / "secret").write_text("")
    with pytest.raises(ValueError, match="damaged"):
        Settings().key()
    monkeypatch.setenv("YOYAKU_SECRET", "abcdefgh" * 4)
    assert Settings().key() == b"abcdefgh" * 4


def test_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "localhost", "::1", "127.9.9.9")))
    assert not any(map(is_loopback, ("0.0.0.0", "192.168.1.1", "example.jp", "")))


def test_the_program_says_what_is_wrong_and_does_not_start(tmp_path: Path) -> None:
    program = Program(tmp_path, office="nowhere", database="x")
    for command in ("serve", "check"):
        ended = program.run(command)
        assert ended.returncode == 2
        assert ended.stderr.count("YOYAKU_") == 2
    assert program.run("check").stdout == ""
    missing = Program(tmp_path, database="sqlite:///var/yoyaku.db").run("check")
    assert missing.stderr == "YOYAKU_DATABASE: there is no var/yoyaku.db\n"


@pytest.mark.parametrize(
    ("url", "api", "webhook"),
    [
        ("", "", ""),  # nobody can reach us: updates are asked for
        ("https://yoyaku.example.jp", "", "https://yoyaku.example.jp/telegram"),
        ("http://127.0.0.1:8000", "", ""),
        ("https://localhost:8443", "", ""),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8081", "http://127.0.0.1:8000/telegram"),  # a server of one's own
    ],
)
def test_where_telegram_brings_updates(url: str, api: str, webhook: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"SMTP": "smtp://mail.example.jp:587", "URL": url, "TELEGRAM_TOKEN": TOKEN}.items():
        monkeypatch.setenv(f"YOYAKU_{name}", value)
    if api:
        monkeypatch.setenv("YOYAKU_TELEGRAM_API", api)
    assert Settings().telegram_webhook == webhook


def test_what_is_wrong_of_telegram_is_said_without_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TOKEN": "123 secret", "API": "telegram", "SECRET": "too short"}.items():
        monkeypatch.setenv(f"YOYAKU_TELEGRAM_{name}", value)
    with pytest.raises(ValidationError) as wrong:
        Settings()
    said = complaints(wrong.value)
    assert [line.split(":")[0].removeprefix("YOYAKU_TELEGRAM_") for line in said] == ["TOKEN", "API", "SECRET"]
    assert "123" not in " ".join(said)


LINE = {"YOYAKU_LINE_TOKEN": "L" * 172, "YOYAKU_LINE_SECRET": "0123456789abcdef" * 2}
PUBLIC = {"YOYAKU_URL": "https://yoyaku.example.jp", "YOYAKU_SMTP": "smtp://mail.example.jp"}


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({**LINE, **PUBLIC}, ""),
        ({**LINE, "YOYAKU_LINE_API": "http://127.0.0.1:9"}, ""),
        (LINE, "YOYAKU_LINE_TOKEN: LINE brings messages to a public address only; set YOYAKU_URL"),
        ({**PUBLIC, "YOYAKU_LINE_TOKEN": "L" * 172}, "YOYAKU_LINE_TOKEN, YOYAKU_LINE_SECRET: both are needed"),
        ({**PUBLIC, "YOYAKU_LINE_SECRET": "a" * 32}, "YOYAKU_LINE_TOKEN, YOYAKU_LINE_SECRET: both are needed"),
        ({**PUBLIC, **LINE, "YOYAKU_LINE_SECRET": "short"}, "YOYAKU_LINE_SECRET: must be the channel secret"),
        ({**PUBLIC, **LINE, "YOYAKU_LINE_TOKEN": "no"}, "YOYAKU_LINE_TOKEN: must be the channel access token"),
        ({**PUBLIC, **LINE, "YOYAKU_LINE_API": "line"}, "YOYAKU_LINE_API: must be an address"),
    ],
)
def test_line_is_set_whole_and_reached_from_outside(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], complaint: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    if complaint:
        with pytest.raises(ValidationError) as wrong:
            Settings()
        assert complaints(wrong.value)[0].startswith(complaint)
    else:
        settings = Settings()
        assert settings.line_webhook.endswith("/line")
        assert settings.line_blobs == (settings.line_api if "YOYAKU_LINE_API" in given else "https://api-data.line.me")
