"""Both sides of a web chat are kept in the turn's transaction, on both databases."""

import asyncio
from functools import partial
from typing import Any

from bot.channels import webchat
from handlers.letters.mail import Post
from handlers.message import Choice, Message
from handlers.turn import Premises, Said
from storage import bubbles
from storage.database import Database
from storage.letters import Letter
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


def letter_in(chat: str, id: str = "letter-1") -> Letter:  # noqa: A002  as the row calls it
    return Letter(id, "today:x@chat", "today", "x", 1, "postman", "web", chat)


async def test_a_letter_stands_among_what_was_said_once_and_interrupts_nothing(db: Database) -> None:
    async def speak(**words: Any) -> list[webchat.Screen]:
        update = str(len(await db.read(partial(bubbles.since, chat="web:1")))) + str(words)
        await db.run(partial(webchat.turn, premises=PREMISES, said=Said("web:1", update, **words)))
        return [webchat.screen(bubble) for bubble in await db.read(partial(bubbles.since, chat="web:1"))]

    await speak(text="言語")
    choice = Choice("予約を表示", command="open|K7QX2M9A|1")
    for _ in range(2):
        said = Post("agent-1", Message("本日のご予約", choices=(choice,)))
        await db.run(partial(webchat.post, letter=letter_in("web:1"), said=said))
    screens = await speak(button="1|0")  # on the screen above it, which is still the one that is asked
    assert [(screen.is_letter, screen.text or screen.message["title"]) for screen in screens][-3:] == [
        (True, "本日のご予約"),
        (False, "日本語"),
        (False, screens[-1].message["title"]),
    ]
    await speak(button="9|9")
    told = await speak(button="open|K7QX2M9A|1")  # by a stranger: it is none of their bookings
    assert [(screen.is_letter, screen.text) for screen in told][-2:] == [(False, "予約を表示"), (False, "")]
    assert [screen.is_letter for screen in told].count(True) == 1
