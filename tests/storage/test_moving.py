"""A whole database copied into another, of either kind; and what a restored one does with letters."""

import asyncio
import os
import sqlite3
import time
from functools import partial
from pathlib import Path

import pytest

from bot.operations import move, restore
from storage import books, letters, moving, postbag, restored
from storage.database import Database, Transaction, Unavailable
from storage.moving import PAGE, TABLES
from storage.opening import backup, meet, open_database
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.storage.acts import booking, cancelling

WEIRD = "佐藤\t\\N 'x'; \"y\"\r\n%_?\U0001f600"  # which COPY, CSV or SQL would read otherwise


async def filled(db: Database) -> None:
    made = await db.run(booking("sato", slot("2026-12-01"), numbers(3)))
    await db.run(booking("ito", slot("2026-12-02"), numbers(2, 2001)))
    await db.run(booking("abe", slot("2026-12-02"), numbers(1, 2101)))
    await db.run(cancelling("sato", made.code))  # type: ignore[union-attr]
    await db.run(lambda tx: tx.rows("UPDATE agent SET name = ? WHERE address = 'ito@example.jp'", WEIRD))
    await db.run(lambda tx: tx.rows("INSERT INTO closure VALUES ('2026-12-24', ?)", WEIRD))
    for n in range(4):
        await db.run(partial(letters.put, kind="readdressed", subject=f"{n}"))
    many = [(f"u{n}", "web:1", "2026-11-24T01:00:00.000Z") for n in range(PAGE * 6)]
    await db.run(lambda tx: tx.fill("heard", ("id", "chat", "at"), many))


def whole(tx: Transaction) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: sorted(tuple(row[column] for column in sorted(row.keys())) for row in tx.rows(f"SELECT * FROM {table}"))
        for table in TABLES
    }


async def test_every_table_is_copied(db: Database) -> None:
    of = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        if type(db).__name__ == "Sqlite"
        else "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
    )
    found = {row["name"] for row in await db.read(lambda tx: tx.rows(of))}
    assert found == {*TABLES, "migration", "moved", "pulse"}


async def test_a_file_moves_to_a_server_and_back(fresh: str, tmp_path: Path, clock: HandClock) -> None:
    file, back = f"sqlite:///{tmp_path / 'a.db'}", f"sqlite:///{tmp_path / 'b.db'}"
    source = await open_database(file, clock=clock)
    await filled(source)
    before = await source.read(whole)
    await source.close()
    assert "the books are right" in await move(file, fresh, YOKOHAMA, clock=clock)
    with pytest.raises(Unavailable, match="moved to postgresql://"):  # it would send letters twice
        await open_database(file, clock=clock)
    await (await open_database(back, clock=clock)).close()
    for full in (fresh, f"sqlite:///{tmp_path / 'd.db'}"):
        entered = await open_database(full, clock=clock)
        await entered.run(lambda tx: tx.rows("INSERT INTO shown VALUES ('web:x', 1, 1, 0, '')"))
        await entered.close()
        with pytest.raises(Unavailable, match="something in it already"):
            await move(back, full, YOKOHAMA, clock=clock)
    entered = await open_database(fresh, clock=clock)
    await entered.run(lambda tx: tx.rows("DELETE FROM shown WHERE chat = 'web:x'"))
    await entered.close()
    await move(fresh, f"sqlite:///{tmp_path / 'c.db'}", YOKOHAMA, clock=clock)
    again = await open_database(f"sqlite:///{tmp_path / 'c.db'}", clock=clock)
    assert await again.read(whole) == before
    await again.close()


async def test_what_is_wrong_is_not_called_moved(tmp_path: Path, clock: HandClock) -> None:
    file = f"sqlite:///{tmp_path / 'a.db'}"
    source = await open_database(file, clock=clock)
    await filled(source)
    await source.run(lambda tx: tx.rows("UPDATE booking_case SET agent = 'nobody'"))
    await source.close()
    with pytest.raises(Unavailable, match="the books are wrong"):
        await move(file, f"sqlite:///{tmp_path / 'b.db'}", YOKOHAMA, clock=clock)
    await (await open_database(file, clock=clock)).close()


