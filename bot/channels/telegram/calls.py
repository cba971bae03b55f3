"""Calls of the Bot API, at the pace of each chat, with their errors as they matter here."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.http import Cut, wait_of
from bot.channels.unsent import Halted, Uncertain, Undeliverable, Unsent
from bot.rate import Rate

A_CHAT, AT_ONCE = 1.0, 5.0  # messages a second into a chat, and how many may come at once
PACES = 2000  # chats whose pace is remembered: all others have been quiet
SEVERAL = 3  # chats that take nothing at a time: it is not about one of them
BRIEF = 5.0  # seconds that a letter waits for its chat; it is put off for longer
HALT = 5.0  # seconds, where Telegram does not say for how long
GONE = ("chat not found", "user is deactivated", "have no rights to send", "bot was kicked", "peer_id_invalid")
UNCHANGED = "message is not modified"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Refused(Exception):
    """The call itself is at fault: made again, it would be refused again."""


class Calls:
    """What is said to Telegram: answers, which wait for their turn; or letters, whose postman has waited already."""

    def __init__(self, bot: Bot, rate: Rate, paces: "Paces", *, are_answers: bool) -> None:
        self._bot, self._rate, self._paces, self._are_answers = bot, rate, paces, are_answers

    async def say(self, chat: int, text: str, buttons: InlineKeyboardMarkup | None = None) -> int:
        """Send a message of HTML; return its id."""
        await self._may_send(chat)
        with self._understood(chat):
            sent = await self._bot.send_message(
                chat, text, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=NO_PREVIEW
            )
            return sent.message_id

    async def change(self, chat: int, message: int, text: str, buttons: InlineKeyboardMarkup | None) -> None:
        """Let `message` say this instead."""
        await self._may_send(chat)
        with self._understood(chat), _as_it_is():
            await self._bot.edit_message_text(
                text, chat, message, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=NO_PREVIEW
            )

    async def rebutton(self, chat: int, message: int, buttons: InlineKeyboardMarkup | None) -> None:
        """Let `message` have these buttons instead, or none: nothing is said by that, at no pace of the chat."""
        await self._rate.answer()
        with self._understood(chat), _as_it_is():
            await self._bot.edit_message_reply_markup(chat, message, reply_markup=buttons)

    async def picture(self, chat: int, picture: str | bytes, name: str) -> str:
        """Send a picture: its bytes, or what it is called here already; return what it is called."""
        await self._may_send(chat)
        photo = picture if isinstance(picture, str) else InputFile(picture, filename=name)
        with self._understood(chat):
            sent = await self._bot.send_photo(chat, photo)
            return sent.photo[-1].file_id if sent.photo else ""

    async def file(self, chat: int, content: bytes, name: str) -> None:
        """Send a file."""
        await self._may_send(chat)
        with self._understood(chat):
            await self._bot.send_document(chat, InputFile(content, filename=name))

    async def heard(self, chat: int, query: str) -> None:
        """Let the button that was tapped in `chat` look tapped, at no pace at all: it is of no use later."""
        with self._understood(chat):
            await self._bot.answer_callback_query(query)

    async def _may_send(self, chat: int) -> None:
        pace = self._paces.of(chat)
        if pace.halted_for > BRIEF and not self._are_answers:
            raise Unsent("the chat takes nothing for now")
        await pace.answer()
        if self._are_answers:
            await self._rate.answer()

    @contextmanager
    def _understood(self, chat: int) -> Iterator[None]:
        """Raise what an error of the library means; its own words may quote what was sent."""
        try:
            yield
        except RetryAfter as error:
            raise self._halted(chat, wait_of(error)) from None
        except InvalidToken:
            self._rate.halt(HALT)
            raise Halted("the token is not taken") from None
        except TelegramError as error:
            raise meaning(error) from None

    def _halted(self, chat: int, seconds: float) -> Exception:
        """Let nothing go into `chat` for so long; where several take nothing, into none of them."""
        if self._paces.halt(chat, seconds) < SEVERAL:
            return Unsent("too many requests into one chat")
        self._rate.halt(seconds)
        return Halted("too many requests", seconds=seconds)


class Paces:
    """How fast each chat may be written to."""

    def __init__(self) -> None:
        self._paces: OrderedDict[int, Rate] = OrderedDict()

    def of(self, chat: int) -> Rate:
        """Return the pace of `chat`."""
        pace = self._paces.setdefault(chat, Rate(A_CHAT, burst=AT_ONCE))
        self._paces.move_to_end(chat)
        if len(self._paces) > PACES:
            self._paces.popitem(last=False)
        return pace

    def halt(self, chat: int, seconds: float) -> int:
        """Let nothing go into `chat` for so long; return into how many chats nothing goes."""
        self.of(chat).halt(seconds)
        return sum(pace.is_halted for pace in self._paces.values())


def meaning(error: TelegramError) -> Exception:
    """Return what `error` means to whoever sends."""
    match error:
        case Forbidden() | ChatMigrated():
            return Undeliverable(type(error).__name__)
        case BadRequest():
            is_gone = any(gone in error.message.lower() for gone in GONE)
            return Undeliverable("there is no such chat") if is_gone else Refused(error.message)
        case TimedOut() | Cut():
            return Uncertain(type(error).__name__)
        case _:
            return Unsent(type(error).__name__)


@contextmanager
def _as_it_is() -> Iterator[None]:
    """Take it well that a message says that already."""
    try:
        yield
    except BadRequest as error:
        if UNCHANGED not in error.message.lower():
            raise
