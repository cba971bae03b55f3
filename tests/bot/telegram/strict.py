"""What the Bot API takes of a call, and not a field or a unit more."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

TEXT = {"chat_id", "text", "parse_mode", "reply_markup", "link_preview_options"}
METHODS: Mapping[str, set[str]] = {
    "getMe": set(),
    "getUpdates": {"offset", "limit", "timeout", "allowed_updates"},
    "setWebhook": {"url", "secret_token", "allowed_updates", "max_connections"},
    "deleteWebhook": {"drop_pending_updates"},
    "getWebhookInfo": set(),
    "sendMessage": TEXT,
    "editMessageText": TEXT | {"message_id"},
    "editMessageReplyMarkup": {"chat_id", "message_id", "reply_markup"},
    "sendPhoto": {"chat_id", "photo"},
    "sendDocument": {"chat_id", "document"},
    "answerCallbackQuery": {"callback_query_id"},
    "getMyCommands": {"language_code"},
    "setMyCommands": {"commands", "language_code"},
    **{f"getMy{what}": {"language_code"} for what in ("Name", "Description", "ShortDescription")},
    "setMyName": {"name", "language_code"},
    "setMyDescription": {"description", "language_code"},
    "setMyShortDescription": {"short_description", "language_code"},
}
LONGEST = {"name": 64, "description": 512, "short_description": 120}
ACTIONS = {"callback_data", "url", "copy_text"}


class Wrong(Exception):
    """A call is refused."""

    def __init__(self, words: str, status: int = 400, *, wait: bool = False) -> None:
        super().__init__(words)
        self.words, self.status, self.wait = words, status, int(wait)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def checked(method: str, fields: dict[str, Any], files: Mapping[str, bytes]) -> None:
    """Refuse what the Bot API refuses; add what a person would read, and the buttons."""
    more = set(fields) - METHODS[method]
    if more:
        raise Wrong(f"Bad Request: unknown fields {sorted(more)}")
    if "text" in METHODS[method]:
        _check_text(fields)
    if "reply_markup" in METHODS[method]:
        markup = fields.get("reply_markup") or {"inline_keyboard": []}
        fields["buttons"] = _rows(markup if isinstance(markup, dict) else json.loads(markup))
    for name, most in LONGEST.items():
        if units(str(fields.get(name, ""))) > most:
            raise Wrong(f"Bad Request: {name} is too long")
    if any(not 1 <= units(command["description"]) <= 256 for command in fields.get("commands", [])):
        raise Wrong("Bad Request: a command is too long")
    if any(len(content) > 10_000_000 for content in files.values()):
        raise Wrong("Request Entity Too Large", 413)


def _check_text(fields: dict[str, Any]) -> None:
    fields["plain"] = plain(str(fields["text"]))
    if not 1 <= units(fields["plain"].strip()) <= 4096:
        raise Wrong("Bad Request: message is too long, or empty")
    if fields.get("parse_mode") != "HTML" or not fields.get("link_preview_options", {}).get("is_disabled"):
        raise Wrong("Bad Request: no HTML, or with previews")


def _rows(markup: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = markup["inline_keyboard"]
    if set(markup) != {"inline_keyboard"} or sum(map(len, rows)) > 100 or any(not 1 <= len(row) <= 8 for row in rows):
        raise Wrong("Bad Request: too many buttons")
    for button in (button for row in rows for button in row):
        (action,) = set(button) & ACTIONS
        if set(button) - ACTIONS - {"text", "style"} or not button["text"]:
            raise Wrong("Bad Request: BUTTON_INVALID")
        if button.get("style", "danger") not in ("danger", "success", "primary"):
            raise Wrong("Bad Request: unknown style")
        value = button[action]
        if action == "callback_data" and not 1 <= len(value.encode()) <= 64:
            raise Wrong("Bad Request: BUTTON_DATA_INVALID")
        if action == "url" and not value.startswith("https://"):
            raise Wrong("Bad Request: BUTTON_URL_INVALID")
        if action == "copy_text" and not 1 <= len(value["text"]) <= 256:
            raise Wrong("Bad Request: BUTTON_COPY_TEXT_INVALID")
    return rows


def plain(html: str) -> str:
    """Return what is read of `html`; refuse what Telegram cannot parse."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.opened:
        raise Wrong("Bad Request: can't parse entities: can't find end tag")
    return "".join(reader.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in ("b", "i", "u", "s", "code", "pre", "a"):
            raise Wrong(f"Bad Request: can't parse entities: unsupported start tag {tag}")
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            raise Wrong("Bad Request: can't parse entities: unexpected end tag")

    def handle_data(self, data: str) -> None:
        self.text.append(data)
