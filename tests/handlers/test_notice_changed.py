"""A new version of the notice: shown with what changed, and agreed to before the next booking (§6(5))."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.model import Office
from storage import profiles
from tests.handlers.talking import Chat, House, printed

FIRST, NEXT = "2026-10-01", "2026-11-27"
BEFORE, AFTER = "11時59分までとなります。", "10時59分までとなります。"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office whose notice changes on the 27th."""
    folder = tmp_path / "office"
    shutil.copytree(profiles.OFFICES / "yokohama", folder)
    text = (folder / f"notice.{FIRST}.ja.md").read_text("utf-8")
    assert BEFORE in text
    (folder / f"notice.{NEXT}.ja.md").write_text(text.replace(BEFORE, AFTER), "utf-8")
    return profiles.load(str(folder))


@pytest.fixture
def house(tmp_path: Path, office: Office) -> Iterator[House]:
    made = House(tmp_path, office)
    yield made
    made.close()


def agreed(house: House) -> str:
    row = house.do(lambda tx: tx.row("SELECT notice FROM agent"))
    assert row is not None
    return str(row["notice"])


def test_it_is_in_force_from_its_first_day_on(house: House) -> None:
    chat = Chat(house)
    chat.is_agent("sato")
    house.clock.set("2026-11-26 23:59:59")
    assert chat.says("予約する").title == "受取の区分を選んでください"
    for said in ("1", "2", "次へ", "1", "12/1", "10時", "東永P1234"):
        chat.says(said)
    house.clock.set("2026-11-27 00:00:00")
    screen = printed(chat.presses("確定する"))
    assert screen.startswith(
        "【留意事項（2026年11月27日版）】\n"
        "留意事項が改定されました。お読みください。（留意事項6(5)）\n"
        "前回ご同意いただいた版からの変更点：\n"
        "【削除】(1) 予約の変更・キャンセルの期限は、予約日前開庁日の11時59分までとなります。\n"
        "【追加】(1) 予約の変更・キャンセルの期限は、予約日前開庁日の10時59分までとなります。\n"
        "全文：\n"
        "申請等取次者の方へ"
    )
    assert agreed(house) == FIRST
    assert chat.presses("同意する").title == "予約内容をご確認ください"
    assert agreed(house) == NEXT
    assert chat.presses("確定する").title == "予約が確定しました"
    assert house.do(lambda tx: [row["notice"] for row in tx.rows("SELECT notice FROM booking")]) == [NEXT]


def test_nobody_agrees_to_what_they_were_not_shown(house: House) -> None:
    chat = Chat(house)
    house.clock.set("2026-11-26 23:59:59")
    for said in ("予約する", "いずれも当てはまらない"):
        chat.says(said)
    house.clock.set("2026-11-27 00:00:00")
    screen = chat.presses("同意する")
    assert screen.title == "留意事項（2026年11月27日版）"
    assert str(screen.body[0]).startswith("留意事項が改定されました。")
    assert chat.presses("同意する").title == "メールアドレスを入力してください"


def test_where_much_changed_the_whole_is_to_be_read(house: House, office: Office) -> None:
    path = Path(office.key) / f"notice.{NEXT}.ja.md"
    path.write_text("\n\n".join(line + "。" for line in path.read_text("utf-8").split("\n\n")), "utf-8")
    profiles.notice.cache_clear()
    chat = Chat(house)
    chat.is_agent("sato")
    house.clock.set("2026-11-27 09:00:00")
    screen = printed(chat.says("予約する"))
    assert "変更箇所が多いため、全文をお読みください。\n全文：\n" in screen
    assert chat.says("同意しない").title == "交付予約　東京出入国在留管理局横浜支局"
    assert agreed(house) == FIRST
