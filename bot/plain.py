"""A message in words as plain text."""

from handlers.message import Field, Message


def plain(message: Message) -> str:
    """Return `message`, which has become words, as paragraphs."""
    parts = [str(message.title), "\n".join(map(str, message.body))]
    parts.append("\n".join(f"■ {field.label}\n{_indented(field)}" for field in message.fields))
    parts.append("\n".join(map(str, message.after)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _indented(field: Field) -> str:
    return "\n".join(f"　{line}" for line in field.lines)
