"""A database with many bookings that are over, but not forgotten: `python -m tests.bench.old FOLDER BOOKINGS CHATS`."""

import asyncio
import sys
from pathlib import Path

from storage.database import Transaction
from storage.opening import open_database
from tests.conftest import HandClock

MOMENT = "2026-01-01T00:00:00.000Z"
AGENTS = (
    "'a' || i, 'a' || i || '@example.jp', 'x', 'x', 'notified', 'x', '2030-01-01', 'x', NULL, 'x', NULL, '{0}',"
    " 'ja', NULL, NULL"
)
BOOKINGS = (
    "'b' || i, 'c' || i, 'a' || (1 + i % {1}), 'telegram:1', date('now', '-' || (1 + i % 80) || ' days'), 9 + i % 3,"
    " 'own', 'change', 'booked', 1, '{0}', 1, 'x', NULL, '{0}', NULL"
)
CASES = "'b' || i, 0, 'a' || (1 + i % {1}), 'x' || i, 'x' || i"
SERIES = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0}) SELECT {1} FROM n"


async def fill(folder: Path, bookings: int, chats: int) -> None:
    """Let agents, the first of whom speak in the chats, have so many old bookings."""
    (folder / "var").mkdir()
    db = await open_database(f"sqlite:///{folder / 'var' / 'yoyaku.db'}", clock=HandClock())
    agents = max(chats, bookings // 100)

    def work(tx: Transaction) -> None:
        for table, values, rows in (
            ("agent", AGENTS, agents),
            ("booking", BOOKINGS, bookings),
            ("booking_case", CASES, bookings),
        ):
            tx.rows(f"INSERT INTO {table} {SERIES.format(rows, values.format(MOMENT, agents))}")
        chat = "'telegram:' || i, 'a' || i, 'ja', '', '{}', '[]', '[]', 0, ''"
        tx.rows(f"INSERT INTO chat {SERIES.format(chats, chat)}")
        tx.rows("ANALYZE")

    await db.run(work)
    await db.close()


if __name__ == "__main__":
    asyncio.run(fill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
