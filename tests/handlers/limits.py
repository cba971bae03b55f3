"""What every channel can hold: each reply of each test is held against it."""

from handlers.message import Message

BUTTON_VALUE = 64  # bytes; ours is `revision|n`, or a command
LABEL = 20  # UTF-16 units, LINE
TEXT = 4096  # Telegram
BUTTONS = 100  # Telegram
ROWS = 10


def units(text: object) -> int:
    return len(str(text).encode("utf-16-le")) // 2


def check(message: Message) -> None:
    """Fail where a message in words does not fit a channel."""
    texts = [message.title, *message.body, *message.after]
    for field in message.fields:
        texts += [field.label, *(field.value if isinstance(field.value, tuple) else (field.value,))]
    texts += [part for row in message.rows for part in (row.text, row.note or "")]
    assert sum(units(text) + 1 for text in texts) <= TEXT
    assert len(message.buttons) <= BUTTONS
    assert len(message.rows) <= ROWS
    for choice in (*message.choices, *(action for row in message.rows for action in row.actions)):
        assert 0 < units(choice.label) <= LABEL, choice.label
        assert choice.value or choice.url or choice.call or choice.copy, choice
        assert len(f"999999|{len(message.buttons)}".encode()) <= BUTTON_VALUE
    assert any(choice.value for choice in message.choices), "a screen without a way on"
