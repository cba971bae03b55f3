"""Settings that would be unsafe where others reach the program are refused; secrets are told to nobody."""

import os
import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings, complaints
from tests.bot.program import Program

SMTP = {"SMTP": "smtps://yoyaku:hunter2@mail.example.jp"}
HTTPS = {"URL": "https://yoyaku.example.jp"}


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("YOYAKU_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (HTTPS, "YOYAKU_URL: a public address needs YOYAKU_SMTP"),  # preview and Maildir: 13.4.2, 15.2.3
        ({"LISTEN": "0.0.0.0:8000"}, "YOYAKU_LISTEN: must be 127.0.0.1 or localhost"),
        (
            {**SMTP, "URL": "http://yoyaku.example.jp"},
            "YOYAKU_URL: a public address must begin with https://",
        ),  # 12.2.1
        ({**SMTP, "LISTEN": "0.0.0.0:8000"}, "YOYAKU_URL: where others reach the program"),
        ({**SMTP, "LISTEN": "192.0.2.1:80", "URL": "http://127.0.0.1"}, "YOYAKU_URL: where others reach the program"),
        ({**SMTP, **HTTPS, "SECRET": "short"}, "YOYAKU_SECRET: must have at least 32 characters"),  # 13.2.3
        ({**SMTP, **HTTPS, "SECRET": "a" * 64}, "YOYAKU_SECRET: must have at least 32 characters"),
        ({**SMTP, **HTTPS, "TELEGRAM_SECRET": "short"}, "YOYAKU_TELEGRAM_SECRET: must be 16 to 256"),
        ({**SMTP, **HTTPS, "PROXY": "everybody"}, "YOYAKU_PROXY: must be addresses or networks"),
        ({**SMTP, **HTTPS, "PROXY": "0.0.0.0/0"}, "YOYAKU_PROXY: must be addresses or networks"),  # 4.1.3
    ],
)
def test_v13_2_what_is_unsafe_in_public_does_not_start(
    said: dict[str, str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in said.items():
        monkeypatch.setenv(f"YOYAKU_{name}", value)
    with pytest.raises(ValidationError) as wrong:
        Settings()
    assert [line[: len(complaint)] for line in complaints(wrong.value)] == [complaint]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE", "postgresql://yoyaku:hunter2%zz@db/yoyaku"),
        ("DATABASE", "postgres://yoyaku:hunter2@db/yoyaku"),
        ("SMTP", "smtp://yoyaku:hunter2/x@mail.example.jp"),
        ("SMTP", "mail://yoyaku:hunter2@mail.example.jp"),
        ("SECRET", "hunter2"),
        ("TELEGRAM_TOKEN", "123:hunter2"),
        ("LINE_TOKEN", "hunter2"),
    ],
)
def test_v16_5_1_no_complaint_quotes_a_secret(tmp_path: Path, name: str, value: str) -> None:
    program = Program(tmp_path, **{name.lower(): value})
    ended = program.run("check")
    assert ended.returncode == 2
    assert ended.stderr.startswith("YOYAKU_")
    assert "hunter2" not in ended.stdout + ended.stderr


def test_v16_5_1_nor_does_that_of_a_move(tmp_path: Path) -> None:
    ended = Program(tmp_path).run("migrate", "--from", "sqlite:///a.db", "--to", "postgres://u:hunter2@db/yoyaku")
    assert (ended.returncode, "hunter2" in ended.stderr) == (2, False)


def test_v13_3_2_what_is_written_is_for_its_owner_alone(program: Program) -> None:
    """13.3.1: the secret is made by chance where the environment says none."""
    for file in [program.folder / "var", *(program.folder / "var").iterdir()]:
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file
    assert len((program.folder / "var" / "secret").read_text()) >= 32
