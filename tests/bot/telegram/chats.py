"""Chats as Telegram keeps them: what a bot may do with their messages, and what people see and tap."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.bot.telegram.strict import Wrong

A_SECOND, A_CHAT, WITHIN = 30, 12, 8.0  # messages a second of a bot; and into a chat, within so many seconds
TOO_OLD = 15.0  # seconds after which a tap cannot be answered any more
TEXTS = {"Name": "name", "ShortDescription": "short_description", "Description": "description", "Commands": "commands"}


@dataclass
class Seen:
    """A message of a chat, as a person sees it."""

    number: int
    kind: str
    text: str = ""
    buttons: list[list[dict[str, Any]]] = field(default_factory=list)
    content: bytes = b""
    edits: int = 0
    by: str = "bot"

    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]


class Chats:
    """What a bot may do; each method is named as the Bot API names it."""

    def __init__(self) -> None:
        self.chats: dict[int, list[Seen]] = defaultdict(list)
        self.blocked: set[int] = set()
        self.taps: dict[str, float | None] = {}  # when it was made; None: it is answered
        self.files: dict[str, bytes] = {}
        self.texts: dict[tuple[str, str], Any] = {}
        self.into_a_chat = A_CHAT
        self.numbers, self._names = count(1), count(1)
        self._sent: deque[float] = deque()
        self._into: dict[int, deque[float]] = defaultdict(deque)

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    def screen(self, chat: int) -> Seen:
        """Return the last message of the bot that has words."""
        return next(seen for seen in reversed(self.chats[chat]) if seen.by == "bot" and seen.kind == "text")

    def kinds(self, chat: int) -> list[str]:
        return [seen.kind for seen in self.chats[chat] if seen.by == "bot"]

    def button(self, chat: int, label: str, message: int) -> tuple[int, str]:
        """Return the latest message with a button called `label`, and what it carries."""
        for seen in reversed(self.chats[chat]):
            for button in (button for row in seen.buttons for button in row):
                if button["text"] == label and "callback_data" in button and message in (0, seen.number):
                    return seen.number, button["callback_data"]
        raise AssertionError(f"no button {label}: {[seen.labels() for seen in self.chats[chat] if seen.buttons]}")

    async def send_message(self, fields: dict[str, Any], files: Any) -> dict[str, Any]:
        return self._add(self._into_chat(fields), "text", text=fields["plain"], buttons=fields["buttons"])

    async def edit_message_text(self, fields: dict[str, Any], files: Any) -> dict[str, Any]:
        seen = self._message(fields)
        if seen.kind != "text":
            raise Wrong("Bad Request: there is no text in the message to edit")
        return self._edited(seen, fields, text=fields["plain"], buttons=fields["buttons"])

    async def edit_message_reply_markup(self, fields: dict[str, Any], files: Any) -> dict[str, Any]:
        return self._edited(self._message(fields, is_said=False), fields, buttons=fields["buttons"])

    async def send_photo(self, fields: dict[str, Any], files: dict[str, bytes]) -> dict[str, Any]:
        name = str(fields.get("photo") or "")
        if not files and name not in self.files:
            raise Wrong("Bad Request: wrong file identifier/HTTP URL specified")
        content = files.get("photo") or self.files[name]
        name = name or f"AgAC{next(self._names)}"
        self.files[name] = content
        size = {"file_id": name, "file_unique_id": name[-8:], "width": 720, "height": 1280}
        return self._add(self._into_chat(fields), "photo", content=content) | {"photo": [size]}

    async def send_document(self, fields: dict[str, Any], files: dict[str, bytes]) -> dict[str, Any]:
        return self._add(self._into_chat(fields), "document", content=files["document"])

    async def answer_callback_query(self, fields: dict[str, Any], files: Any) -> bool:
        made = self.taps.get(fields["callback_query_id"])
        if made is None or asyncio.get_running_loop().time() - made > TOO_OLD:
            raise Wrong("Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.taps[fields["callback_query_id"]] = None
        return True

    def told(self, method: str, fields: dict[str, Any]) -> Any:
        """Return, or take, what is shown of the bot before anything is said."""
        what = TEXTS[method[5:]]
        key = (what, fields.get("language_code", ""))
        if method.startswith("set"):
            self.texts[key] = fields[what]
            return True
        return self.texts.get(key, []) if what == "commands" else {what: self.texts.get(key, "")}

    def _into_chat(self, fields: Mapping[str, Any], *, is_said: bool = True) -> int:
        """Return the chat that is written to, if it may be now."""
        chat, now = int(fields["chat_id"]), asyncio.get_running_loop().time()
        if chat in self.blocked:
            raise Wrong("Forbidden: bot was blocked by the user", 403)
        if chat not in self.chats:
            raise Wrong("Bad Request: chat not found")
        into = (self._into[chat], WITHIN, self.into_a_chat)
        for sent, span, most in ((self._sent, 1.0, A_SECOND), *((into,) if is_said else ())):
            while sent and sent[0] < now - span:
                sent.popleft()
            if len(sent) >= most:
                raise Wrong("Too Many Requests: retry after 1", 429, wait=True)
            sent.append(now)
        return chat

    def _add(self, chat: int, kind: str, **content: Any) -> dict[str, Any]:
        seen = Seen(next(self.numbers), kind, **content)
        self.chats[chat].append(seen)
        return {"message_id": seen.number, "date": 1, "chat": {"id": chat, "type": "private"}}

    def _message(self, fields: Mapping[str, Any], *, is_said: bool = True) -> Seen:
        chat, number = self._into_chat(fields, is_said=is_said), int(fields["message_id"])
        seen = next((seen for seen in self.chats[chat] if seen.number == number and seen.by == "bot"), None)
        if seen is None:
            raise Wrong("Bad Request: message to edit not found")
        return seen

    def _edited(self, seen: Seen, fields: dict[str, Any], **content: Any) -> dict[str, Any]:
        if all(getattr(seen, name) == value for name, value in content.items()):
            raise Wrong("Bad Request: message is not modified: specified new message content is exactly the same")
        for name, value in content.items():
            setattr(seen, name, value)
        seen.edits += 1
        return {"message_id": seen.number, "date": 1, "chat": {"id": int(fields["chat_id"]), "type": "private"}}
