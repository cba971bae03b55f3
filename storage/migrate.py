"""The tables, brought up to date at start: numbered files, each applied once."""

from collections.abc import Mapping, Set
from pathlib import Path

from storage.database import Database, Transaction, Unavailable, as_text
from storage.moving import refuse_moved

MIGRATIONS = Path(__file__).parent / "migrations"


async def migrate(db: Database) -> None:
    """Apply what `db` lacks, all of it or none.

    Raise Unavailable where a newer program has written to it, or everything was moved elsewhere.
    """
    await db.run(_apply)
    await db.read(refuse_moved)


def refuse_newer(tx: Transaction) -> None:
    """Raise Unavailable where a newer program has written: what its tables mean is not known here."""
    _applied(tx, _files())


def _apply(tx: Transaction) -> None:
    tx.alone()  # of several programs that start, one
    tx.rows("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL)")
    files = _files()
    for number in sorted(set(files) - _applied(tx, files)):
        for statement in files[number].read_text("utf-8").split(";\n"):
            if statement.strip():
                tx.rows(statement)
        tx.rows("INSERT INTO migration VALUES (?, ?)", number, as_text(tx.now))


def _files() -> Mapping[int, Path]:
    return {int(file.name[:4]): file for file in MIGRATIONS.glob("[0-9]*.sql")}


def _applied(tx: Transaction, files: Mapping[int, Path]) -> Set[int]:
    applied = {int(row["number"]) for row in tx.rows("SELECT number FROM migration")}
    if unknown := applied - set(files):
        raise Unavailable(f"a newer program has written here: migration {max(unknown)} is not known")
    return applied
