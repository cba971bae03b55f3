"""Out of order, in doubt, refused: what is late is not obeyed, and what may stand there is not said twice."""

import asyncio
import logging
import re
from typing import Any

import pytest

from bot.channels.line import outgoing, screen
from storage import leases
from tests.bot.line.conftest import Desk
from tests.bot.line.test_faults import calm, came
from tests.bot.line.test_talk import SATO, booked, reviewing


async def test_a_yes_that_comes_late_is_no_yes_to_another_question(desk: Desk) -> None:
    await reviewing(desk)
    late = desk.line.writes(SATO, "確定する")  # LINE could not bring it
    await desk.says(SATO, "ヘルプ", "戻る")
    await desk.hear(late)
    assert "遅れて届いたため" in desk.line.text(SATO)
    assert await desk.db.read(lambda tx: tx.row("SELECT 1 FROM booking")) is None
    await desk.says(SATO, "確定する")
    assert came(desk, "予約が確定しました") == 1


async def test_what_comes_after_they_left_does_not_bring_them_back(desk: Desk) -> None:
    await booked(desk)
    late = desk.line.writes(SATO, "メニュー")
    await desk.hear(desk.line.blocks(SATO))
    await desk.hear(late)
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert await desk.states("can-change") == [("line", "skipped"), ("mail", "pending")]


async def test_a_leave_that_comes_after_they_are_back_is_over(desk: Desk) -> None:
    await booked(desk)
    late = desk.line.blocks(SATO)
    await desk.hear(desk.line.follows(SATO, again=True))
    await desk.hear(late)
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert await desk.states("can-change") == [("line", "sent")]


async def test_who_leaves_while_another_program_talks_has_left(desk: Desk) -> None:
    await booked(desk)
    await desk.hear({**desk.line.blocks(SATO), "mode": "standby"})
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert desk.line.used == 0


async def test_a_confirmation_that_may_stand_there_is_not_pushed_beside_it(desk: Desk) -> None:
    await reviewing(desk)
    desk.line.faults.extend([("message/reply", "cut after"), *[("message/reply", "500")] * 9])
    await desk.taps(SATO, "確定する")
    desk.line.faults.clear()
    await calm(desk)
    assert (came(desk, "予約が確定しました"), desk.line.used) == (1, 0)
    assert await desk.states("confirmation") == [("line", "skipped"), ("mail", "pending")]


async def test_nor_where_the_program_died_after_it(desk: Desk) -> None:
    await reviewing(desk)
    desk.channel._out._deliver = _dies
    await desk.taps(SATO, "確定する")
    await desk.db.run(lambda tx: leases.take_over(tx, desk.bell.others.name, "line"))
    await calm(desk)
    assert desk.line.used == 0
    assert await desk.states("confirmation") == [("line", "skipped"), ("mail", "pending")]


async def _dies(letter: Any) -> None:
    """Leave it leased."""


async def test_one_that_was_too_late_is_not_taken_for_sent(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "FRESH", 0.0)
    await reviewing(desk)
    desk.line.faults.append(("message/reply", "500"))
    await desk.taps(SATO, "確定する")
    await calm(desk)
    assert await desk.states("confirmation") == [("line", "skipped"), ("mail", "pending")]


async def test_what_comes_again_and_is_in_doubt_is_not_known_to_stand(desk: Desk) -> None:
    event = desk.line.writes(SATO, "メニュー")
    desk.line.faults.append(("message/reply", "cut after"))
    await desk.hear({**event, "deliveryContext": {"isRedelivery": True}})
    assert came(desk, "交付予約") == 1
    assert await desk.db.read(lambda tx: tx.row("SELECT 1 FROM shown")) is None


async def test_an_answer_that_is_not_understood_was_done(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    await reviewing(desk)
    say = desk.line._say

    async def odd(chat: str, messages: Any) -> Any:
        await say(chat, messages)
        return {"sentMessages": "x"}

    desk.line._say = odd  # type: ignore[method-assign]
    await desk.taps(SATO, "確定する")
    await calm(desk)
    assert (came(desk, "予約が確定しました"), desk.line.used) == (1, 0)
    assert "not understood" in caplog.text


async def test_a_screen_that_is_refused_is_told_with_a_reference(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.says(SATO, "メニュー")
    made = screen.messages

    def wrong(message: Any, revision: int, *more: Any) -> Any:
        shown = made(message, revision, *more)
        return ({**shown[0], "altText": "x" * 500},) if revision else shown

    monkeypatch.setattr(outgoing, "messages", wrong)
    with caplog.at_level(logging.ERROR):
        await desk.says(SATO, "予約する")
    assert "LINE refuses a screen" in caplog.text
    assert re.search("[0-9a-f]{8}", desk.line.text(SATO)) is not None
    assert desk.line.refused.pop() == "message/reply: altText"


async def test_a_letter_that_is_refused_goes_by_mail(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await reviewing(desk)
    monkeypatch.setattr("bot.channels.line.letters.messages", lambda *_: [{"type": "text", "text": "x"}])
    await desk.taps(SATO, "確定する")
    await calm(desk)
    assert await desk.states("confirmation") == [("line", "skipped"), ("mail", "pending")]
    desk.line.refused.clear()


async def test_a_row_is_named_by_its_number_or_by_what_it_says(desk: Desk) -> None:
    await reviewing(desk)
    assert "① 東労一E12345" in desk.line.text(SATO)
    for said in ("2 訂正", "訂正２", "②訂正", "2番を訂正", "東永Ｐ1234を訂正"):
        await desk.says(SATO, said)
        assert desk.line.text(SATO).startswith("東永Ｐ１２３４ の正しい番号を入力してください"), said
        await desk.says(SATO, "戻る")
    await desk.says(SATO, "①削除")
    assert "東労一E12345" not in desk.line.text(SATO)


async def test_the_first_words_of_somebody_keep_their_order(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = iter([0.3, 0.0])
    language = desk.channel._calls.language

    async def asked(user: str) -> str:
        await asyncio.sleep(next(slow, 0.0))
        return await language(user)

    monkeypatch.setattr(desk.channel._calls, "language", asked)
    events = (desk.line.follows(SATO), desk.line.writes(SATO, "予約する"))
    answers = await asyncio.gather(*map(desk.channel.hear, events))
    await asyncio.gather(*filter(None, answers))
    assert desk.line.text(SATO).startswith("はじめにご確認ください")


async def test_speakers_are_shown_a_new_menu_though_the_first_try_failed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.hear(desk.line.follows(SATO, language="en"))
    menus = desk.line.menus
    await desk.channel._menus.bring()
    monkeypatch.setattr("bot.channels.line.menu.LARGEST", 60)
    again = desk.another()
    desk.line.faults.append(("bulk/link", "500"))
    with pytest.raises(Exception, match="500"):
        await again._menus.bring()
    desk.line.faults.extend([("content", "500")] * 3)
    for _ in range(3):
        with pytest.raises(Exception, match="500"):
            await again._menus.bring()
    assert len(menus.made) <= 5  # and do not pile up
    await again._menus.bring()
    assert menus.of[SATO] == menus.aliases["yoyaku-en"]
    assert menus.of[SATO] in menus.made
