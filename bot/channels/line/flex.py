"""Flex: the parts of which LINE composes a message, each as LINE's JSON has it."""

from collections.abc import Sequence
from typing import Any, Literal
from unicodedata import east_asian_width

Json = dict[str, Any]
INK, SOFT, GREY, WHITE, PALE = "#17201b", "#4b5750", "#6b6b6b", "#ffffff", "#e7ece9"
GREEN, RED = "#14532d", "#9f1d1d"
LONGEST = 2000  # characters of one text
Size = Literal["xs", "sm", "md", "lg", "xl", "xxl"]


def text(said: str, *, size: Size = "sm", color: str = INK, **more: Any) -> Json:
    """Return a text, as large as its reader has set; it is wrapped where it is longer than a line."""
    return {"type": "text", "text": said, "wrap": True, "scaling": True, "size": size, "color": color, **more}


def bold(said: str, *, size: Size = "sm", color: str = INK, **more: Any) -> Json:
    """Return a text that stands out."""
    return text(said, size=size, color=color, weight="bold", **more)


def column(contents: Sequence[Json], **more: Any) -> Json:
    """Return what stands one below the other."""
    return {"type": "box", "layout": "vertical", "contents": list(contents), **more}


def line(contents: Sequence[Json], **more: Any) -> Json:
    """Return what stands side by side."""
    return {"type": "box", "layout": "horizontal", "contents": list(contents), **more}


def button(action: Json, *, style: str = "secondary", color: str = PALE, **more: Any) -> Json:
    """Return a button; a label that does not fit is written smaller."""
    look = {"style": style, "color": color, "height": "sm", "adjustMode": "shrink-to-fit", "scaling": True}
    return {"type": "button", "action": action, **look, **more}


def small(said: str, action: Json, color: str) -> Json:
    """Return a small button, beside a line."""
    frame = {"borderWidth": "1px", "borderColor": color, "cornerRadius": "6px"}
    room = {"paddingTop": "8px", "paddingBottom": "8px", "paddingStart": "10px", "paddingEnd": "10px"}
    return column([text(said, color=color, align="center")], action=action, flex=0, **frame, **room)


def way(said: str, action: Json, flex: int) -> Json:
    """Return a word that leads elsewhere, with room for a thumb."""
    room = {"paddingTop": "10px", "paddingBottom": "10px"}
    return column([text(said, color=SOFT, align="center", decoration="underline")], action=action, flex=flex, **room)


def separator() -> Json:
    """Return a line between what was said and what can be answered."""
    return {"type": "separator", "margin": "md"}


def bubble(body: Sequence[Json], *, head: Sequence[Json] = (), ground: str = GREEN) -> Json:
    """Return a bubble; what stands in its `head` stands on `ground`."""
    made: Json = {"type": "bubble", "size": "giga", "body": column(body, spacing="md", paddingAll="16px")}
    if head:
        made["header"] = column(head, backgroundColor=ground, paddingAll="16px")
    return made


def message(alternative: str, contents: Json) -> Json:
    """Return a message; `alternative` is read where Flex is not shown: in lists and notifications."""
    return {"type": "flex", "altText": alternative, "contents": contents}


def picture(url: str) -> Json:
    """Return a picture, to be opened, kept and passed on."""
    return {"type": "image", "originalContentUrl": url, "previewImageUrl": url}


def postback(label: str, data: str, shown: str = "") -> Json:
    """Return what brings `data`; in the chat it reads as `shown`, or as the label."""
    return {"type": "postback", "label": label, "data": data, "displayText": shown or label}


def uri(label: str, address: str) -> Json:
    """Return what opens an address: a page, or a telephone."""
    return {"type": "uri", "label": label, "uri": address}


def clipboard(label: str, copied: str) -> Json:
    """Return what copies a text."""
    return {"type": "clipboard", "label": label, "clipboardText": copied}


def broad(said: str) -> int:
    """Return how many columns `said` takes: a full-width character two."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in said)
