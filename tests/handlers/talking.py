"""A chat for tests: it speaks and presses, and prints what comes back as text that a clerk can proof-read."""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

from handlers.conversation import Heard, hear
from handlers.language import on_screen
from handlers.message import Message
from handlers.turn import Premises, Said
from rules.model import Booking, Office, Slot
from rules.verification import code, token
from storage import books
from storage.database import Database, Transaction
from storage.opening import open_database
from storage.talks import bind
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, numbers
from tests.handlers import limits
from tests.storage import acts
from tests.storage.server import home

T = TypeVar("T")
COUNTER = "madoguchi@example.jp"
SECRET = b"a secret of tests"


class House:
    """An office with its database and its clock; chats are opened in it."""

    def __init__(self, folder: Path, office: Office = YOKOHAMA, mailbox: str = "", url: str = "") -> None:
        self.loop = asyncio.new_event_loop()
        self.clock = HandClock("2026-11-26 10:00:00")
        self.db: Database = self.loop.run_until_complete(open_database(url or home(folder), clock=self.clock))
        address_here = "https://yoyaku.example.jp"
        self.premises = Premises(office, SECRET, address_here, office.sender, mailbox, is_public=True, counter=COUNTER)
        self.updates = count(1)
        self.heard: list[Heard] = []  # every answer, in their order

    def do(self, work: Callable[[Transaction], T]) -> T:
        return self.loop.run_until_complete(self.db.run(work))

    def close(self) -> None:
        wrong = self.do(lambda tx: books.check(tx, self.premises.office)).wrong
        self.loop.run_until_complete(self.db.close())
        self.loop.close()
        assert wrong == ()

    def has_booked(self, name: str, where: Slot, cases: int = 1, first: int = 9001) -> Booking:
        """Let the agent `name` have booked `where`."""
        made = self.do(acts.booking(name, where, numbers(cases, first)))
        assert isinstance(made, Booking), made
        return made


class Chat:
    """One chat with the house, as a channel would hold it."""

    def __init__(self, house: House, name: str = "web:1", language: str = "ja") -> None:
        self.house = house
        self.name = name
        self.language = language
        self.screen: Message | None = None
        self.heard: Heard | None = None

    def hears(self, said: Said) -> Message:
        self.heard = self.house.do(lambda tx: hear(tx, self.house.premises, said))
        self.house.heard.append(self.heard)
        self.screen = on_screen(self.heard.message, self.heard.language)
        limits.check(self.screen)
        return self.screen

    def says(self, text: str, update: str = "") -> Message:
        return self.hears(
            Said(self.name, update or str(next(self.house.updates)), text=text, language=self.language, origin="x")
        )

    def presses(self, label: str, update: str = "") -> Message:
        """Press the button called `label` of the current screen; `label#2` is the second of that name."""
        assert self.heard is not None
        assert self.screen is not None
        wanted, _, nth = label.partition("#")
        places = [n for n, choice in enumerate(self.screen.buttons) if choice.label == wanted]
        assert places, f"no button {wanted} in {[choice.label for choice in self.screen.buttons]}"
        return self.presses_value(f"{self.heard.revision}|{places[int(nth or 1) - 1]}", update)

    def presses_value(self, value: str, update: str = "") -> Message:
        return self.hears(
            Said(self.name, update or str(next(self.house.updates)), button=value, language=self.language, origin="x")
        )

    def is_agent(self, name: str) -> None:
        """Let the chat have proven to be the agent `name`."""
        self.says("メニュー")
        who = self.house.do(lambda tx: acts.coming(tx, name, self.house.premises.office))
        self.house.do(lambda tx: bind(tx, self.name, who.id))

    def nonce(self) -> str:
        """Return the nonce of the newest verification of this chat."""
        row = self.house.do(
            lambda tx: tx.row("SELECT nonce FROM verification WHERE chat = ? ORDER BY asked DESC", self.name)
        )
        assert row is not None
        return str(row["nonce"])

    def code(self) -> str:
        return code(SECRET, self.nonce())

    def token(self) -> str:
        return token(SECRET, self.nonce())

    def booking_codes(self) -> list[str]:
        return [row["code"] for row in self.house.do(lambda tx: tx.rows("SELECT code FROM booking"))]


def printed(message: Message) -> str:
    """Return a screen as text; the quiet buttons, which stand below every question, are left out."""
    lines = [f"【{message.title}】", *map(str, message.body)]
    for field in message.fields:
        values = field.value if isinstance(field.value, tuple) else (field.value,)
        lines.append(f"{field.label}：" + "\n　　".join(map(str, values)))
    for row in message.rows:
        note = f"（{row.note}）" if row.note else ""
        lines.append(f"{row.text}{note} " + " ".join(f"[{action.label}]" for action in row.actions))
    lines += map(str, message.after)
    buttons = [
        f"[{choice.label}{f' ×{choice.closed}' if choice.closed else ''}]"
        for choice in message.choices
        if choice.tone != "quiet"
    ]
    return "\n".join([*lines, " ".join(buttons)]).strip()
