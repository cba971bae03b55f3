"""Random walks through the talk: buttons, words, commands, time; every screen has an answer and a way on."""

import random
from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import slot
from tests.handlers.talking import Chat, House
from tests.storage import acts

WALKS = 30
CHATS = ("web:1", "telegram:1", "line:U1")
STEPS = 45
WORDS = [
    *("戻る", "戻る", "メニュー", "ヘルプ", "最初から", "予約する", "予約を確認", "留意事項", "やめる", "/certificate"),
    *("東永P1234、東永P5678", "XX99", "12 A", "東労一E12345", "12/1", "明日", "10時", "99時", "1", "2", "はい", "？"),
    *("佐藤 花子", "2030-01-01", "045-000-0000", "削除", "訂正", "remove 0", "correct 1", "toggle", "sato@example.jp"),
    *("変更する", "日時を変更", "申請番号を訂正", "件数を減らす", "変更を確定する", "キャンセルする", "予約を確認"),
    *(
        "変更しない",
        "設定",
        "4",
        "5",
        "データを削除する",
        "入力を続ける",
        "更新した証明書を登録する",
        "12/2",
        "削除する",
    ),
    *("持ち物", "場所", "電話", "変更・キャンセル"),
    *("一" * 5000 + "十", "a " * 800, "{code}", "/verify {token}", "入力をやめる"),
]


@pytest.mark.slow
@pytest.mark.no_cover  # random: what it happens to reach is no test of that
@pytest.mark.parametrize("seed", range(WALKS))
def test_a_walk(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    house = House(tmp_path)
    chats = [Chat(house, CHATS[seed // 3 % 3])]
    if seed % 3:
        chats[0].is_agent("sato")
    if seed % 3 == 2:  # one who has two bookings, of two versions, and uses two chats at once
        chats.append(Chat(house, "web:2"))
        chats[1].is_agent("sato")
        house.has_booked("sato", slot("2026-12-02", 9), cases=3)
        other = house.has_booked("sato", slot("2026-12-01", 9), cases=3, first=9101)
        house.do(acts.correcting("sato", other.code, other.cases[:2]))
    for chat in chats:
        chat.says("予約する")
    for _ in range(STEPS):
        house.clock.now += timedelta(seconds=chance.choice([3, 3, 3, 3, 700, 4000]))
        step(house, chance.choice(chats), chance)
    house.close()


def step(house: House, chat: Chat, chance: random.Random) -> None:
    """Press a button, more often than not one that leads on, or say something."""
    assert chat.screen is not None
    assert chat.heard is not None
    buttons = list(enumerate(chat.screen.buttons))
    onward = [n for n, choice in buttons if choice.tone == "go"] or [
        n for n, choice in buttons if choice.tone == "plain"
    ]
    kind = chance.random()
    if kind < 0.35 and onward:
        chat.presses_value(f"{chat.heard.revision}|{chance.choice(onward)}")
    elif kind < 0.7:
        chat.presses_value(f"{chat.heard.revision}|{chance.choice(buttons)[0]}")
    else:
        words = chance.choice(WORDS)
        has_asked = house.do(lambda tx: tx.row("SELECT 1 FROM verification WHERE chat = ?", chat.name))
        if "{" in words and not has_asked:
            words = "li@example.jp"
        said = words.replace("{code}", chat.code() if "{code}" in words else "")
        chat.says(said.replace("{token}", chat.token() if "{token}" in said else ""))
    assert chat.screen.title
