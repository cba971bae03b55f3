"""How a letter leaves: composed with what is attached to it, and sent, or put into the Maildir of the trial."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.message import EmailMessage

from bot.bell import Bell
from bot.card.files import File
from bot.card.picture import Unpainted
from bot.channels import webchat
from bot.channels.mail import Sender, composed
from bot.channels.maildir import deliver
from bot.channels.posting import post_of
from bot.channels.smtp import Smtp
from bot.channels.unsent import Undeliverable
from bot.postman import Carry
from bot.web.mailbox import MAILBOX
from bot.web.site import Site
from handlers.letters.mail import Mail
from handlers.letters.worded import worded
from handlers.message import Attachment
from handlers.turn import Premises
from storage.database import Database, Transaction
from storage.letters import Letter

Send = Callable[[Mail, str], Awaitable[None]]
log = logging.getLogger("yoyaku.delivery")


def by_mail(db: Database, premises: Premises, send: Send) -> Carry:
    """Return what carries letters that go by mail, each sent by `send`."""

    async def carry(letter: Letter) -> bool:
        mail = await db.read(lambda tx: worded(tx, premises, letter))
        if mail is None:
            return False
        await send(mail, letter.about)
        return True

    return carry


def into_web_chat(db: Database, premises: Premises, bell: Bell) -> Carry:
    """Return what carries letters into web chats: words and bubble in one transaction."""

    async def carry(letter: Letter) -> bool:
        def work(tx: Transaction) -> bool:
            tx.lock("chat", letter.chat)
            said = post_of(tx, premises, letter)
            if said is not None:
                webchat.post(tx, letter, said)
            return said is not None

        was_said = await db.run(work)
        bell.ring(letter.chat)
        return was_said

    return carry


async def nowhere(letter: Letter) -> bool:
    """Carry nothing: the channel of `letter` does not run any more."""
    raise Undeliverable(f"the channel {letter.channel} does not run")


def into_maildir(site: Site) -> Send:
    """Return what sends a mail of `site`."""

    async def send(mail: Mail, about: str) -> None:
        now, letter = await _letter(site, mail, about)
        await asyncio.to_thread(deliver, site.maildir, letter, about, now=now)
        site.bell.ring(MAILBOX)

    return send


def by_smtp(site: Site, smtp: Smtp) -> Send:
    """Return what sends a mail of `site` over `smtp`."""

    async def send(mail: Mail, about: str) -> None:
        _, letter = await _letter(site, mail, about)
        await smtp.send(letter)

    return send


async def _letter(site: Site, mail: Mail, about: str) -> tuple[datetime, EmailMessage]:
    """Return `mail` as it is sent, and when."""
    now = site.clock().astimezone(site.premises.office.zone)
    files = [file for attachment in mail.message.attachments if (file := await _file(site, attachment))]
    sender = Sender(site.premises.office.name, site.premises.sender)
    return now, await asyncio.to_thread(composed, mail, about=about, sender=sender, now=now, files=files)


async def _file(site: Site, attachment: Attachment) -> File | None:
    try:
        return await site.files.file(attachment)
    except Unpainted:
        log.exception("a mail goes without its picture: the words are enough at the counter")
        return None
