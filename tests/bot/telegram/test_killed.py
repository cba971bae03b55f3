"""The real program, killed with updates in flight: each is heard once, and each chat ends with its own screen."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest

from tests.bot.program import Program
from tests.bot.telegram.standin import TOKEN, BotApi

pytestmark = pytest.mark.slow
CHATS = range(101, 121)
TEXTS = ("/start", "予約する", "いずれも当てはまらない", "同意する")


@pytest.fixture(params=["polling", "webhook"])
async def running(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Program, BotApi]]:
    async with BotApi(scale=0.2, latency=0.05).running() as api:
        program = Program(tmp_path, telegram_token=TOKEN, telegram_api=api.url)
        if request.param == "webhook":
            program.settings["YOYAKU_URL"] = program.url
        await asyncio.to_thread(program.start)
        yield program, api
        await asyncio.to_thread(program.stop)
        assert "Traceback" not in program.log()


async def test_twenty_updates_in_flight(running: tuple[Program, BotApi]) -> None:
    program, api = running
    await until(lambda: bool(api.webhook) or "YOYAKU_URL" not in program.settings)
    for n, text in enumerate(TEXTS):
        is_tapped = n == len(TEXTS) - 1
        updates = [api.taps_on(chat, text) if is_tapped else api.writes(chat, text) for chat in CHATS]
        await asyncio.sleep(0.1 * n)  # some are heard, some answered, some have not come
        program.stop(signal.SIGKILL)
        await asyncio.to_thread(program.start)
        wanted = {update["update_id"] for update in updates}
        await until(lambda: all(_current(program, api, chat) for chat in CHATS))
        await until(partial(wanted.issubset, api.heard))
    assert program.rows("SELECT COUNT(*) FROM heard") == [(len(CHATS) * len(TEXTS),)]
    assert program.rows("SELECT DISTINCT step FROM chat") == [("address",)]
    assert {words.partition(":")[0] for words in api.refused} <= {"answerCallbackQuery"}  # of taps that came twice


def _current(program: Program, api: BotApi, chat: int) -> bool:
    """Return whether the newest screen of `chat` is that of its talk, and the only one with buttons."""
    revision = program.rows(f"SELECT revision FROM chat WHERE id = 'telegram:{chat}'")
    if not revision or not any(seen.by == "bot" for seen in api.chats[chat]):
        return False
    newest = api.screen(chat).buttons
    return bool(newest) and newest[0][0]["callback_data"].startswith(f"{revision[0][0]}|")


async def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    for _ in range(int(seconds / 0.05)):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(holds)
