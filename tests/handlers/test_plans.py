"""Every statement of the talk, the letters and the housekeeper finds its rows by an index, however much is over.

100,000 closed bookings, and what belongs to them, are there; the statements are those that are really run.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bot.channels import webchat
from handlers.letters.worded import posted, worded
from handlers.turn import Said
from storage import bubbles, census, housekeeping, leases, letters, postbag, sheets, wishes
from storage.database import Database, Row, T, Transaction, Value, Work
from storage.postgres import PostgresTransaction
from tests.factories import YOKOHAMA, at
from tests.handlers.talking import Chat, House

pytestmark = pytest.mark.slow

FILLED = {
    "agent": "'a' || i, 'a' || i || '@example.jp', 'n', 'w', 'notified', 'c', '2030-01-01', '', NULL, '2026-10-01',"
    " '{now}', '{now}', 'ja', NULL, NULL",
    "chat": "'web:' || i, 'a' || i, 'ja', 'menu', '{{}}', '[]', '[]', 1, '{now}', NULL, 0",
    "heard": "'h' || i, 'web:' || i, '{lately}'",
    "bubble": "'web:' || i, 1, 1, 'office', '{{}}', '{now}', CASE WHEN i % 10 = 0 THEN 'l' || i ELSE '' END",
    "verification": "'n' || i, 'web:' || i, 'x', 'x', 'x', 'o' || i, '{lately}', '{now}', 0, 'used', ''",
    "hold": "'web:' || i, 'a' || i, '2026-0' || (1 + i % 9) || '-01', 10, '{lately}', 'web:' || i, '{lately}'",
    "booking": "'b' || i, 'CODE' || i, 'a' || (1 + i % 5000), 'web:' || (1 + i % 5000),"
    " '2026-0' || (1 + i % 9) || '-1' || (i % 7), 9 + i % 2, 'own', 'change',"
    " CASE WHEN i % 9 = 0 THEN 'cancelled' ELSE 'booked' END, 1, '2026-01-01T03:00:00.000Z', 1, '2026-10-01', NULL,"
    " '{now}', NULL",
    "booking_case": "'b' || i, 0, 'a' || (1 + i % 5000), 'x' || i, 'x' || i",
    "earlier": "'b' || i, 1, '2026-01-01', 9, 'x', '{now}'",
    "strike": "'b' || i, 'a' || (1 + i % 5000), '2026-01-01', 'x'",
    "wish": "'w' || i, 'a' || i, 'web:' || i, '2027-0' || (1 + i % 9) || '-01', 10, '{now}', '{now}'",
    "letter": "'l' || i, 'x' || i, 'confirmation', 'b' || i || ':1', 'mail', '', 1, '{now}', NULL,"
    " CASE WHEN i % 1000 = 0 THEN 'failed' ELSE 'sent' END, 1, 0, '{now}', NULL, NULL, '{now}', '{now}'",
}
ROWS = {"booking": 100_000, "booking_case": 100_000, "letter": 200_000}
SMALL = {"closure", "migration", "pulse", "slot", "strike"}  # some rows, one an hour that was asked for, or ever swept
TIMES = {
    "now": "2026-11-01T00:00:00.000Z",
    "lately": "2026-11-25T13:00:00.000Z",
}
LITTLE = ("letter_failed", "letter_leased")  # indexes of few rows, which may be read from end to end
ONE = ("SELECT 1 FROM wish LIMIT 1",)  # statements that read a row at most


class Watching:
    """A transaction that remembers each statement once, with values that it was run with."""

    def __init__(self, tx: Transaction, seen: dict[str, tuple[Value, ...]]) -> None:
        self._tx, self._seen = tx, seen
        self.now, self.lock, self.lock_if_free = tx.now, tx.lock, tx.lock_if_free
        self.alone, self.one_by_one, self.fill = tx.alone, tx.one_by_one, tx.fill

    def rows(self, sql: str, *values: Value) -> Sequence[Row]:
        self._seen[sql] = values
        return self._tx.rows(sql, *values)

    def row(self, sql: str, *values: Value) -> Row | None:
        return next(iter(self.rows(sql, *values)), None)


class Watched:
    """A database whose transactions are watched."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.seen: dict[str, tuple[Value, ...]] = {}

    async def run(self, work: Work[T]) -> T:
        return await self.db.run(lambda tx: work(Watching(tx, self.seen)))

    async def read(self, work: Work[T]) -> T:
        return await self.db.read(lambda tx: work(Watching(tx, self.seen)))

    async def close(self) -> None:
        await self.db.close()


