"""What every channel can hold: each reply of each test is held against it."""

from bot.channels.line.flex import Json
from bot.channels.line.screen import messages
from bot.channels.telegram.screen import screen
from handlers.message import Message
from tests.bot.line.strict import check_messages
from tests.bot.telegram.strict import checked

BUTTON_VALUE = 64  # bytes; ours is `revision|n`, or a command
LABEL = 20  # UTF-16 units, LINE
TELEGRAM = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
PARTS = 3  # a translated notice is longer than one message, and is split between paragraphs
LONG = 20  # paragraphs: only a notice has more
ROWS = 10


def units(text: object) -> int:
    return len(str(text).encode("utf-16-le")) // 2


def on_line(message: Message, language: str = "ja") -> list[Json]:
    """Return `message`, in words, as LINE is sent it."""
    return list(messages(message, 999999, language, lambda each: f"https://yoyaku.example.jp/card/{'T' * 60}"))


def check(message: Message) -> None:
    """Fail where a message in words does not fit a channel."""
    on_telegram = screen(message, 999999)
    assert len(on_telegram.parts) <= (PARTS if len(message.body) > LONG else 1)
    for part in on_telegram.parts:
        markup = on_telegram.buttons.to_dict() if on_telegram.buttons else {}
        checked("sendMessage", {"text": part, "reply_markup": markup, **TELEGRAM}, {})
    check_messages(on_line(message))
    assert len(message.rows) <= ROWS
    for choice in (*message.choices, *(action for row in message.rows for action in row.actions)):
        assert 0 < units(choice.label) <= LABEL, choice.label
        assert choice.value or choice.command or choice.url or choice.call or choice.copy, choice
        assert len(choice.command.encode("ascii")) <= BUTTON_VALUE
    assert any(choice.value or choice.command for choice in message.choices), "a screen without a way on"
