"""What an event of LINE says: words, a button, or what is no talk at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.replies import Brought
from handlers.turn import Said

GROUPS = {"group": "groupId", "room": "roomId"}
PROOF = "メール確認"  # begins what is written already when somebody comes back from the mail
Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Incoming(Brought):
    """An event. With its `token` it can be answered, within a minute and once; without, it cannot.

    `is_again`: it was brought before, and may have been answered.
    """

    token: str = ""
    is_again: bool = False

    @property
    def user(self) -> str:
        """Who spoke, as LINE knows them."""
        return self.said.chat.partition(":")[2]


def chat_of(event: Event) -> str:
    """Return the chat of `event`, or nothing: it is of none."""
    source = event.get("source") or {}
    name = source.get(GROUPS.get(source.get("type", ""), "userId"))
    return f"line:{name}" if name else ""


def read(event: Event, language: str) -> Incoming | None:
    """Return what `event` says, or None: nothing that anybody would answer, or nobody who is to be answered by us.

    Whoever speaks for the first time speaks `language`.
    """
    chat = chat_of(event)
    if not chat:
        return None
    is_group = event["source"]["type"] in GROUPS
    kind, token = event["type"], event.get("replyToken") or ""
    update, at = f"line:{event['webhookEventId']}", int(event["timestamp"])
    if kind == "unfollow":
        return Incoming(Said(chat, update), "left", at=at)
    if event.get("mode") == "standby":  # another program talks with them just now
        return None
    if is_group:
        return Incoming(Said(chat, update, language=language), "group", token=token) if token else None
    text, button = _words(event, kind), _data(event, kind)
    if not text and not button:
        return None
    said = Said(chat, update, text=text, button=button, language=language, origin=chat)
    is_again = bool(event.get("deliveryContext", {}).get("isRedelivery"))
    return Incoming(said, at=at, token=token, is_again=is_again)


def proof(token: str) -> str:
    """Return what somebody who comes back from the mail finds written already, and only sends."""
    return f"{PROOF} {token}"


def _words(event: Event, kind: str) -> str:
    """Return what was written, as the talk understands it; nothing where nobody said anything."""
    if kind == "follow":
        return "/welcome" if event.get("follow", {}).get("isUnblocked") else "/menu"
    if kind != "message":
        return ""
    message = event["message"]
    if message["type"] != "text":  # a sticker, a picture, a voice, a place, a file
        return "/unreadable"
    first, *rest = str(message["text"]).split(maxsplit=1) or [""]  # a blank is a word, too
    return f"/verify {rest[0].strip()}" if first == PROOF and rest else str(message["text"])


def _data(event: Event, kind: str) -> str:
    return str(event["postback"]["data"]) if kind == "postback" else ""
