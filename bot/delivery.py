"""How a letter leaves: composed with what is attached to it, and put into the Maildir."""

import asyncio
import logging

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
    sender = Sender(site.premises.office.name, site.premises.sender)

    async def send(mail: Mail, about: str) -> None:
        now = site.clock().astimezone(site.premises.office.zone)
        files = [file for attachment in mail.message.attachments if (file := await _file(site, attachment))]
        letter = composed(mail, about=about, sender=sender, now=now, files=files)
        await asyncio.to_thread(deliver, site.maildir, letter, about, now=now)
        site.bell.ring(MAILBOX)

    return send


async def _file(site: Site, attachment: Attachment) -> File | None:
    try:
        return await site.files.file(attachment)
    except Unpainted:
        log.exception("a mail goes without its picture: the words are enough at the counter")
        return None
