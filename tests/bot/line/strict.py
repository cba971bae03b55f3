"""What LINE takes of a message, and not a field or a unit more."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from linebot.v3.messaging import Message, RichMenuRequest

Json = dict[str, Any]
LABEL, DATA, SHOWN, URI, COPIED = 20, 300, 300, 1000, 1000
ALTERNATIVE, TEXT, BUBBLE, AT_ONCE = 400, 2000, 30_000, 5
COLOURS = ("color", "backgroundColor", "borderColor")
PICTURE, PREVIEW = 10_000_000, 1_000_000  # bytes


class Wrong(Exception):
    """A call is refused, with the status and the words of LINE's."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.words, self.status = words, status


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_messages(messages: Any) -> None:
    """Refuse what LINE refuses, and what its library would drop in silence."""
    if not isinstance(messages, list) or not 1 <= len(messages) <= AT_ONCE:
        raise Wrong("Size must be between 1 and 5")
    for message in messages:
        if Message.from_dict(message).to_dict() != message:
            raise Wrong("unknown field, or unknown value")
        if message["type"] == "image":
            _check(message["originalContentUrl"].startswith("https://"), "must be https")
            _check(message["previewImageUrl"].startswith("https://"), "must be https")
        else:
            _check(message["type"] == "flex", "everything is Flex")
            _check_flex(message)


def check_menu(menu: Any) -> None:
    if RichMenuRequest.from_dict(menu).to_dict() != menu:
        raise Wrong("unknown field, or unknown value")
    width, height = menu["size"]["width"], menu["size"]["height"]
    _check(800 <= width <= 2500 and height >= 250 and width / height >= 1.45, "size")
    _check(units(menu["chatBarText"]) <= 14 and units(menu["name"]) <= 300, "too long")
    _check(1 <= len(menu["areas"]) <= 20, "areas")
    for area in menu["areas"]:
        bounds = area["bounds"]
        _check(bounds["x"] + bounds["width"] <= width and bounds["y"] + bounds["height"] <= height, "bounds")
        _check_action(area["action"])


def _check(holds: bool, words: str) -> None:
    if not holds:
        raise Wrong(words)


def _check_flex(message: Json) -> None:
    _check(1 <= units(message["altText"]) <= ALTERNATIVE, "altText")
    _check(message["contents"]["type"] == "bubble", "a bubble")
    _check(len(json.dumps(message["contents"])) <= BUBBLE, "too large")
    for part in parts(message["contents"]):
        if part.get("type") == "text":
            _check(1 <= len(part["text"]) <= TEXT, "text")
            _check(part["text"].strip() != "", "text")
        if part.get("type") == "box":
            _check(bool(part["contents"]), "an empty box")
        for colour in COLOURS:
            value = str(part.get(colour, "#000000"))
            _check(len(value) == 7 and value[0] == "#" and value == value.lower(), "colour")
        if "action" in part:
            _check_action(part["action"])


def _check_action(action: Json) -> None:
    check: Mapping[str, Callable[[], bool]] = {
        "postback": lambda: 1 <= len(action["data"]) <= DATA and 1 <= units(action["displayText"]) <= SHOWN,
        "message": lambda: 1 <= units(action["text"]) <= SHOWN,
        "uri": lambda: action["uri"].startswith(("https://", "tel:")) and len(action["uri"]) <= URI,
        "clipboard": lambda: 1 <= len(action["clipboardText"]) <= COPIED,
    }
    _check(check[action["type"]](), f"{action['type']} action")
    _check(1 <= units(action["label"]) <= LABEL, f"label {action['label']}")


def parts(node: Any) -> Iterator[Json]:
    """Return every object within a bubble that is not an action."""
    if isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key != "action":
                yield from parts(value)
    elif isinstance(node, list):
        for each in node:
            yield from parts(each)
