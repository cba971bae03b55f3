"""Telegram as one thing: made where its token is set, run beside the web, reached by polling or by a webhook."""

import asyncio
import hmac
import logging
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

from telegram import Bot, Update

from bot.bell import Bell
from bot.card.files import Files
from bot.channels.persistent import persistent
from bot.channels.talk import Talk
from bot.channels.telegram.calls import Calls, Paces
from bot.channels.telegram.complaints import complaint
from bot.channels.telegram.http import PATIENCE, Http, fields
from bot.channels.telegram.incoming import UPDATES, Incoming, read
from bot.channels.telegram.introduction import introduce
from bot.channels.telegram.letters import Letters
from bot.channels.telegram.outgoing import Outgoing
from bot.channels.telegram.polling import Poller
from bot.metrics import Metrics
from bot.postman import Postman
from bot.rate import Rate
from handlers.turn import Premises
from storage.database import Database

ROLE = "Telegram"  # what one program does for all that have the same bot: letters, and asking for updates
RATE = 25.0  # messages a second: Telegram takes 30 of a bot
CONNECTIONS = 40  # webhooks at once
SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105  the header's name
log = logging.getLogger("yoyaku.telegram")


@dataclass(frozen=True, slots=True)
class Account:
    """A bot: its token, where Telegram is, and where it is to bring updates; nowhere: it is asked for them."""

    token: str
    api: str
    webhook: str = ""
    secret: str = ""

    def secret_of(self, premises: Premises) -> str:
        """Return what Telegram says with each update, so that nobody else brings any."""
        return self.secret or hmac.new(premises.secret, b"telegram webhook", sha256).hexdigest()


class Telegram:
    """The channel: hears updates, sends answers and letters."""

    def __init__(
        self, db: Database, premises: Premises, bell: Bell, files: Files, metrics: Metrics, *, account: Account
    ) -> None:
        self._account, self._premises, self._bell = account, premises, bell
        self.secret = account.secret_of(premises)
        self._http, self._polls = Http(), Http(connections=2)
        base = f"{account.api}/bot"
        self._bot = Bot(account.token, base_url=base, request=self._http, get_updates_request=self._polls)
        rate, paces = Rate(RATE, share=bell.others.share), Paces()
        letters = Letters(db, premises, bell, Calls(self._bot, rate, paces, are_answers=False), files)
        self._postman = Postman(db, bell, letters.carry, rate=rate, metrics=metrics, channel="telegram")
        calls = Calls(self._bot, rate, paces, are_answers=True)
        self._out = Outgoing(db, bell, calls, premises.office, self._postman.deliver)
        self._talk: Talk[Incoming] = Talk(db, premises, self._out, bell=bell, metrics=metrics, channel="telegram")

    @property
    def name(self) -> str:
        """What the bot is called; nothing, until Telegram was reached."""
        return self._out.name

    def back(self, token: str) -> str:
        """Return the address of the chat with a button that proves by `token`."""
        return f"https://t.me/{self.name}?start={token}" if self.name else ""

    def is_genuine(self, body: bytes, headers: Mapping[str, str]) -> bool:  # noqa: ARG002  the secret says it
        """Return whether `headers` carry what Telegram alone knows."""
        return hmac.compare_digest(headers.get(SECRET, "").encode(), self.secret.encode())

    def tasks(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """Return what runs beside the web."""
        return self._bell.others.lead(ROLE, self._lead), self._reached()

    async def hear(self, update: Mapping[str, Any]) -> "asyncio.Task[None] | None":
        """Hear an update that was brought here; return what answers it. Raise Busy or Unavailable."""
        try:
            incoming = read(Update.de_json(dict(update), None))
        except Exception:
            log.exception("an update could not be read")
            return None
        if incoming is None:
            return None
        if incoming.query:
            self._talk.begin(self._out.tapped(incoming))
        return await self._talk.hear(incoming)

    async def close(self, *, within: float) -> None:
        """Finish what is being answered, and close every connection."""
        await self._talk.close(within)
        await self._http.shutdown()
        await self._polls.shutdown()

    async def _reached(self) -> None:
        """Learn what the bot is called, however long it takes."""
        await persistent(self._named, "reach Telegram", log=log, complaint=complaint)

    async def _lead(self) -> None:
        """Send letters; tell Telegram what changed; ask for updates where none are brought."""
        await asyncio.gather(self._postman.work(), self._run())

    async def _run(self) -> None:
        await persistent(self._reach, "reach Telegram", log=log, complaint=complaint)
        log.info("Telegram: @%s, by %s", self.name, "webhook" if self._account.webhook else "polling")
        polling = () if self._account.webhook else (Poller(self._asked, self.hear).poll(),)
        await asyncio.gather(introduce(self._bot, self._premises.office), *polling)

    async def _asked(self, offset: int, wait: int) -> Sequence[Mapping[str, Any]]:
        """Return updates as they are: one that the library cannot read holds up no other."""
        asked = fields(offset=offset, timeout=wait, allowed_updates=UPDATES)
        found = await self._polls.post(f"{self._bot.base_url}/getUpdates", asked, read_timeout=wait + PATIENCE)
        return cast("list[Mapping[str, Any]]", found)  # whatever the library says that it is

    async def _named(self) -> None:
        if not self.name:
            self._out.name = (await self._bot.get_me()).username or ""

    async def _reach(self) -> None:
        await self._named()
        wanted, known = self._account.webhook, await self._bot.get_webhook_info()
        if wanted:
            wanted += f"?s={sha256(self.secret.encode()).hexdigest()[:8]}"  # so that another secret differs
        if known.url == wanted and (not wanted or set(known.allowed_updates) == set(UPDATES)):
            return
        if wanted:
            await self._bot.set_webhook(
                wanted, secret_token=self.secret, allowed_updates=UPDATES, max_connections=CONNECTIONS
            )
        else:
            await self._bot.delete_webhook()
