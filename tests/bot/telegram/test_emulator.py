"""The real program beside an emulator that nobody here wrote: a booking, its changes, and what is said unasked."""

import asyncio
from pathlib import Path

import pytest

from tests.bot.browsing import Visitor
from tests.bot.program import Program
from tests.bot.telegram.relay import Relay
from tests.bot.telegram.standin import TOKEN
from tests.bot.telegram.validated import validate
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


async def test_everything_that_an_agent_does_by_polling_and_by_webhook(tmp_path: Path) -> None:
    await asyncio.gather(*(beside_the_emulator(tmp_path / way, way) for way in ("polling", "webhook")))


async def beside_the_emulator(folder: Path, way: str) -> None:
    await asyncio.to_thread(folder.mkdir)
    async with Relay().running(folder) as relay:
        program = Program(folder, telegram_token=TOKEN, telegram_api=relay.url)
        if way == "webhook":
            program.settings["YOYAKU_URL"] = program.url
        await asyncio.to_thread(program.start)
        await everything(program, relay)
        counted = await asyncio.to_thread(program.run, "check")
        assert counted.stdout.rstrip().endswith("the books are right"), counted.stdout + counted.stderr
        await asyncio.to_thread(program.stop)
    log = program.log()
    assert "Traceback" not in log
    assert TOKEN not in log
    assert f"by {way}" in log
    assert relay.refused == []
    await asyncio.to_thread(validate, relay.taken)
    assert {"editMessageText", "editMessageReplyMarkup", "sendPhoto"} <= {method for method, _ in relay.taken}


async def everything(program: Program, relay: Relay) -> None:
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
    await another_is_cancelled(relay)
    for words in ("まで、変更・キャンセルできます", "変更・キャンセルの期限を過ぎました", "本日"):
        await asyncio.to_thread(moved, visitor, to="letter")
        await relay.sees(SATO, words)


async def another_is_cancelled(relay: Relay) -> None:
    await relay.says(SATO, "/book")
    for said, words in (
        ("前回と同じ", "受取日を選んでください"),
        ("3", "の時間帯を選んでください"),
        ("14時", "申請番号を入力してください"),
        ("東永P77", "予約内容をご確認ください"),
        ("確定する", "予約が確定しました"),
    ):
        await relay.says(SATO, said)
        await relay.sees(SATO, words)
    await came(relay, "document", 4)
    await relay.presses(SATO, "キャンセルする")
    await relay.sees(SATO, "この予約をキャンセルしますか")
    await relay.presses(SATO, "キャンセルする")
    await relay.sees(SATO, "予約をキャンセルしました")
    await came(relay, "document", 5)


async def came(relay: Relay, kind: str, times: int) -> None:
    """Wait until so many files came."""
    for _ in range(1200):
        if relay.kinds(SATO).count(kind) == times:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(relay.kinds(SATO))
