"""Updates that come twice, at once, in another order, or beside a chat that is slow."""

import asyncio

import pytest

from bot.channels.telegram import calls
from storage.database import Busy, Transaction, Unavailable
from tests.bot.telegram.chats import A_CHAT
from tests.bot.telegram.conftest import Desk
from tests.bot.telegram.test_talk import booked, reviewing

SATO, ITO = 7, 8


def bookings(tx: Transaction) -> int:
    return len(tx.rows("SELECT id FROM booking"))


async def brought(desk: Desk, *updates: dict[str, object]) -> None:
    """Bring `updates` at once, and let all of them be answered."""
    answers = await asyncio.gather(*(desk.telegram.hear(update) for update in updates))
    await asyncio.gather(*filter(None, answers))


async def test_what_comes_twice_is_heard_and_answered_once(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    update = desk.api.writes(SATO, "予約する")
    await brought(desk, update, update)
    await brought(desk, update)
    assert desk.api.kinds(SATO) == ["text", "text"]


async def test_two_taps_on_confirm_make_one_booking_and_show_the_same_twice(desk: Desk) -> None:
    await reviewing(desk)
    one, two = desk.api.taps_on(SATO, "確定する"), desk.api.taps_on(SATO, "確定する")
    await brought(desk, one, two)
    assert await desk.db.read(bookings) == 1
    shown = [seen.text for seen in desk.api.chats[SATO] if "予約が確定しました" in seen.text.splitlines()[0]]
    assert len(shown) == 2
    assert "前の画面のボタンです" in shown[1]


async def test_a_confirmation_that_is_redelivered_is_not_sent_again(desk: Desk) -> None:
    await reviewing(desk)
    update = desk.api.taps_on(SATO, "確定する")
    for _ in range(3):
        await desk.hear(update)
    await desk.letters()
    assert desk.api.kinds(SATO)[-3:] == ["text", "photo", "document"]
    assert sum(seen.text.startswith("予約が確定しました") for seen in desk.api.chats[SATO]) == 1


async def test_a_tap_and_typed_words_at_once_end_with_one_screen_that_has_buttons(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    await brought(desk, desk.api.taps_on(SATO, "予約する"), desk.api.writes(SATO, "設定"))
    assert [bool(seen.buttons) for seen in desk.api.chats[SATO] if seen.by == "bot"] == [False, True]
    last = desk.api.screen(SATO)
    await desk.taps(SATO, last.labels()[0])
    assert "前の画面のボタンです" not in desk.text(SATO)


async def test_updates_in_another_order_leave_the_screen_that_belongs_to_the_talk(desk: Desk) -> None:
    await desk.says(SATO, "/start", "予約する")
    later, sooner = desk.api.writes(SATO, "同意する"), desk.api.writes(SATO, "いずれも当てはまらない")
    await brought(desk, later, sooner)
    row = await desk.db.read(lambda tx: tx.row("SELECT step FROM chat"))
    assert row is not None
    assert (row["step"], desk.text(SATO).splitlines()[0]) == ("notice", "留意事項（2026年10月1日版）")


async def test_one_slow_chat_delays_no_other(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    await desk.says(ITO, "/start")
    desk.api.slow[SATO] = 0.45
    slow = await desk.telegram.hear(desk.api.writes(SATO, "予約する"))
    begun = desk.api.now()
    await desk.says(ITO, "予約する", "いずれも当てはまらない")
    assert desk.api.now() - begun < 0.3
    assert desk.text(ITO).startswith("留意事項")
    assert slow is not None
    assert not slow.done()
    await slow


async def test_a_chat_is_written_to_no_faster_than_telegram_likes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "A_CHAT", 1.0)
    desk.api.into_a_chat = A_CHAT
    await desk.says(SATO, "/start", "予約する", "ヘルプ", "戻る", "設定")
    assert all(call.accepted for call in desk.api.calls)
    assert desk.text(SATO).startswith("設定")


@pytest.mark.parametrize("error", [Busy, Unavailable])
async def test_what_cannot_be_committed_is_to_come_again(
    desk: Desk, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.says(SATO, "/start")
    update = desk.api.writes(SATO, "予約する")

    async def failing(_: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(desk.db, "run", failing)
        with pytest.raises(error):
            await desk.telegram.hear(update)
    await desk.hear(update)
    assert desk.text(SATO).startswith("はじめにご確認ください")


async def test_a_letter_that_the_turn_was_to_send_is_sent_by_the_next_program(desk: Desk) -> None:
    await booked(desk)
    await desk.db.run(
        lambda tx: tx.rows(
            "UPDATE letter SET state = 'leased', lease_owner = 'gone', lease_until = ? WHERE kind = 'confirmation'"
            " AND chat <> ''",
            "2026-11-26T00:00:00.000Z",
        )
    )
    await desk.letters()
    assert sum(seen.text.startswith("予約が確定しました") for seen in desk.api.chats[SATO]) == 2
