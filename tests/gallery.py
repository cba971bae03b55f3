"""Every screen of the talk as Telegram and as LINE would show it, side by side; a page a transcript and language."""

import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bot.channels.telegram.screen import screen
from handlers.language import LANGUAGES, on_screen
from handlers.message import Message
from tests.handlers.limits import on_line
from tests.handlers.listening import heard_in
from tests.handlers.test_talks import TALKS

SIZES = {"xs": 13, "sm": 14, "md": 16, "lg": 18, "xl": 22, "xxl": 26}  # pixels, as LINE's own
GAPS = {"sm": 4, "md": 8}
STYLE = Path(__file__).with_name("gallery.css").read_text("utf-8")
CSS = {  # of what Flex says, by its own names
    "color": "color",
    "backgroundColor": "background",
    "align": "text-align",
    "weight": "font-weight",
    "decoration": "text-decoration",
    "borderColor": "border: 1px solid; border-color",
    "cornerRadius": "border-radius",
    "paddingAll": "padding",
    "paddingTop": "padding-top",
    "paddingBottom": "padding-bottom",
    "paddingStart": "padding-left",
    "paddingEnd": "padding-right",
    "alignItems": "align-items",
}


def pages(browser: Browser, out: Path) -> int:
    """Write a picture of each transcript in each language; return how many."""
    page = browser.new_page(viewport={"width": 980, "height": 900})
    made = 0
    for path in TALKS:
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:  # which has a loop of its own
            heard = pool.submit(heard_in, path, Path(folder)).result()
        for language in LANGUAGES:
            shown = dict.fromkeys(_both(on_screen(each.message, language), language) for each in heard)
            page.set_content(f"<style>{STYLE}</style><h1>{path.stem} ({language})</h1>{''.join(shown)}")
            page.screenshot(path=out / f"both-{path.stem}-{language}.png", full_page=True)
            made += 1
    page.close()
    return made


def _both(message: Message, language: str) -> str:
    line = "".join(map(_line, on_line(message, language)))
    return f'<section><div class="telegram">{_telegram(message)}</div><div class="line">{line}</div></section>'


def _telegram(message: Message) -> str:
    made = screen(message, 1)
    said = "".join(f'<div class="tg">{part}</div>' for part in made.parts)
    rows = made.buttons.inline_keyboard if made.buttons else ()
    keys = "".join(
        "<div>" + "".join(f'<span class="{b.style or ""}">{escape(b.text)}</span>' for b in row) + "</div>"
        for row in rows
    )
    return f'{said}<div class="keys">{keys}</div>'


def _line(message: Mapping[str, Any]) -> str:
    if message["type"] == "image":
        return '<div class="img">（予約票の画像）</div>'
    bubble = message["contents"]
    return f'<div class="bubble">{"".join(_part(bubble[part]) for part in ("header", "body") if part in bubble)}</div>'


def _part(part: Mapping[str, Any]) -> str:
    style = "; ".join(f"{name}: {value}" for name, value in _style(part))
    match part["type"]:
        case "text":
            return f'<div style="{style}">{escape(part["text"])}</div>'
        case "separator":
            return '<div class="sep" style="margin-top: 8px"></div>'
        case "button":
            is_light = part["style"] == "secondary"
            ground = f"background: {part['color']}; color: {'#111' if is_light else '#fff'}"
            return f'<div class="button" style="flex: 1 1 0; {ground}">{escape(part["action"]["label"])}</div>'
        case _:
            inside = "".join(map(_part, part["contents"]))
            return f'<div class="box {part["layout"]}" style="{style}">{inside}</div>'


def _style(part: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((CSS[name], value) for name, value in part.items() if name in CSS)
    if "size" in part:
        yield "font-size", f"{SIZES[part['size']]}px"
    if "spacing" in part:
        yield "gap", f"{GAPS[part['spacing']]}px"
    yield "flex", "none" if part.get("flex") == 0 else f"{part['flex']} 1 0" if "flex" in part else "1 1 auto"
