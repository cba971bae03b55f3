"""What people do on LINE, on a phone or a PC, and the events that tell of it."""

import base64
import hashlib
import hmac
import json
import time
from collections import defaultdict
from itertools import count
from typing import Any

from tests.bot.line.strict import Json, parts

SECRET = "0123456789abcdef" * 2
Event = dict[str, Any]


class People:
    """Chats, by the user; `clock` tells how old a token is."""

    def __init__(self) -> None:
        self.chats: defaultdict[str, list[Json]] = defaultdict(list)
        self.languages: dict[str, str] = {}
        self.blocked: set[str] = set()
        self.tokens: dict[str, tuple[str, float]] = {}
        self.numbers = count(1)
        self.late = 0.0  # seconds by which tokens are older than they are

    def follows(self, user: str, *, language: str = "ja", again: bool = False) -> Event:
        self.languages[user] = language
        self.blocked.discard(user)
        return self.event(user, {"type": "follow", "follow": {"isUnblocked": again}})

    def blocks(self, user: str) -> Event:
        self.blocked.add(user)
        return self.event(user, {"type": "unfollow"}, has_token=False)

    def writes(self, user: str, text: str) -> Event:
        self.chats[user].append({"by": user, "text": text})
        return self.event(user, {"type": "message", "message": {"type": "text", "id": "1", "text": text}})

    def sends(self, user: str, kind: str) -> Event:
        return self.event(user, {"type": "message", "message": {"type": kind, "id": "2"}})

    def taps(self, user: str, label: str, *, among: list[Json] | None = None) -> Event:
        """Press the button called `label`, of the last message unless another is given; `label#2` is the second."""
        wanted, _, nth = label.partition("#")
        actions = [each for each in actions_of(among or [self.last(user)]) if each["label"] == wanted]
        assert actions, f"no {label} in {[each['label'] for each in actions_of(among or [self.last(user)])]}"
        action = actions[int(nth or 1) - 1]
        assert action["type"] == "postback", action
        self.chats[user].append({"by": user, "text": action["displayText"]})
        return self.event(user, {"type": "postback", "postback": {"data": action["data"]}})

    def event(self, user: str, more: Event, *, source: Json | None = None, has_token: bool = True) -> Event:
        number = next(self.numbers)
        made: Event = {
            "webhookEventId": f"01H{number:023}",
            "mode": "active",
            "timestamp": 1_795_000_000_000 + number,
            "source": source or {"type": "user", "userId": user},
            "deliveryContext": {"isRedelivery": False},
            **more,
        }
        if has_token:
            made["replyToken"] = f"token{number}"
            self.tokens[made["replyToken"]] = (user, time.monotonic())
        return made

    def take_token(self, token: str, held: float) -> str | None:
        """Return whose chat a token is of, once and while it holds."""
        chat, made = self.tokens.pop(token, ("", 0.0))
        return chat if chat and time.monotonic() - made + self.late <= held else None

    def said(self, user: str) -> list[Json]:
        return [message for message in self.chats[user] if message["by"] == "bot"]

    def last(self, user: str) -> Json:
        """Return the Flex message that was said last."""
        return next(message for message in reversed(self.said(user)) if message["type"] == "flex")

    def text(self, user: str) -> str:
        return text_of(self.last(user))

    def labels(self, user: str) -> list[str]:
        return [action["label"] for action in actions_of([self.last(user)])]


def body_of(*events: Event, secret: str = SECRET) -> tuple[bytes, str]:
    """Return a webhook's body, and its signature."""
    body = json.dumps({"destination": "U0", "events": events}, ensure_ascii=False).encode()
    return body, signed(body, secret)


def signed(body: bytes, secret: str = SECRET) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def text_of(message: Json) -> str:
    """Return what is read in a Flex message."""
    return "\n".join(part["text"] for part in parts(message["contents"]) if part.get("type") == "text")


def actions_of(messages: list[Json]) -> list[Json]:
    """Return what can be pressed, as it works on a PC too."""
    return [part["action"] for message in messages for part in parts(message["contents"]) if "action" in part]
