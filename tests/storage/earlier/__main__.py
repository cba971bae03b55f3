"""Write what the program of today leaves, for the tests of programs to come: once a migration, when it is finished.

`python -m tests.storage.earlier`
"""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from rules.staff import Role
from storage.migrate import MIGRATIONS
from tests.factories import slot
from tests.handlers.talking import Chat, House
from tests.handlers.test_any_words import JOURNEY
from tests.handlers.test_counter import does, hired
from tests.storage import acts

HERE = Path(__file__).parent


def main() -> None:
    """Let an office work for a morning, and write down what its database holds."""
    newest = max(file.stem[:4] for file in MIGRATIONS.glob("[0-9]*.sql"))
    with tempfile.TemporaryDirectory() as name:
        house = House(Path(name))
        _counter(house)
        house.clock.set("2026-11-26 10:00:00")
        _talks(house)
        house.close()
        with closing(sqlite3.connect(Path(name) / "yoyaku.db")) as file:
            (HERE / f"{newest}.sql").write_text("\n".join(file.iterdump()) + "\n", "utf-8")


def _counter(house: House) -> None:
    """Let somebody be received, and an hour be closed that was booked."""
    house.clock.set("2026-11-24 10:00:00")
    today, closed = house.has_booked("today", slot("2026-11-26", 9), 2, 9201), slot("2026-11-30", 9)
    house.has_booked("closed", closed, 1, 9301)
    house.clock.set("2026-11-26 09:10:00")
    assert does(house, hired(house, "田中", Role.CLERK), "check-in", today) == "done"
    chief = hired(house, "部長", Role.MANAGER)
    assert does(house, chief, "close", first="2026-11-30", last="", reason="台風の接近", **{"hour-9": "on"}) == "done"


def _talks(house: House) -> None:
    """Let some book, correct and cancel, and others stop half-way: before the last word, the code, the certificate."""
    _says(house, "web:whole", "whole", [*JOURNEY, "確定する"])
    _says(house, "web:half", "half", [said.replace("12/1", "12/2") for said in JOURNEY])
    _says(house, "web:asked", "asked", JOURNEY[:4])
    _says(house, "telegram:7", "telegram", JOURNEY[:8])
    _says(house, "line:U7", "line", JOURNEY[:8])
    kept, lost = (house.has_booked(name, slot("2026-12-01", 9), 3, first) for name, first in (("a", 9001), ("b", 9101)))
    house.do(acts.correcting("a", kept.code, kept.cases[:2]))
    house.do(acts.cancelling("b", lost.code))


def _says(house: House, name: str, who: str, words: list[str]) -> None:
    chat = Chat(house, name)
    for said in words:
        spoken = said.replace("li@", f"{who}@")
        chat.says(spoken.replace("{code}", chat.code()) if "{code}" in said else spoken)
        house.clock.forward(seconds=1)


if __name__ == "__main__":
    main()
