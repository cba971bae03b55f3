"""How a letter leaves: composed with what is attached to it, and put into the Maildir."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime

from bot.card.files import File
from bot.card.picture import Unpainted
from bot.channels.mail import Sender, composed
from bot.channels.maildir import deliver
from bot.postman import Send
from bot.web.mailbox import MAILBOX
from bot.web.site import Site
from handlers.letters.mail import Mail
from handlers.message import Attachment

log = logging.getLogger("yoyaku.delivery")


def into_maildir(site: Site) -> Send:
    """Return what sends a mail of `site`."""

    async def send(mail: Mail, about: str) -> None:
        now = site.clock().astimezone(site.premises.office.zone)
        files = [file for attachment in mail.message.attachments if (file := await _file(site, attachment))]
        await asyncio.to_thread(_post, site, mail, about, now, files)
        site.bell.ring(MAILBOX)

    return send


def _post(site: Site, mail: Mail, about: str, now: datetime, files: Sequence[File]) -> None:
    sender = Sender(site.premises.office.name, site.premises.sender)
    deliver(site.maildir, composed(mail, about=about, sender=sender, now=now, files=files), about, now=now)


async def _file(site: Site, attachment: Attachment) -> File | None:
    try:
        return await site.files.file(attachment)
    except Unpainted:
        log.exception("a mail goes without its picture: the words are enough at the counter")
        return None
