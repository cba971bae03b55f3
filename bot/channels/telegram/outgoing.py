"""What answers an update: edited after a tap, sent anew after typed words; tried again where it is not sent."""

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.bell import Bell
from bot.channels.telegram.calls import Calls, Refused
from bot.channels.telegram.incoming import Incoming
from bot.channels.telegram.screen import Screen, plain, screen
from bot.channels.unsent import Halted, Uncertain, Undeliverable, Unsent
from bot.marking import marked
from bot.postman import LETTERS
from handlers.conversation import Heard
from handlers.language import on_screen, words
from handlers.message import Attachment, Words
from handlers.phrases import lines, pages
from rules.model import Office
from storage import letters, shown
from storage.database import Database, Transaction
from storage.letters import Letter
from storage.shown import Shown

PAUSES = (0.5, 2.0, 5.0)  # seconds between tries: whoever waits longer says it again
REMEMBERED = 5000  # chats, those that were answered last
T = TypeVar("T")
log = logging.getLogger("yoyaku.telegram")


class Outgoing:
    """Sends answers, and remembers which message shows the screen; letters that are answers go by `deliver`."""

    def __init__(
        self, db: Database, bell: Bell, calls: Calls, office: Office, deliver: Callable[[Letter], Awaitable[None]]
    ) -> None:
        self._db, self._bell, self._calls, self._office, self._deliver = db, bell, calls, office, deliver
        self._latest: OrderedDict[str, Shown] = OrderedDict()
        self.name = ""  # what the bot is called, once Telegram has said so

    async def tapped(self, incoming: Incoming) -> None:
        """Let a button look tapped."""
        with suppress(Refused, Unsent, Undeliverable):  # it was too long ago, or heard before
            await self._calls.heard(incoming.chat, incoming.query)

    async def answer(self, incoming: Incoming, heard: Heard, before: Shown | None) -> None:
        """Show the screen of `heard`, where the one is shown that the turn found `before`, or below it."""
        before = self.shown(before, heard, incoming.said.chat)
        made = screen(on_screen(heard.message, heard.language), heard.revision)
        is_kept = heard.message.keep
        try:
            message = await self._placed(incoming, made, before, is_kept=is_kept)
        except Undeliverable:
            await self.left(incoming)
            return
        standing = made.standing.to_json() if made.standing is not None and is_kept else ""
        now = self._show(Shown(incoming.said.chat, heard.revision, message, is_kept, standing))
        if before is not None and message == before.message:
            return  # where it stands is remembered already, and an edit may be made twice
        files = () if heard.is_again else heard.message.attachments  # what was sent with it is there
        await marked(self._db, partial(_remember, now=now, files=files))
        if files:
            self._bell.ring(LETTERS)
        await self.unbutton(incoming, before)

    def shown(self, before: Shown | None, heard: Heard, chat: str) -> Shown | None:
        """Return where the screen is shown: as the turn `heard` found it `before`, or as was answered meanwhile."""
        latest = self._latest.get(chat)
        if latest is None or latest.revision >= heard.revision:  # the chat was forgotten, and has begun anew
            return before
        return before if before is not None and before.revision > latest.revision else latest

    def _show(self, now: Shown) -> Shown:
        """Remember where the screen is shown now, of the chats that spoke last."""
        self._latest[now.chat] = now
        self._latest.move_to_end(now.chat)
        if len(self._latest) > REMEMBERED:
            self._latest.popitem(last=False)
        return now

    async def left(self, incoming: Incoming) -> None:
        """Forget what is shown to somebody who left: when they come back, there is a new screen."""
        self._latest.pop(incoming.said.chat, None)
        await self._db.run(partial(shown.forget, chat=incoming.said.chat))

    async def tell(self, incoming: Incoming, heard: Heard, before: Shown | None, answering: Sequence[Letter]) -> None:
        """Send the letters `answering`; the screen above them is no question any more."""
        for letter in answering:
            await self._deliver(letter)
        await self.unbutton(incoming, self.shown(before, heard, incoming.said.chat))

    async def unbutton(self, incoming: Incoming, before: Shown | None) -> None:
        """Take the buttons away that are no answer any more: of the screen `before`, and of the one that was tapped."""
        chat = incoming.chat
        with suppress(Refused, Unsent, Undeliverable):  # they say themselves that they are old
            if before is not None and before.message:
                standing = InlineKeyboardMarkup.de_json(json.loads(before.standing)) if before.standing else None
                await self._calls.rebutton(chat, before.message, standing)
            if incoming.message and not _is_command(incoming) and (not before or incoming.message != before.message):
                await self._calls.rebutton(chat, incoming.message, None)

    async def trouble(self, incoming: Incoming, language: str, reference: str) -> None:
        """Say that we failed, with what names it in the log."""
        body = pages.TROUBLE_BODY(telephone=self._office.telephone, extension=self._office.extension)
        said = (pages.TROUBLE, body, pages.REFERENCE(reference=reference))
        await self._tried(lambda: self._calls.say(incoming.chat, _lines(said, language)))

    async def alone(self, incoming: Incoming) -> None:
        """Say in a group that nothing is talked about there."""
        chat, language = incoming.chat, incoming.said.language
        link = f"https://t.me/{self.name}"
        button = InlineKeyboardButton(words(lines.WRITE_TO_ME, language), url=link)
        buttons = InlineKeyboardMarkup([[button]]) if self.name else None
        with suppress(Undeliverable):
            await self._tried(lambda: self._calls.say(chat, _lines((lines.ALONE,), language), buttons))

    async def _placed(self, incoming: Incoming, made: Screen, before: Shown | None, *, is_kept: bool) -> int:
        """Return the message in which the screen stands now."""
        chat, (*first, last) = incoming.chat, made.parts
        is_there = before is not None and before.message == incoming.message != 0 and not before.is_kept
        if is_there and not first and not is_kept and not _is_command(incoming):
            with suppress(Refused):  # it is gone, or too old: below, then
                await self._tried(lambda: self._calls.change(chat, incoming.message, last, made.buttons), is_known=True)
                return incoming.message
        for part in first:
            await self._tried(lambda part=part: self._calls.say(chat, part))  # type: ignore[misc]
        return await self._tried(lambda: self._calls.say(chat, last, made.buttons))

    async def _tried(self, call: Callable[[], Awaitable[T]], *, is_known: bool = False) -> T:
        """Make `call` until it is answered; where it may have been, once more, or often: the same again `is_known`."""
        doubts = 0
        for pause in PAUSES:
            try:
                return await call()
            except Halted:  # until when, the call waits for its turn
                continue
            except Uncertain:
                doubts += not is_known
                if doubts > 1:
                    raise
            except Unsent:
                await asyncio.sleep(pause)
        return await call()


def _remember(tx: Transaction, now: Shown, files: tuple[Attachment, ...]) -> None:
    """Remember what is shown; what is attached to it goes after it."""
    shown.put(tx, now)
    put_files(tx, now.chat, f"r{now.revision}", files)


def put_files(tx: Transaction, chat: str, said_with: str, files: tuple[Attachment, ...]) -> None:
    """Put what is attached to the words `said_with` into the box: each file by itself, once."""
    for file in files:
        letters.put(tx, file.kind, f"{file.booking}:{file.version} {said_with}", chat=chat)


def _is_command(incoming: Incoming) -> bool:
    """Return whether a button was tapped that outlives the talk: what it stands on is left as it is."""
    return incoming.said.button.count("|") == 2


def _lines(said: tuple[Words, ...], language: str) -> str:
    return "\n".join(plain(words(line, language)) for line in said)
