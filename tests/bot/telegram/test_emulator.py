"""The real program beside an emulator that nobody here wrote: a booking, its changes, and what is said unasked."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.browsing import Visitor
from tests.bot.program import Program
from tests.bot.telegram.relay import Relay
from tests.bot.telegram.standin import TOKEN
from tests.bot.test_preview import moved

pytestmark = pytest.mark.slow
SATO = 7
TALK = (
    ("佐藤 花子", "所属する事務所・機関の名称"),
    ("佐藤行政書士事務所", "お持ちの証明書はどちらですか"),
    ("届出済証明書", "証明書の番号"),
    ("（届）神行24第1234号", "証明書の有効期限は"),
    ("令和20年3月31日", "日中の電話番号"),
    ("入力しない", "登録内容をご確認ください"),
    ("この内容で登録する", "受取の区分"),
    ("エ 別の人が申請した", "申請の種類"),
    ("在留期間更新許可", "申請の種類"),
    ("次へ", "全件についてご確認ください"),
    ("全件、該当する", "受取日を選んでください"),
    ("2", "の時間帯を選んでください"),
    ("10時", "申請番号を入力してください"),
    ("東労一E12345、東永Ｐ１２３４", "予約内容をご確認ください"),
)


@pytest.fixture
async def relay(tmp_path: Path) -> AsyncIterator[Relay]:
    async with Relay().running(tmp_path) as running:
        yield running


@pytest.fixture(params=["polling", "webhook"])
async def program(request: pytest.FixtureRequest, tmp_path: Path, relay: Relay) -> AsyncIterator[Program]:
    made = Program(tmp_path, telegram_token=TOKEN, telegram_api=relay.url)
    if request.param == "webhook":
        made.settings["YOYAKU_URL"] = made.url
    await asyncio.to_thread(made.start)
    yield made
    counted = await asyncio.to_thread(made.run, "check")
    assert counted.stdout.rstrip().endswith("the books are right"), counted.stdout + counted.stderr
    await asyncio.to_thread(made.stop)
    log = made.log()
    assert "Traceback" not in log
    assert TOKEN not in log
    assert ("by webhook" if request.param == "webhook" else "by polling") in log


async def test_everything_that_an_agent_does(program: Program, relay: Relay) -> None:
    await relay.says(SATO, "/start")
    await relay.sees(SATO, "交付予約")
    for label, words in (
        ("予約する", "はじめにご確認ください"),
        ("いずれも当てはまらない", "留意事項"),
        ("同意する", "メールアドレスを入力してください"),
    ):
        await relay.presses(SATO, label)
        await relay.sees(SATO, words)
    await relay.says(SATO, "sato@example.jp")
    await relay.sees(SATO, "メールをご確認ください")
    visitor = Visitor(program.url)
    code = await asyncio.to_thread(visitor.code)
    assert "/verify/" not in visitor.mailbox()  # which nobody on Telegram could open
    await relay.says(SATO, code)
    await relay.sees(SATO, "メールアドレスを確認しました")
    for said, words in TALK:
        await relay.says(SATO, said)
        await relay.sees(SATO, words)
    await relay.presses(SATO, "確定する")
    await relay.sees(SATO, "予約が確定しました")
    await came(relay, "document", 1)
    await relay.presses(SATO, "申請番号を訂正")
    await relay.sees(SATO, "申請番号の訂正")
    await relay.presses(SATO, "② 削除")
    await relay.sees(SATO, "変更を確定する")
    await relay.presses(SATO, "変更を確定する")
    await relay.sees(SATO, "予約を変更しました")
    await came(relay, "document", 2)
    await relay.presses(SATO, "日時を変更")
    await relay.sees(SATO, "変更後の日を選んでください")
    for said, words in (("4", "の時間帯を選んでください"), ("13時", "この日時に変更しますか")):
        await relay.says(SATO, said)
        await relay.sees(SATO, words)
    await relay.presses(SATO, "変更を確定する")
    await relay.sees(SATO, "予約を変更しました")
    await came(relay, "document", 3)
    for words in ("まで、変更・キャンセルできます", "変更・キャンセルの期限を過ぎました", "本日"):
        await asyncio.to_thread(moved, visitor, to="letter")
        await relay.sees(SATO, words)
    assert relay.refused == []
    assert relay.methods >= {"sendMessage", "editMessageText", "editMessageReplyMarkup", "sendPhoto", "sendDocument"}


async def came(relay: Relay, kind: str, times: int) -> None:
    """Wait until so many files came."""
    for _ in range(1200):
        if relay.kinds(SATO).count(kind) == times:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(relay.kinds(SATO))