async def test_where_one_side_fails_nobody_waits_and_nothing_is_there(
    sqlite: Database, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(sqlite)
    destination = await open_database(f"sqlite:///{tmp_path / 'b.db'}", clock=clock)
    monkeypatch.setattr(moving, "PAGE", 10)
    await destination.run(
        lambda tx: tx.rows("CREATE TRIGGER full BEFORE INSERT ON heard BEGIN SELECT RAISE(ABORT, 'x'); END")
    )
    async with asyncio.timeout(10):
        with pytest.raises((sqlite3.Error, Unavailable)):
            await moving.copy(sqlite, destination)
    assert not any((await destination.read(whole)).values())
    await destination.run(lambda tx: tx.rows("DROP TRIGGER full"))
    monkeypatch.setattr(moving, "_pages", _failing)
    async with asyncio.timeout(10):
        with pytest.raises(Unavailable, match="torn"):
            await moving.copy(sqlite, destination)
    assert not any((await destination.read(whole)).values())
    await destination.close()


def _failing(tx: Transaction, table: str, key: tuple[str, ...]) -> list[moving.Page]:
    if table == "heard":
        time.sleep(0.25)  # whoever writes waits
        raise Unavailable("torn")
    return []


async def test_a_backup_under_load_is_whole_and_sends_nothing_twice(
    db: Database, url: str, tmp_path: Path, clock: HandClock
) -> None:
    await filled(db)
    (sent, *_) = await db.run(lambda tx: postbag.claim(tx, "p", most=9))
    await db.run(lambda tx: postbag.finish(tx, sent, "sent"))

    async def booking_on() -> None:
        for n in range(30):
            await db.run(booking(f"agent{n}", slot("2026-12-03", 9 + n % 3), numbers(1, 3001 + n)))

    going = asyncio.create_task(booking_on())
    await asyncio.sleep(0.05)
    file = tmp_path / "backup"
    await backup(url, file, clock=clock)
    await going
    assert file.stat().st_mode & 0o777 == 0o600
    assert [name for name in os.listdir(tmp_path) if name.startswith("backup")] == ["backup"]  # noqa: PTH208
    with pytest.raises(Unavailable, match="there already"):
        await backup(url, file, clock=clock)
    clock.forward(hours=2)
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    kept = await asyncio.to_thread(file.read_bytes)
    assert "wait for a decision" in await restore(elsewhere, file, YOKOHAMA, clock=clock)
    assert await asyncio.to_thread(file.read_bytes) == kept
    there = await open_database(elsewhere, clock=clock)
    assert (await there.read(lambda tx: books.check(tx, YOKOHAMA))).wrong == ()
    assert await there.run(lambda tx: postbag.claim(tx, "p", most=99)) == []
    waits = await there.read(restored.waiting)
    assert waits
    assert sent.about not in [letter.about for letter in waits]
    assert await there.run(lambda tx: restored.decide(tx, waits[0].id, is_to_be_sent=False)) == 1
    assert await there.run(lambda tx: restored.decide(tx, "", is_to_be_sent=True)) == len(waits) - 1
    assert await there.read(restored.waiting) == []
    assert len(await there.run(lambda tx: postbag.claim(tx, "p", most=99, channel="mail"))) > 0
    assert await there.read(lambda tx: letters.is_out(tx, waits[0].kind, waits[0].subject))
    await there.close()


async def test_a_transaction_that_is_run_again_writes_no_half(sqlite: Database) -> None:
    belt = moving.Belt()
    belt._is_begun = True  # the connection was lost before the COMMIT
    with pytest.raises(Unavailable, match="in the middle"):
        await sqlite.run(belt.write)


async def test_a_database_that_is_in_use_is_not_moved(fresh: str, tmp_path: Path, clock: HandClock) -> None:
    async with meet(fresh, lambda topic: None, badge="same"):
        with pytest.raises(Unavailable, match="running"):
            await move(fresh, f"sqlite:///{tmp_path / 'b.db'}", YOKOHAMA, clock=clock)
        with pytest.raises(Unavailable, match="running"):
            await restore(fresh, None, YOKOHAMA, clock=clock)


async def test_what_another_tool_restored_is_finished(sqlite: Database, tmp_path: Path, clock: HandClock) -> None:
    await filled(sqlite)
    await sqlite.close()
    said = await restore(f"sqlite:///{tmp_path / 'yoyaku.db'}", None, YOKOHAMA, clock=clock)
    assert said.startswith("restored; 6 letters")


async def test_what_is_not_there_is_said(tmp_path: Path, clock: HandClock) -> None:
    with pytest.raises(Unavailable, match="no "):
        await backup(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "x", clock=clock)
    with pytest.raises(Unavailable):
        await backup(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "no" / "x", clock=clock)
    with pytest.raises(Unavailable):
        await restore(f"sqlite:///{tmp_path / 'new.db'}", tmp_path / "none", YOKOHAMA, clock=clock)
    (tmp_path / "torn.db").write_bytes(b"x" * 5000)
    with pytest.raises(Unavailable):
        await backup(f"sqlite:///{tmp_path / 'torn.db'}", tmp_path / "x", clock=clock)
