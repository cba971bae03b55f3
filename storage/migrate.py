"""The tables, brought up to date at start: numbered files, each applied once."""

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


def _apply(tx: Transaction) -> None:
    tx.alone()  # of several programs that start, one
    tx.rows("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL)")
    applied = {int(row["number"]) for row in tx.rows("SELECT number FROM migration")}
    files = {int(file.name[:4]): file for file in MIGRATIONS.glob("[0-9]*.sql")}
    if unknown := applied - set(files):
        raise Unavailable(f"a newer program has written here: migration {max(unknown)} is not known")
    for number in sorted(set(files) - applied):
        for statement in files[number].read_text("utf-8").split(";\n"):
            if statement.strip():
                tx.rows(statement)
        tx.rows("INSERT INTO migration VALUES (?, ?)", number, as_text(tx.now))
