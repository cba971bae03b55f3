"""Asking for updates, whatever is answered, and however many come."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from bot.channels import persistent
from bot.channels.telegram.http import Http, NotSent
from bot.channels.telegram.polling import Poller
from tests.bot.telegram.conftest import Desk
from tests.bot.telegram.test_service import ran

SATO, ITO = 7, 8


@pytest.mark.parametrize(
    ("fault", "told"), [("html", "TelegramError"), ("409", "terminated by other getUpdates"), ("500", "NetworkError")]
)
async def test_whatever_is_answered_it_asks_again(
    desk: Desk, fault: str, told: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(persistent, "AGAIN", 0.02)
    desk.api.faults.extend([("getMe", fault), ("getUpdates", fault)])
    update = desk.api.writes(SATO, "/start")
    with caplog.at_level(logging.WARNING):
        await ran(desk.another(), lambda: update["update_id"] in desk.api.heard)
    assert desk.text(SATO).startswith("交付予約")
    assert "cannot reach Telegram" in caplog.text
    assert "cannot ask Telegram for updates" in caplog.text
    assert told in caplog.text


async def test_it_waits_as_long_as_it_is_told_to(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persistent, "AGAIN", 0.02)
    desk.api.faults.append(("getUpdates", "429"))
    update, begun = desk.api.writes(SATO, "/start"), desk.api.now()
    await ran(desk.another(), lambda: update["update_id"] in desk.api.heard)
    assert desk.api.now() - begun >= 1


class Queue:
    """Updates of one chat that floods, and one of another behind them."""

    def __init__(self, chats: Sequence[int]) -> None:
        self.updates = [{"update_id": n, "message": {"chat": {"id": chat}}} for n, chat in enumerate(chats)]
        self.heard: list[int] = []

    async def ask(self, offset: int, wait: int) -> Sequence[Mapping[str, Any]]:
        await asyncio.sleep(0.001)
        return self.updates[offset : offset + 100]

    async def hear(self, update: Mapping[str, Any]) -> "asyncio.Task[None] | None":
        await asyncio.sleep(0.001)  # a turn
        self.heard.append(update["update_id"])
        if update["update_id"] == 3:
            raise ZeroDivisionError
        return asyncio.create_task(asyncio.sleep(30))  # an answer, at the pace of the chat


async def test_a_chat_that_floods_keeps_no_other_waiting(caplog: pytest.LogCaptureFixture) -> None:
    queue = Queue([SATO] * 300 + [ITO])
    task = asyncio.create_task(Poller(queue.ask, queue.hear).poll())
    async with asyncio.timeout(4):
        while 300 not in queue.heard:  # noqa: ASYNC110  what is waited for is said by the queue
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert "an update could not be heard" in caplog.text
    assert len(set(queue.heard)) == len(queue.heard)  # each once, also the one at which we failed


async def test_what_is_closed_sends_nothing_any_more() -> None:
    http = Http()
    await http.shutdown()
    with pytest.raises(NotSent):
        await http.do_request("http://127.0.0.1:9/", "POST")


async def test_an_answer_that_is_not_sent_when_the_program_ends_is_left(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    desk.api.slow[SATO] = 3600
    late = await desk.telegram.hear(desk.api.writes(SATO, "予約する"))
    await desk.telegram.close(within=0.1)
    assert late is not None
    assert late.cancelled()
