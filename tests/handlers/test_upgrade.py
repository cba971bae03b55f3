"""What programs of earlier days have left is opened, brought up to date and right; and talks go on where they stood."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import psycopg
import pytest

from storage import housekeeping, migrate
from storage.database import Unavailable
from storage.opening import open_database
from tests.bot.program import Program
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import Chat, House
from tests.storage import earlier

WRITTEN = sorted(Path(earlier.__file__).parent.glob("*.sql"))
FILES = sorted(migrate.MIGRATIONS.glob("[0-9]*.sql"))
NOW = "2026-11-26 10:03:00"


def written(number: int, url: str) -> None:
    """Write into the empty database at `url` what the program of migration `number` left."""
    with closing(sqlite3.connect(":memory:")) as left:
        left.executescript(WRITTEN[number - 1].read_text("utf-8"))
        if url.startswith("sqlite:///"):
            with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
                left.backup(file)
            return
        with psycopg.connect(url) as server:
            server.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL)")
            for migration in FILES[:number]:
                server.execute(migration.read_bytes())
            server.execute("SET session_replication_role = replica")  # rows in any order
            for (table,) in left.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for row in left.execute(f"SELECT * FROM {table}"):
                    server.execute(f"INSERT INTO {table} VALUES ({', '.join('%s' for _ in row)})".encode(), row)


@pytest.fixture(params=range(1, len(WRITTEN) + 1), ids=lambda number: f"migration {number}")
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def opened(tmp_path: Path, url: str, number: int) -> Iterator[House]:
    """Return the house of today over that database: when it is closed, its books are counted."""
    written(number, url)
    made = House(tmp_path, url=url)
    made.clock.set(NOW)
    made.updates = count(10_000)  # none that was heard then
    made.do(lambda tx: housekeeping.sweep(tx, YOKOHAMA))  # as at each start: the oldest put no reminders
    yield made
    made.close()


def chat(house: House, name: str) -> Chat:
    found = Chat(house, name)
    found.says("再表示")
    return found


def test_every_migration_has_left_a_database() -> None:
    assert [file.stem for file in WRITTEN] == [file.stem[:4] for file in FILES], "python -m tests.storage.earlier"


def test_a_booking_stands_and_can_be_changed(opened: House) -> None:
    agent = chat(opened, "web:whole")
    agent.says("予約を確認")
    agent.says("1")
    assert agent.screen is not None
    agent.presses("キャンセルする")
    assert agent.presses("キャンセルする").title == "予約をキャンセルしました"


def test_who_stood_before_the_last_word_says_it(opened: House) -> None:
    agent = chat(opened, "web:half")
    assert agent.says("確定する").title == "予約が確定しました"


def test_who_waited_for_the_digits_types_them(opened: House) -> None:
    agent = chat(opened, "web:asked")
    assert agent.says(agent.code()).title == "お名前を入力してください"


def test_another_books(opened: House) -> None:
    made = opened.has_booked("another", slot("2026-12-01", 11))
    assert made.slot == slot("2026-12-01", 11)


async def test_a_program_that_is_older_is_refused(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    url = f"sqlite:///{tmp_path / 'yoyaku.db'}"
    written(number, url)
    older = tmp_path / "migrations"
    older.mkdir()
    for file in FILES[: number - 1]:
        (older / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(migrate, "MIGRATIONS", older)
    with pytest.raises(Unavailable, match=f"a newer program has written here: migration {number} is not known"):
        await open_database(url, clock=clock)


def test_the_command_line_says_so_too(tmp_path: Path) -> None:
    program = Program(tmp_path)
    assert program.run("migrate").returncode == 0
    program.rows("INSERT INTO migration VALUES (9999, '')")
    for command in ("serve", "check"):
        ended = program.run(*command.split())
        assert ended.returncode == 2
        assert ended.stderr == "YOYAKU_DATABASE: a newer program has written here: migration 9999 is not known\n"
