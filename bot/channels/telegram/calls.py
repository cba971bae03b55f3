"""Calls of the Bot API, at the pace of each chat, with their errors as they matter here."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.http import Cut
from bot.channels.unsent import Halted, Uncertain, Undeliverable, Unsent
from bot.rate import Rate

A_CHAT, AT_ONCE = 1.0, 5.0  # messages a second into a chat, and how many may come at once
PACES = 2000  # chats whose pace is remembered: all others have been quiet
GONE = ("chat not found", "user is deactivated", "have no rights to send", "bot was kicked", "peer_id_invalid")
UNCHANGED = "message is not modified"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Ready = Callable[[], Awaitable[None]]


class Refused(Exception):
    """The call itself is at fault: made again, it would be refused again."""


class Calls:
    """What is said to Telegram; `ready` waits until the channel may send something."""

    def __init__(self, bot: Bot, ready: Ready, paces: "Paces") -> None:
        self._bot, self._ready, self._paces = bot, ready, paces

    async def say(self, chat: int, text: str, buttons: InlineKeyboardMarkup | None = None) -> int:
        """Send a message of HTML; return its id."""
        await self._may_send(chat)
        with _understood():
            sent = await self._bot.send_message(
                chat, text, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=NO_PREVIEW
            )
            return sent.message_id

    async def change(self, chat: int, message: int, text: str, buttons: InlineKeyboardMarkup | None) -> None:
        """Let `message` say this instead."""
        await self._may_send(chat)
        with _understood(), _as_it_is():
            await self._bot.edit_message_text(
                text, chat, message, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=NO_PREVIEW
            )

    async def rebutton(self, chat: int, message: int, buttons: InlineKeyboardMarkup | None) -> None:
        """Let `message` have these buttons instead, or none: nothing is said by that, at no pace of the chat."""
        await self._ready()
        with _understood(), _as_it_is():
            await self._bot.edit_message_reply_markup(chat, message, reply_markup=buttons)

    async def picture(self, chat: int, picture: str | bytes, name: str) -> str:
        """Send a picture: its bytes, or what it is called here already; return what it is called."""
        await self._may_send(chat)
        photo = picture if isinstance(picture, str) else InputFile(picture, filename=name)
        with _understood():
            sent = await self._bot.send_photo(chat, photo)
            return sent.photo[-1].file_id if sent.photo else ""

    async def file(self, chat: int, content: bytes, name: str) -> None:
        """Send a file."""
        await self._may_send(chat)
        with _understood():
            sent: Message = await self._bot.send_document(chat, InputFile(content, filename=name))
            assert sent.message_id

    async def heard(self, query: str) -> None:
        """Let the button that was tapped look tapped; of no use later, and never worth waiting for."""
        with _understood():
            await self._bot.answer_callback_query(query)

    async def _may_send(self, chat: int) -> None:
        await self._paces.of(chat).answer()
        await self._ready()


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


@contextmanager
def _understood() -> Iterator[None]:
    """Raise what an error of the library means; its own words may quote what was sent."""
    try:
        yield
    except TelegramError as error:
        raise meaning(error) from None


def meaning(error: TelegramError) -> Exception:
    """Return what `error` means to whoever sends."""
    match error:
        case RetryAfter(retry_after=timedelta() as wait):
            return Halted("too many requests", seconds=wait.total_seconds())
        case InvalidToken():
            return Halted("the token is not taken")
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
