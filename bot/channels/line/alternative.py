"""What is read of a message where Flex is not shown: in the list of talks, in notifications, on old machines."""

from handlers.language import SOURCE
from handlers.message import Message

LONGEST = 400  # UTF-16 units
STOPS = "。．.!！?？」：:"  # after these a sentence needs no other


def alternative(message: Message, part: int, parts: int, language: str) -> str:
    """Return in sentences of `language` the title of `message`, of several parts perhaps, and what it is about."""
    fields = (f"{field.label}：{' / '.join(map(str, field.lines))}" for field in message.fields)
    about = (*fields, *message.body) if message.keep else (*message.body, *fields)
    title = f"{message.title}（{part}/{parts}）" if parts > 1 else str(message.title)
    stop = "." if language == SOURCE else "。"
    whole = " ".join(_sentence(str(each), stop) for each in (title, *about) if str(each))
    units = whole.encode("utf-16-le")
    return whole if len(units) <= 2 * LONGEST else units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def _sentence(said: str, stop: str) -> str:
    return said if said[-1] in STOPS else said + stop
