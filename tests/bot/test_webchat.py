"""Both sides of a web chat are kept in the turn's transaction, on both databases."""

import asyncio
from functools import partial
from typing import Any

from bot.channels import webchat
from handlers.turn import Premises, Said
from storage import bubbles
from storage.database import Database
from tests.factories import YOKOHAMA

PREMISES = Premises(YOKOHAMA, b"secret", "http://127.0.0.1", "yoyaku@example.jp")


async def test_two_tabs_that_speak_first_at_once_are_both_heard(db: Database) -> None:
    said = [Said("web:1", f"update:{n}", text=text) for n, text in enumerate(["予約する", "ヘルプ", "メニュー"])]
    await asyncio.gather(*(db.run(partial(webchat.turn, premises=PREMISES, said=each)) for each in said))
    kept = [webchat.screen(bubble) for bubble in await db.read(partial(bubbles.since, chat="web:1"))]
    assert [screen.number for screen in kept] == list(range(1, 8))
    assert {screen.text for screen in kept if screen.text} == {"予約する", "ヘルプ", "メニュー"}


async def test_a_tap_on_the_same_question_is_written_in_its_place(db: Database) -> None:
    async def speak(**words: Any) -> list[webchat.Screen]:
        update = str(len(await db.read(partial(bubbles.since, chat="web:1")))) + str(words)
        await db.run(partial(webchat.turn, premises=PREMISES, said=Said("web:1", update, **words)))
        return [webchat.screen(bubble) for bubble in await db.read(partial(bubbles.since, chat="web:1"))]

    first = await speak(button="0|0")  # of the greeting, which nobody kept until now
    assert [screen.text for screen in first] == ["", "予約する", ""]
    old = await speak(button="0|0")
    assert len(old) == 3
    assert old[-1].message["body"][0] == "前の画面のボタンです。現在の画面はこちらです。"
    for forged in ("x", "2|99", "2|x"):
        assert len(await speak(button=forged)) == 3
