"""Mail: a message in words becomes a mail, as text and as HTML, in each language that it is read in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from bot.card.files import File
from bot.plain import plain
from handlers.language import TAGS, counter_first, read_by, words
from handlers.letters.mail import Mail

SMTP = policy.SMTP.clone(max_line_length=76)  # at 78 an encoded word may have 76 characters, one too many
PARTED = "=" * 40 + "\n\n"  # between the languages of a text
_templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the name that people read, and the address."""

    name: str
    address: str


def composed(mail: Mail, *, about: str, sender: Sender, now: datetime, files: Sequence[File] = ()) -> EmailMessage:
    """Return `mail` as it is sent; the same letter is the same each time, but for its dates."""
    spoken = read_by(mail.language)
    said = counter_first(mail.message, mail.language)
    subject = " / ".join(words(mail.subject, language) for language in spoken)
    letter = EmailMessage(policy=SMTP)
    letter["From"] = Address(sender.name, addr_spec=sender.address)
    letter["To"] = Address(addr_spec=mail.address)
    letter["Subject"] = subject
    letter["Date"] = now
    letter["Message-ID"] = f"<{name(about)}@{sender.address.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(PARTED.join(plain(message) for _, message in said), cte="base64")
    html = _templates.get_template("mail.html").render(
        subject=subject, said=[(TAGS[language], message) for language, message in said]
    )
    letter.add_alternative(html, subtype="html", cte="base64")
    for file in files:
        main, _, sub = file.type.partition("/")
        letter.add_attachment(
            file.content, maintype=main, subtype=sub, filename=file.name, params=dict(file.parameters), cte="base64"
        )
    letter["Content-Language"] = ", ".join(
        TAGS[language] for language in spoken
    )  # last: what begins with Content- goes to the first part
    for n, part in enumerate(part for part in letter.walk() if part.is_multipart()):
        part.set_boundary(f"{name(about)}-{n}")
    return letter


def name(about: str) -> str:
    """Return what a letter about `about` is called wherever a name may not say what it is about."""
    return sha256(about.encode()).hexdigest()[:32]
