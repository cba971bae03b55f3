"""What an update says: words, a button that was tapped, or what is no talk at all."""

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.replies import Brought
from handlers.language import likely
from handlers.turn import Said

UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")  # what is asked for
WORDS = {"/start": "/menu", "/cancel": "/which"}  # what is usual on Telegram, in the words of the talk
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


@dataclass(frozen=True, slots=True)
class Incoming(Brought):
    """An update; `query` is the tap that waits to be answered, `message` the one that was tapped."""

    query: str = ""
    message: int = 0

    @property
    def chat(self) -> int:
        """The chat, as Telegram knows it."""
        return int(self.said.chat.partition(":")[2])


def read(update: Update) -> Incoming | None:
    """Return what `update` says, or None: nothing that anybody would answer."""
    if update.callback_query is not None:
        return _tapped(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _joined(update.update_id, update.my_chat_member)
    if update.message is not None:
        return _written(update.update_id, update.message, _text(update.message))
    if update.edited_message is not None and update.edited_message.text is not None:  # else a place that moves
        return _written(update.update_id, update.edited_message, "/edited")
    return None


def _tapped(update: int, query: CallbackQuery) -> Incoming | None:
    where = query.message
    if where is not None and where.chat.type != ChatType.PRIVATE:
        return None
    chat = where.chat.id if where is not None else query.from_user.id
    said = _said(chat, update, query.from_user, button=query.data or "")
    return Incoming(said, query=query.id, message=where.message_id if where is not None else 0)


def _joined(update: int, change: ChatMemberUpdated) -> Incoming | None:
    is_in = change.new_chat_member.status in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)
    said = _said(change.chat.id, update, change.from_user)
    if change.chat.type == ChatType.PRIVATE:
        return None if is_in else Incoming(said, "left")
    return Incoming(said, "group") if is_in and change.chat.type in GROUPS else None


def _written(update: int, message: Message, text: str) -> Incoming | None:
    said = _said(message.chat.id, update, message.from_user, text=text)
    if message.chat.type in GROUPS:
        successor = message.migrate_to_chat_id
        return Incoming(said, "group", becomes=f"telegram:{successor}" if successor else "")
    return Incoming(said) if text else None


def _text(message: Message) -> str:
    """Return what was typed, as the talk understands it; nothing where nobody said anything."""
    if message.text is None:
        return "/unreadable" if message.effective_attachment else ""
    if not message.text.startswith("/"):
        return message.text
    verb, rest = (*message.text.split(maxsplit=1), "")[:2]
    verb = verb.partition("@")[0].lower()
    if verb == "/start" and rest:
        return f"/verify {rest.strip()}"
    return f"{WORDS.get(verb, verb)} {rest}".strip()


def _said(chat: int, update: int, user: User | None, *, text: str = "", button: str = "") -> Said:
    return Said(
        f"telegram:{chat}",
        f"telegram:{update}",
        text=text,
        button=button,
        language=likely((user.language_code or "") if user is not None else ""),
        origin=f"telegram:{chat}",
    )
