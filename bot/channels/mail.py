"""Mail: a message in words becomes a mail, and goes into the Maildir."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from hashlib import sha256
from pathlib import Path

from handlers.language import in_words, words
from handlers.letters.mail import Mail
from handlers.message import Message

OURS = "yoyaku"  # what the name of a file of ours ends with


def composed(mail: Mail, *, about: str, sender: str, now: datetime) -> EmailMessage:
    """Return `mail` as it is sent; the same letter has the same Message-ID each time."""
    letter = EmailMessage(policy=policy.SMTP)
    letter["From"] = sender
    letter["To"] = mail.address
    letter["Subject"] = words(mail.subject, mail.language)
    letter["Date"] = now
    letter["Message-ID"] = f"<{_name(about)}@{sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text(in_words(mail.message, mail.language)), cte="base64")
    letter["Content-Language"] = mail.language
    return letter


def text(message: Message) -> str:
    """Return a message in words as plain text."""
    parts = [str(message.title), "\n".join(map(str, message.body))]
    parts.append("\n".join(f"■ {field.label}\n{_indented(field.value)}" for field in message.fields))
    parts.append("\n".join(map(str, message.after)))
    return "\n\n".join(part for part in parts if part) + "\n"


def deliver(folder: Path, letter: EmailMessage, about: str, *, now: datetime) -> None:
    """Put `letter` into the Maildir, once, and onto the disk."""
    for part in ("tmp", "new", "cur"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    if any((folder / "new").glob(f"*.{_name(about)}.{OURS}")):
        return
    name = f"{now.timestamp():.6f}.{_name(about)}.{OURS}"
    with (folder / "tmp" / name).open("wb") as file:
        file.write(letter.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    (folder / "tmp" / name).rename(folder / "new" / name)
    directory = os.open(folder / "new", os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


@dataclass(frozen=True, slots=True)
class Shown:
    """A mail as the mailbox shows it."""

    sender: str
    address: str
    subject: str
    date: str
    text: str


def arrived(folder: Path) -> int:
    """Return how many mails are in the Maildir."""
    return sum(1 for _ in (folder / "new").glob(f"*.{OURS}"))


def shown(folder: Path, *, most: int = 50) -> Sequence[Shown]:
    """Return the newest mails of the Maildir, newest first."""
    newest = sorted((folder / "new").glob(f"*.{OURS}"), reverse=True)[:most]
    return [_shown(BytesParser(policy=policy.default).parsebytes(file.read_bytes())) for file in newest]


def _shown(letter: EmailMessage) -> Shown:
    body = letter.get_body(("plain",))
    return Shown(
        sender=str(letter["From"]),
        address=str(letter["To"]),
        subject=str(letter["Subject"]),
        date=f"{letter['Date'].datetime:%Y-%m-%d %H:%M}",
        text=body.get_content().replace("\r\n", "\n") if body is not None else "",
    )


def _indented(value: object) -> str:
    return "\n".join(f"　{line}" for line in (value if isinstance(value, tuple) else (value,)))


def _name(about: str) -> str:
    return sha256(about.encode()).hexdigest()[:32]
