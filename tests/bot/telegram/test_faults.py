"""Each fault of the Bot API × each kind of message: what becomes of it."""

import pytest

from tests.bot.telegram.conftest import Desk
from tests.bot.telegram.standin import FAULTS
from tests.bot.telegram.test_talk import booked, reviewing

SATO = 7
TWICE = ("cut after", "timeout after")  # it was taken, and nobody could know: it comes once more
"""A message that was sent anew may come twice; an edit is one however often it is made."""


async def calm(desk: Desk) -> None:
    """Let letters leave until none waits, however long they were put off."""
    for _ in range(4):
        await desk.letters()
        desk.clock.forward(seconds=15)


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_answer(desk: Desk, fault: str) -> None:
    await desk.says(SATO, "/start")
    desk.api.faults.append(("sendMessage", fault))
    await desk.says(SATO, "予約する")
    came = [seen for seen in desk.api.chats[SATO] if seen.text.startswith("はじめにご確認ください")]
    assert len(came) == (2 if fault in TWICE else 1)
    await desk.taps(SATO, "いずれも当てはまらない")  # the one that is remembered is the last
    assert came[-1].text.startswith("留意事項")


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_edit(desk: Desk, fault: str) -> None:
    await desk.says(SATO, "/start")
    desk.api.faults.append(("editMessageText", fault))
    await desk.taps(SATO, "予約する")
    (seen,) = [seen for seen in desk.api.chats[SATO] if seen.by == "bot"]
    assert (seen.edits, seen.text.splitlines()[0]) == (1, "はじめにご確認ください")


@pytest.mark.parametrize("fault", FAULTS)
async def test_buttons_that_are_taken_away(desk: Desk, fault: str) -> None:
    await desk.says(SATO, "/start")
    first = desk.api.screen(SATO)
    desk.api.faults.append(("editMessageReplyMarkup", fault))
    await desk.says(SATO, "予約する")
    assert desk.text(SATO).startswith("はじめにご確認ください")
    if first.buttons:  # it could not be done, which does not matter: they say that they are old
        await desk.hear(desk.api.taps_on(SATO, "設定", message=first.number))
        assert "前の画面のボタンです" in desk.text(SATO)


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_tap_that_looks_tapped(desk: Desk, fault: str) -> None:
    await desk.says(SATO, "/start")
    desk.api.faults.append(("answerCallbackQuery", fault))
    await desk.taps(SATO, "予約する")
    assert desk.text(SATO).startswith("はじめにご確認ください")


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_confirmation_its_photo_and_its_document(desk: Desk, fault: str) -> None:
    await reviewing(desk)
    desk.api.faults.extend((method, fault) for method in ("sendMessage", "sendPhoto", "sendDocument"))
    await desk.taps(SATO, "確定する")
    await calm(desk)
    assert not desk.api.faults
    kinds = [seen.kind for seen in desk.api.chats[SATO] if seen.kind != "text" or seen.text.startswith("予約が確定")]
    assert sorted(kinds) == sorted(["text", "photo", "document"] * (2 if fault in TWICE else 1))
    states = await desk.db.read(
        lambda tx: tx.rows("SELECT DISTINCT state FROM letter WHERE channel = 'telegram' AND priority = 1")
    )
    assert [row["state"] for row in states] == ["sent"]


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_reminder(desk: Desk, fault: str) -> None:
    await booked(desk)
    await calm(desk)
    desk.clock.set("2026-11-30 09:00:00")
    desk.api.faults.append(("sendMessage", fault))
    await calm(desk)
    came = [seen for seen in desk.api.chats[SATO] if seen.text.startswith("11月30日(月) 11:59まで")]
    assert len(came) == (2 if fault in TWICE else 1)


async def test_a_letter_of_which_nobody_ever_knows_goes_by_mail_after_the_second_time(desk: Desk) -> None:
    await booked(desk)
    await calm(desk)
    desk.clock.set("2026-11-30 09:00:00")
    desk.api.faults.extend([("sendMessage", "timeout after")] * 5)
    await calm(desk)
    assert len(desk.api.faults) == 3
    rows = await desk.db.read(lambda tx: tx.rows("SELECT channel, state FROM letter WHERE kind = 'can-change'"))
    assert sorted((row["channel"], row["state"]) for row in rows) == [("mail", "pending"), ("telegram", "uncertain")]


async def test_a_retry_after_is_obeyed_to_the_second(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    desk.api.faults.append(("sendMessage", "429"))
    begun = desk.api.now()
    await desk.says(SATO, "予約する")
    assert 1.0 <= desk.api.now() - begun < 1.7


async def test_a_message_that_is_gone_is_sent_anew(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    shown = desk.api.screen(SATO)
    update = desk.api.taps_on(SATO, "予約する")
    desk.api.chats[SATO].remove(shown)
    await desk.hear(update)
    assert desk.text(SATO).startswith("はじめにご確認ください")


async def test_an_answer_that_cannot_be_sent_is_shown_with_the_next_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.outgoing.PAUSES", (0.01, 0.01))
    await desk.says(SATO, "/start")
    desk.api.is_down = True
    await desk.says(SATO, "予約する")
    desk.api.is_down = False
    await desk.says(SATO, "ヘルプ", "戻る")
    assert desk.text(SATO).startswith("はじめにご確認ください")
