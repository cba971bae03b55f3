"""The preview: one stream for chat, mailbox and clock; a clock that only moves forward."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.demo import Hand, fill
from bot.preview.clock import OfficeClock
from handlers.language import TAGS
from storage import books
from storage.database import Database
from storage.opening import open_database
from tests.bot.browsing import Visitor, read
from tests.bot.program import Program
from tests.factories import MINATO, YOKOHAMA, at


def test_the_clock_only_moves_forward_and_remembers(tmp_path: Path) -> None:
    clock = OfficeClock(tmp_path / "var" / "clock")
    begun = datetime.now(UTC)
    assert begun <= clock() < begun + timedelta(seconds=5)
    assert not clock.move_to(clock() - timedelta(seconds=1))
    assert not clock.move_to(clock() + timedelta(days=400))
    target = clock() + timedelta(hours=1)
    assert clock.move_to(target)
    assert target <= clock() < target + timedelta(seconds=5)
    assert OfficeClock(tmp_path / "var" / "clock")() >= target


def events(visitor: Visitor, most: int) -> Iterator[tuple[str, object]]:
    """Yield the first `most` events of the page's stream."""
    with visitor.client.stream("GET", "/preview/stream?language=ja") as stream:
        name = "bubble"
        for line in stream.iter_lines():
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                yield name, json.loads(line[6:])
                name, most = "bubble", most - 1
            if not most:
                return


def test_one_stream_carries_bubbles_mails_and_the_clock(program: Program) -> None:
    visitor = Visitor(program.url)
    visitor.says("予約する", visitor.page())
    names = [name for name, _ in events(visitor, 5)]
    assert names == ["bubble", "bubble", "bubble", "mail", "clock"]  # a page that has seen nothing yet
    assert httpx.get(f"{program.url}/preview/stream").status_code == 403


def moved(visitor: Visitor, **said: str) -> str:
    """Move the clock as the page's form does; return what the clock shows then."""
    page = read(visitor.client.get("/").text)
    answer = visitor.client.post("/preview/clock", data={"csrf": page.csrf, **said})
    shown = re.search(r'<time datetime="([^"]+)">', visitor.client.get("/").text)
    assert answer.status_code in (200, 303)
    assert shown is not None
    return shown[1]


def test_an_hour_a_day_and_never_back(program: Program) -> None:
    visitor = Visitor(program.url)
    begun = datetime.fromisoformat(moved(visitor))
    later = datetime.fromisoformat(moved(visitor, to="hour"))
    assert timedelta(hours=1) <= later - begun <= timedelta(hours=1, minutes=1)  # a minute may have turned
    day = (begun + timedelta(days=3)).date()
    assert moved(visitor, to="day", day=day.isoformat()).startswith(f"{day}T08:30")
    for nothing in ({"to": "day", "day": "2020-01-01"}, {"to": "day", "day": "soon"}, {"to": "letter"}, {"to": "x"}):
        assert moved(visitor, **nothing).startswith(f"{day}T08:3")
    program.stop()
    program.start()
    assert moved(visitor).startswith(f"{day}T08:3")
    assert visitor.client.post("/preview/clock", data={"csrf": "x", "to": "hour"}).status_code == 403
    assert visitor.client.post("/preview/sample", data={"csrf": "x"}).status_code == 403


def test_a_hold_ends_when_the_clock_passes_it(program: Program) -> None:
    visitor = Visitor(program.url)
    page = read(visitor.client.get("/").text)
    visitor.client.post("/preview/sample", data={"csrf": page.csrf, "update": "1"})
    page = visitor.page()
    assert "佐藤 花子" in page.last
    for said in ("予約する", "エ", "在留期間更新許可", "次へ", "全件、該当する", "2", "10時", "東永P1234"):
        page = visitor.says(said, page)
    assert "まで確保しています" in page.last
    moved(visitor, to="hour")
    page = visitor.says("確定する", visitor.page())
    assert "枠" in page.last
    assert "予約が確定しました" not in page.last


def test_the_sample_agent_begins_anew_in_the_language_of_the_chat(program: Program) -> None:
    visitor = Visitor(program.url)
    page = visitor.says("言語", visitor.page())
    page = visitor.says("English", page)
    for said in ("Book a collection", "None applies", "I agree", "tanaka@example.jp"):
        page = visitor.says(said, page)
    visitor.client.post("/preview/sample", data={"csrf": page.csrf, "update": "1"})
    page = visitor.page()
    assert "Signed in as 佐藤 花子" in page.last
    assert "/menu" not in page.text
    assert visitor.says("back", page).last.startswith("Booking a collection at")
    for path in ("/mailbox", "/c/K7QX2M9A", "/nothing"):
        assert '<html lang="en">' in visitor.client.get(path).text


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("ja;q=0.1, en; q=0.9", "en"),
        ("fr, en ;q=0.5", "en"),
        ("en;Q=0.9", "en"),
        ("en;q=0, zh-CN;q=0.1", "zh"),
        ("zh-TW", "zh"),
        ("fr", "ja"),
        ("", "ja"),
        ("en;q=x, ;;, zh;q=0.2", "zh"),
        ("\N{SNOWMAN}".encode().decode("latin-1"), "ja"),
    ],
)
def test_the_browser_says_which_language(shared: Program, said: str, language: str) -> None:
    shown = httpx.get(f"{shared.url}/chat", headers={b"Accept-Language": said.encode("latin-1")}).text
    assert f'<html lang="{TAGS[language]}">' in shown


def test_nobody_else_is_shown_it(program: Program) -> None:
    assert httpx.get(f"{program.url}/", headers={"Host": "evil.example"}).status_code == 400
    refused = Program(program.folder, url="https://yoyaku.example.jp").run("serve")
    assert refused.returncode == 2
    assert "YOYAKU_URL" in refused.stderr
    refused = Program(program.folder, listen="0.0.0.0:8000").run("serve")
    assert refused.returncode == 2


@pytest.mark.parametrize("office", [YOKOHAMA, MINATO], ids=lambda office: office.key)
async def test_the_demo_fills_a_fortnight_by_the_rules_once(office: object, tmp_path: Path) -> None:
    hand = Hand(at("2026-11-26 10:00:00"))
    db: Database = await open_database(f"sqlite:///{tmp_path / 'yoyaku.db'}", clock=hand)
    try:
        said = await fill(db, office, hand)  # type: ignore[arg-type]
        assert int(said.split()[0]) > 40
        assert await fill(db, office, hand) == "The fortnight is there already."  # type: ignore[arg-type]
        counted = await db.read(lambda tx: books.check(tx, office))  # type: ignore[arg-type]
        assert counted.wrong == ()
        days = await db.read(lambda tx: [row["day"] for row in tx.rows("SELECT DISTINCT day FROM booking")])
        assert (min(days) < "2026-11-20", max(days) > "2026-11-27") == (True, True)
        assert hand.now == at("2026-11-26 10:00:00")
    finally:
        await db.close()


def test_a_damaged_clock_is_named_by_every_command(tmp_path: Path) -> None:
    program = Program(tmp_path)
    (tmp_path / "var").mkdir()
    for damage in ("soon", "9" * 17):
        (tmp_path / "var" / "clock").write_text(damage)
        for command in ("serve", "check", "demo"):
            refused = program.run(command)
            assert refused.returncode == 2
            assert refused.stderr.startswith("var/clock is damaged")


@pytest.mark.once("a file is for one program")
def test_the_demo_says_that_the_program_runs(program: Program) -> None:
    refused = program.run("demo")
    assert refused.returncode == 2
    assert "YOYAKU_DATABASE" in refused.stderr
