"""What every channel can hold: each reply of each test is held against it."""

from handlers.message import Message

BUTTON_VALUE = 64  # bytes; ours is `revision|n`, or a command
LABEL = 20  # UTF-16 units, LINE
TEXT = 4096  # Telegram
PARTS = 3  # a translated notice is longer than one message, and is split between paragraphs
LONG = 20  # paragraphs: only a notice has more
BUTTONS = 100  # Telegram
ROWS = 10


def units(text: object) -> int:
    return len(str(text).encode("utf-16-le")) // 2


def _parts(texts: list[object]) -> int:
    """Return how many messages `texts` fill, split between them."""
    parts, room = 1, TEXT
    for text in texts:
        length = units(text) + 1
        assert length <= TEXT
        if length > room:
            parts, room = parts + 1, TEXT
        room -= length
    return parts


def check(message: Message) -> None:
    """Fail where a message in words does not fit a channel."""
    texts: list[object] = [message.title, *message.body, *message.after]
    for field in message.fields:
        texts += [field.label, *(field.value if isinstance(field.value, tuple) else (field.value,))]
    texts += [part for row in message.rows for part in (row.text, row.note or "")]
    assert _parts(texts) <= (PARTS if len(message.body) > LONG else 1)
    assert len(message.buttons) <= BUTTONS
    assert len(message.rows) <= ROWS
    for choice in (*message.choices, *(action for row in message.rows for action in row.actions)):
        assert 0 < units(choice.label) <= LABEL, choice.label
        assert choice.value or choice.command or choice.url or choice.call or choice.copy, choice
        assert len(choice.command.encode("ascii")) <= BUTTON_VALUE
        assert len(f"999999|{len(message.buttons)}".encode()) <= BUTTON_VALUE
    assert any(choice.value or choice.command for choice in message.choices), "a screen without a way on"