@pytest.fixture
def house(url: str, tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, url=url)
    for table, values in FILLED.items():
        made.do(partial(filled, table=table, values=values))
    made.do(lambda tx: tx.rows("ANALYZE"))
    made.db = Watched(made.db)
    yield made
    made.loop.run_until_complete(made.db.close())
    made.loop.close()


def filled(tx: Transaction, table: str, values: str) -> None:
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS.get(table, 5000)})"
    tx.rows(f"INSERT INTO {table} {numbers} SELECT {values.format(**TIMES)} FROM n")


TALK = (
    *("山田 太郎", "山田事務所", "届出済証明書", "（届）第1号", "令和20年3月31日", "入力しない", "この内容で登録する"),
    *(
        "エ 別の人が申請した",
        "在留期間更新許可",
        "次へ",
        "全件、該当する",
        "3",
        "10時",
        "東労一E12345、東永Ｐ１２３４",
        "確定する",
    ),
    *("予約を確認", "1", "申請番号を訂正", "東永P9", "変更を確定する"),
    *("日時を変更", "4", "13時", "変更を確定する", "設定", "戻る"),
    *("予約する", "前回と同じ", "5", "9時", "入力をやめる"),
)


BOOKED = date(2026, 12, 1)


def lived(house: House) -> None:
    """Let an agent register, book, change, move and cancel, and letters go out."""
    chat = Chat(house, "web:new")
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-03', 9, 0)"))
    for said in ("予約する", "いずれも当てはまらない", "同意する", "yamada@example.jp", "メールを再送する"):
        chat.says(said)
    for said in (chat.code(), *TALK):
        house.clock.forward(seconds=2)
        chat.says(said)
    mine = "SELECT code FROM booking WHERE agent = (SELECT agent FROM chat WHERE id = 'web:new')"
    row = house.do(lambda tx: tx.row(mine))
    assert row is not None
    opening = Said("web:new", "web", button=f"open|{row['code']}|3")
    house.do(lambda tx: webchat.turn(tx, house.premises, opening))
    house.do(lambda tx: bubbles.is_cleared(tx, "web:new", 1))
    for moment in ("2026-11-26 10:05:00", "2026-12-01 09:00:00"):
        house.clock.set(moment)
        house.do(partial(letters_out, house=house, channel="mail", word=worded))
        house.do(partial(letters_out, house=house, channel="web", word=posted))
    house.clock.set("2026-11-26 10:10:00")
    for said in ("予約を確認", "1", "キャンセルする", "キャンセルする"):
        chat.says(said)
    for said in ("予約する", "前回と同じ", "12月3日", "空きのお知らせを申し込む", "1", "入力をやめる"):
        chat.says(said)
    house.do(lambda tx: tx.rows("UPDATE slot SET places = 9 WHERE places = 0"))
    for work in (
        partial(wishes.grant, office=YOKOHAMA),
        wishes.is_any,
        partial(housekeeping.sweep, office=YOKOHAMA),
        partial(census.counted, office=YOKOHAMA),
        partial(sheets.clashing, day=BOOKED),
        partial(sheets.gone_since, day=BOOKED, final=at("2026-11-25 12:00:00")),
        partial(sheets.added_since, day=BOOKED, final=at("2026-11-25 12:00:00")),
        census.beat,
    ):
        house.do(work)


def letters_out(tx: Transaction, house: House, channel: str, word: object) -> None:
    assert callable(word)
    leases.take_over(tx, "postman", channel)
    postbag.next_due(tx, channel)
    for letter in postbag.claim(tx, "postman", most=9, channel=channel):
        word(tx, house.premises, letter)
        postbag.finish(tx, letter, "sent")
    letters.withdraw(tx, "deadline", "x")


def scans(tx: Transaction, sql: str, values: tuple[Value, ...]) -> list[str]:
    """Return the tables that `sql` reads from end to end."""
    if isinstance(tx, PostgresTransaction):
        plan = [row["QUERY PLAN"] for row in tx.rows(f"EXPLAIN {sql}", *values)]
        found = [line.partition("Seq Scan on ")[2].split()[0] for line in plan if "Seq Scan on " in line]
    else:
        plan = [row["detail"] for row in tx.rows(f"EXPLAIN QUERY PLAN {sql}", *values)]
        found = [line.split()[1] for line in plan if line.startswith("SCAN ") and not line.endswith(LITTLE)]
    return [table for table in found if table in FILLED and table not in SMALL]


def test_no_statement_reads_a_table_from_end_to_end(house: House) -> None:
    lived(house)
    assert isinstance(house.db, Watched)
    seen = dict(house.db.seen)
    assert len(seen) > 70
    house.db = house.db.db
    found = {
        sql: tables
        for sql, values in seen.items()
        if sql not in ONE and (tables := house.do(partial(scans, sql=sql, values=values)))
    }
    assert found == {}
