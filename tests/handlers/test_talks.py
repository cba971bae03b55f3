"""The transcripts in `talks/`: each is played against a real database and compared whole.

In them `= 2026-11-26 10:00:00` sets the clock, `> words` are typed, `> [label]` is pressed, `$` arranges
something (see `arranged`), and everything else is what is said. `REWRITE=1` writes down what is said now.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rules.model import Slot
from tests.factories import MINATO, YOKOHAMA, day
from tests.handlers.talking import Chat, House, printed

TALKS = sorted((Path(__file__).parent / "talks").glob("*.txt"))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_talk(path: Path, tmp_path: Path) -> None:
    written = path.read_text("utf-8")
    played = "\n".join(play(written, tmp_path)) + "\n"
    if os.environ.get("REWRITE"):
        path.write_text(played, "utf-8")
    assert played == written


def play(written: str, folder: Path) -> Iterator[str]:
    """Yield the transcript as it is played now."""
    with closing(house_of(written, folder)) as house:
        yield from played_in(house, written)


def house_of(written: str, folder: Path) -> House:
    """Return the house in which a transcript is played."""
    return House(folder, MINATO if "$ office minato" in written else YOKOHAMA)


def played_in(house: House, written: str) -> Iterator[str]:
    """Yield the transcript as it is played in `house`."""
    chats = {"1": Chat(house)}
    chat = chats["1"]
    asks = [line for line in written.splitlines() if line[:2] in ("# ", "= ", "> ", "$ ") or line == ">"]
    for line in asks:
        if line[0] != "#" or line is not asks[0]:
            yield ""
        yield line
        told = line[2:].replace("{code}", chat.code() if "{code}" in line else "").replace("↵", "\n").replace("⇥", "\t")
        match line[0]:
            case "=":
                house.clock.set(told)
            case "$":
                chat = arranged(house, chats, chat, told)
            case ">" if press := re.fullmatch(r"\[(.+)\]", told):
                yield said(chat, printed(chat.presses(press[1])))
            case ">":
                yield said(chat, printed(chat.says(told.replace("{token}", chat.token() if "{token}" in told else ""))))


def said(chat: Chat, text: str) -> str:
    """Return what was said, with a booking's code that is the same each time."""
    for code in chat.booking_codes():
        text = text.replace(code, "K7QX2M9A")
    return text


def arranged(house: House, chats: dict[str, Chat], chat: Chat, told: str) -> Chat:
    """Arrange something behind the scene; return the chat that goes on."""
    act, *rest = told.split()
    match act, rest:
        case "chat", [name]:
            return chats.setdefault(name, Chat(house, f"web:{name}"))
        case "english", []:
            chat.language = "en"
        case "agent", [name]:
            chat.is_agent(name)
        case "booked", [name, date, hour, cases, *first]:
            house.has_booked(name, acts_slot(date, hour), int(cases), *map(int, first))
        case "places", [date, hour, places]:
            house.do(lambda tx: tx.rows(PLACES, date, int(hour), int(places)))
        case "sql", _:
            house.do(lambda tx: tx.rows(told.removeprefix("sql ")))
        case "office", _:
            pass
        case _:
            pytest.fail(f"unknown: {told}")
    return chat


PLACES = (
    "INSERT INTO slot (day, hour, places) VALUES (?, ?, ?)"
    " ON CONFLICT (day, hour) DO UPDATE SET places = excluded.places"
)


def acts_slot(date: str, hour: str) -> Slot:
    return Slot(day(date), int(hour))
