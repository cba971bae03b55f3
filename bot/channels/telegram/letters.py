"""What is said unasked on Telegram: words, and after them the files that belong to them, each a letter of its own."""

from contextlib import suppress
from functools import partial
from hashlib import blake2b
from typing import Literal, cast

from bot.bell import Bell
from bot.card.files import File, Files
from bot.card.picture import Unpainted
from bot.card.sheet import sheet
from bot.channels.posting import post_of
from bot.channels.telegram.calls import Calls, Refused
from bot.channels.telegram.outgoing import put_files
from bot.channels.telegram.screen import screen
from bot.channels.unsent import Undeliverable, Unsent
from bot.marking import marked
from bot.postman import LETTERS
from handlers.card import Card
from handlers.language import on_screen
from handlers.letters.mail import Post
from handlers.message import Attachment
from handlers.turn import Premises
from storage import shown, talks
from storage.database import Busy, Database, Transaction, Unavailable
from storage.letters import FILES, Letter


class Letters:
    """Carries letters into chats of Telegram."""

    def __init__(self, db: Database, premises: Premises, bell: Bell, calls: Calls, files: Files) -> None:
        self._db, self._premises, self._bell, self._calls, self._files = db, premises, bell, calls, files

    async def carry(self, letter: Letter) -> bool:
        """Word `letter` and send it; return False where it is of no use any more."""
        try:
            return await (self._file(letter) if letter.kind in FILES else self._words(letter))
        except Refused as error:
            raise Undeliverable(f"refused: {error}") from None

    async def _words(self, letter: Letter) -> bool:
        def found(tx: Transaction) -> tuple[Post | None, str]:
            return post_of(tx, self._premises, letter), talks.language_of(tx, letter.chat)

        said, language = await self._db.read(found)
        if said is None:
            return False
        made = screen(on_screen(said.message, language), 0)
        for n, part in enumerate(made.parts, 1):
            await self._calls.say(_chat(letter), part, made.buttons if n == len(made.parts) else None)
        attached = said.message.attachments
        if attached:
            await marked(self._db, partial(put_files, chat=letter.chat, said_with=letter.id, files=attached))
            self._bell.ring(LETTERS)
        return True

    async def _file(self, letter: Letter) -> bool:
        subject, _, _ = letter.subject.partition(" ")
        booking, _, version = subject.partition(":")
        attachment = Attachment(cast("Literal['card', 'calendar']", letter.kind), booking, int(version))
        card = await self._files.card(attachment)
        if card is None:
            return False
        if await self._db.read(partial(talks.agent_of, chat=letter.chat)) != card.booking.agent:
            raise Undeliverable("signed out")
        if letter.kind == "card":
            await self._picture(_chat(letter), attachment, card)
        else:
            file = await self._made(attachment)
            await self._calls.file(_chat(letter), file.content, file.name)
        return True

    async def _picture(self, chat: int, attachment: Attachment, card: Card) -> None:
        """Send the card's picture: by what Telegram calls it, where they have it already."""
        digest = blake2b(repr(sheet(card)).encode(), digest_size=16).hexdigest()
        known = await self._db.read(partial(shown.upload, digest=digest))
        if known:
            try:
                await self._calls.picture(chat, known, "")
            except Refused:  # they do not have it any more
                await self._db.run(partial(shown.put_upload, digest=digest, file=""))
            else:
                return
        file = await self._made(attachment)
        name = await self._calls.picture(chat, file.content, file.name)
        with suppress(Busy, Unavailable):  # it is brought anew next time
            await self._db.run(partial(shown.put_upload, digest=digest, file=name))

    async def _made(self, attachment: Attachment) -> File:
        try:
            file = await self._files.file(attachment)
        except Unpainted as error:
            raise Unsent(f"unpainted: {error}") from None
        if file is None:
            raise Undeliverable("it is void by now")
        return file


def _chat(letter: Letter) -> int:
    return int(letter.chat.partition(":")[2])
