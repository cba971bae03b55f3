"""The Maildir: where mails go while none leaves the machine, and where the mailbox looks."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import lru_cache
from pathlib import Path

from bot.card.files import File
from bot.channels.mail import name as name_of

OURS = "yoyaku"  # what the name of a file of ours ends with


def deliver(folder: Path, letter: EmailMessage, about: str, *, now: datetime) -> None:
    """Put `letter` into the Maildir, once, and onto the disk."""
    for part in ("tmp", "new", "cur"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    if any((folder / "new").glob(f"*.{name_of(about)}.{OURS}")):
        return
    name = f"{now.timestamp():.6f}.{name_of(about)}.{OURS}"
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
    """A mail as the mailbox shows it; `key` names it, `files` are the names of what is attached."""

    key: str
    sender: str
    address: str
    subject: str
    date: datetime
    text: str
    html: str
    files: tuple[File, ...]


def arrived(folder: Path) -> int:
    """Return how many mails are in the Maildir."""
    return sum(1 for _ in (folder / "new").glob(f"*.{OURS}"))


def shown(folder: Path, *, most: int = 50) -> Sequence[Shown]:
    """Return the newest mails of the Maildir, newest first."""
    return [_shown(file) for file in sorted((folder / "new").glob(f"*.{OURS}"), reverse=True)[:most]]


def find(folder: Path, key: str) -> Shown | None:
    """Return the mail whose key is `key`, or None."""
    found = next((folder / "new").glob(f"*.{key}.{OURS}"), None) if key.isalnum() else None
    return _shown(found) if found is not None else None


@lru_cache(64)
def _shown(file: Path) -> Shown:
    letter = BytesParser(policy=policy.default).parsebytes(file.read_bytes())
    return Shown(
        key=file.name.split(".")[-2],
        sender=str(letter["From"]),
        address=str(letter["To"]),
        subject=str(letter["Subject"]),
        date=letter["Date"].datetime,
        text=_body(letter, "plain"),
        html=_body(letter, "html"),
        files=tuple(
            File(part.get_filename() or "", part.get_content_type(), bytes(part.get_payload(decode=True)))
            for part in letter.iter_attachments()
        ),
    )


def _body(letter: EmailMessage, kind: str) -> str:
    body = letter.get_body((kind,))
    return body.get_content().replace("\r\n", "\n") if body is not None else ""
