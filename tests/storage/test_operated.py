"""What an operator's commands refuse, and leave as it was; what a restored house holds back."""

import asyncio
import os
from functools import partial
from pathlib import Path

import pytest

from bot.operations import move, restore
from storage import restored, sheets
from storage.database import Unavailable
from storage.housekeeping import sweep
from storage.opening import backup, look, meet, open_database, undisturbed
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers, slot
from tests.storage.acts import booking


async def booked(url: str, clock: HandClock) -> None:
    db = await open_database(url, clock=clock)
    await db.run(booking("sato", slot("2026-12-01"), numbers(1)))
    await db.close()


async def test_a_database_that_is_not_there_is_neither_made_nor_moved(tmp_path: Path, clock: HandClock) -> None:
    missing, there = f"sqlite:///{tmp_path / 'yoyaku.bd'}", f"sqlite:///{tmp_path / 'b.db'}"
    with pytest.raises(Unavailable, match="there is no"):
        await move(missing, there, YOKOHAMA, clock=clock)
    with pytest.raises(Unavailable, match="there is no"):
        await restore(missing, None, YOKOHAMA, clock=clock)
    assert os.listdir(tmp_path) == []  # noqa: PTH208
    await (await open_database(there, clock=clock)).close()
    with pytest.raises(Unavailable, match="there is nothing in"):
        await move(there, f"sqlite:///{tmp_path / 'c.db'}", YOKOHAMA, clock=clock)
    with pytest.raises(Unavailable, match="the same"):
        await move(there, there, YOKOHAMA, clock=clock)
    await (await open_database(there, clock=clock)).close()  # it was not left


async def test_a_server_without_tables_is_said_to_be_empty(fresh: str, tmp_path: Path, clock: HandClock) -> None:
    with pytest.raises(Unavailable, match="no program was started there"):
        await look(fresh, lambda tx: tx.now, clock=clock)
    with pytest.raises(Unavailable, match="no program was started there"):
        await backup(fresh, tmp_path / "x.db", clock=clock)


@pytest.mark.parametrize("what", ["none", "folder", "text"])
async def test_what_is_no_backup_is_said_to_be_none(tmp_path: Path, clock: HandClock, what: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("x" * 5000)
    with pytest.raises(Unavailable, match=r"No such file|Is a directory|no database of SQLite"):
        await restore(f"sqlite:///{tmp_path / 'new.db'}", tmp_path / what, YOKOHAMA, clock=clock)


async def test_whoever_starts_while_it_is_moved_is_refused(fresh: str, tmp_path: Path, clock: HandClock) -> None:
    await booked(fresh, clock)
    async with undisturbed(fresh):
        with pytest.raises(Unavailable, match="moved or restored"):
            await meet(fresh, lambda topic: None, badge="same").__aenter__()
        named = f"{fresh}&application_name=mine"  # which would hide it
        with pytest.raises(Unavailable, match="moved or restored"):
            await meet(named, lambda topic: None, badge="same").__aenter__()
    async with meet(f"{fresh}&application_name=mine", lambda topic: None, badge="same"):
        with pytest.raises(Unavailable, match="running"):
            await move(fresh, f"sqlite:///{tmp_path / 'b.db'}", YOKOHAMA, clock=clock)


async def test_a_restore_is_done_whole_or_not_at_all(
    fresh: str, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await booked(source := f"sqlite:///{tmp_path / 'a.db'}", clock)
    await backup(source, tmp_path / "x.db", clock=clock)
    with monkeypatch.context() as broken:
        broken.setattr("storage.restored.sheets.announce", lambda *_: 1 / 0)  # as if it were killed there
        with pytest.raises(ZeroDivisionError):
            await restore(fresh, tmp_path / "x.db", YOKOHAMA, clock=clock)
    both = (restore(fresh, tmp_path / "x.db", YOKOHAMA, clock=clock) for _ in range(2))
    told = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(each).__name__ for each in told) in (["Unavailable", "str"], ["Unavailable", "Unavailable"])
    if not any(isinstance(each, str) for each in told):  # each kept the other away
        await restore(fresh, tmp_path / "x.db", YOKOHAMA, clock=clock)
    with pytest.raises(Unavailable, match="something in it already"):
        await restore(fresh, tmp_path / "x.db", YOKOHAMA, clock=clock)
    assert await look(fresh, lambda tx: len(tx.rows("SELECT 1 FROM agent")), clock=clock) == 1


async def test_what_the_house_would_say_by_itself_waits_too_and_is_not_swept_away(
    tmp_path: Path, clock: HandClock
) -> None:
    url = f"sqlite:///{tmp_path / 'yoyaku.db'}"
    await booked(url, clock)
    clock.set("2026-11-30 12:30:00")  # the sheet is final, and may have been sent since the backup
    await restore(url, None, YOKOHAMA, clock=clock)
    db = await open_database(url, clock=clock)
    waits = {letter.kind for letter in await db.read(restored.waiting)}
    assert sheets.FINAL in waits
    await db.run(lambda tx: tx.rows("UPDATE letter SET kind = 'suspended' WHERE kind = 'confirmation'"))
    clock.set("2026-12-03 12:30:00")
    await db.run(partial(sweep, office=YOKOHAMA))
    assert "suspended" in {letter.kind for letter in await db.read(restored.waiting)}
    await db.close()
