"""What is left of a turn: forgotten chats, files that were sent, letters that wait, chats that are halted."""

import asyncio
from functools import partial
from typing import Any

import pytest

from storage import letters, talks
from storage.database import Busy
from tests.bot.telegram.conftest import Desk
from tests.bot.telegram.test_order import brought
from tests.bot.telegram.test_talk import booked, reviewing

SATO, ITO = 7, 8


async def test_whoever_was_forgotten_is_answered_as_anybody_else(desk: Desk) -> None:
    await desk.says(SATO, "/start", "設定", "戻る")
    await desk.db.run(partial(talks.forget, chat=f"telegram:{SATO}"))
    seen = len(desk.api.chats[SATO])
    await desk.says(SATO, "予約する")
    assert len(desk.api.chats[SATO]) == seen + 2
    assert desk.text(SATO).startswith("はじめにご確認ください")
    await desk.taps(SATO, "いずれも当てはまらない")
    assert desk.text(SATO).startswith("留意事項")


async def test_an_older_letter_is_not_taken_for_the_answer(desk: Desk) -> None:
    await booked(desk)
    await desk.letters()
    await desk.db.run(lambda tx: letters.put(tx, "cancellation", "gone:1", chat=f"telegram:{SATO}"))
    await desk.says(SATO, "設定")
    assert desk.text(SATO).startswith("設定")


async def test_an_old_tap_on_confirm_says_so_and_sends_no_file_again(desk: Desk) -> None:
    await reviewing(desk)
    one, two = desk.api.taps_on(SATO, "確定する"), desk.api.taps_on(SATO, "確定する")
    await brought(desk, one)
    await desk.letters()
    await brought(desk, two)
    await desk.letters()
    assert "前の画面のボタンです" in desk.text(SATO)
    assert desk.api.kinds(SATO).count("photo") == 1
    await desk.says(SATO, "予約を確認", "1")  # asked for, it is sent again
    await desk.letters()
    assert desk.api.kinds(SATO).count("photo") == 2


async def test_words_are_not_sent_again_where_only_their_files_cannot_be_put(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.marking.MARKING", (0.01, 0.01))
    await reviewing(desk)
    run, failed = desk.db.run, list[Any]()

    async def failing(work: Any) -> Any:
        if getattr(work, "func", work).__name__ in ("put_files", "put_upload") and len(failed) < 2:
            failed.append(work)
            raise Busy
        return await run(work)

    monkeypatch.setattr(desk.db, "run", failing)
    await desk.taps(SATO, "確定する")
    for _ in range(3):
        await desk.letters()
        desk.clock.forward(seconds=30)
    assert len(failed) == 2
    assert desk.api.kinds(SATO)[-3:] == ["text", "photo", "document"]
    assert sum(seen.text.startswith("予約が確定しました") for seen in desk.api.chats[SATO]) == 1


async def test_a_chat_that_takes_nothing_for_now_halts_no_other_until_several_do(desk: Desk) -> None:
    for chat in (SATO, ITO, 9, 10):
        await desk.says(chat, "/start")
    desk.api.faults.append(("sendMessage", "429"))
    slow = await desk.telegram.hear(desk.api.writes(SATO, "予約する"))
    await asyncio.sleep(0.1)
    begun = desk.api.now()
    await desk.says(ITO, "予約する")
    assert desk.api.now() - begun < 0.5
    assert slow is not None
    await slow
    desk.api.faults.extend([("sendMessage", "429")] * 3)
    limited = [await desk.telegram.hear(desk.api.writes(chat, "設定")) for chat in (SATO, ITO, 9)]
    await asyncio.sleep(0.2)
    begun = desk.api.now()
    await desk.says(10, "予約する")
    assert desk.api.now() - begun > 0.5
    await asyncio.gather(*filter(None, limited))
    assert {desk.text(chat).splitlines()[0] for chat in (SATO, ITO, 9)} == {"設定"}


async def test_a_letter_into_a_chat_that_takes_nothing_is_put_off(desk: Desk) -> None:
    await booked(desk)
    await desk.letters()
    desk.telegram._out._calls._paces.halt(SATO, 60)
    desk.clock.set("2026-11-30 09:00:00")
    begun = desk.api.now()
    await desk.letters()
    assert desk.api.now() - begun < 2
    rows = await desk.db.read(lambda tx: tx.rows("SELECT state FROM letter WHERE kind = 'can-change'"))
    assert [row["state"] for row in rows] == ["pending"]


async def test_of_words_that_come_at_once_the_last_is_answered(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    desk.api.slow[SATO] = 0.05
    await brought(desk, *(desk.api.writes(SATO, said) for said in ("設定", "メニュー", "設定", "メニュー", "設定")))
    assert desk.text(SATO).startswith("設定")
    assert len(desk.api.kinds(SATO)) <= 3
