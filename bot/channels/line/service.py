"""LINE as one thing: made where its token is set, run beside the web, reached by its webhook alone."""

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from linebot.v3.messaging import ApiException, SetWebhookEndpointRequest
from linebot.v3.webhook import SignatureValidator

from bot.bell import Bell
from bot.card.files import Files
from bot.channels.line.calls import PATIENCE, Calls
from bot.channels.line.complaints import complaint
from bot.channels.line.incoming import Event, Incoming, chat_of, proof, read
from bot.channels.line.letters import Letters
from bot.channels.line.menus import Menus
from bot.channels.line.outgoing import Outgoing, Tokens
from bot.channels.order import Order
from bot.channels.persistent import persistent
from bot.channels.talk import Talk
from bot.metrics import Metrics
from bot.postman import Postman
from bot.rate import Rate
from handlers.language import COUNTER_READS, likely
from handlers.message import Attachment
from handlers.turn import Premises
from storage import talks
from storage.database import Database

ROLE = "LINE"  # what one program does for all that have the same account: its menus, its webhook, its quota
RATE = 200.0  # messages a second: LINE takes 2,000
HOUR = 3600.0  # seconds between two looks at the quota
NEARLY = 0.8  # of the quota
SIGNATURE = "x-line-signature"
log = logging.getLogger("yoyaku.line")


@dataclass(frozen=True, slots=True)
class Account:
    """An account: its token and its secret, where LINE is, and where it is to bring events."""

    token: str
    secret: str
    api: str
    blobs: str
    webhook: str = ""


class Line:
    """The channel: hears events, sends answers and letters."""

    def __init__(
        self, db: Database, premises: Premises, bell: Bell, files: Files, metrics: Metrics, *, account: Account
    ) -> None:
        self._db, self._premises, self._bell, self._files = db, premises, bell, files
        self._account, self._metrics = account, metrics
        self._order = Order()
        self._validator = SignatureValidator(account.secret)
        rate, tokens = Rate(RATE, burst=RATE), Tokens()
        self._calls = Calls(account.token, account.api, account.blobs, rate)
        self._menus = Menus(db, self._calls)
        letters = Letters(db, premises, self._calls, self._where, tokens=tokens, metrics=metrics)
        self._postman = Postman(db, bell, letters.carry, rate=rate, metrics=metrics, channel="line")
        self._out = Outgoing(
            db,
            self._calls,
            premises.office,
            self._where,
            menus=self._menus,
            tokens=tokens,
            deliver=self._postman.deliver,
        )
        self._talk: Talk[Incoming] = Talk(db, premises, self._out, bell=bell, metrics=metrics, channel="line")

    def back(self, token: str) -> str:
        """Return the address of the chat with a message that is written already, and proves by `token`."""
        return f"https://line.me/R/oaMessage/{quote(self._out.name)}/?{quote(proof(token))}" if self._out.name else ""

    def tasks(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """Return what runs beside the web."""
        return self._postman.work(), self._reached(), self._bell.others.lead(ROLE, self._lead)

    def is_genuine(self, body: bytes, headers: Mapping[str, str]) -> bool:
        """Return whether LINE has signed `body`."""
        try:
            return bool(self._validator.validate(body.decode(), headers.get(SIGNATURE, "")))
        except UnicodeError:
            return False

    async def hear(self, event: Event) -> "asyncio.Task[None] | None":
        """Hear an event; return what answers it. Raise Busy or Unavailable."""
        async with self._order.of(repr(event.get("source"))):  # also while they are asked for their language
            try:
                incoming = read(event, await self._language(event))
            except (KeyError, TypeError, AttributeError, ValueError):
                log.exception("an event could not be read")
                return None
            return await self._talk.hear(incoming) if incoming is not None else None

    async def close(self, *, within: float) -> None:
        """Finish what is being answered, and close every connection."""
        await self._talk.close(within)
        await self._calls.close()

    def _where(self, attachment: Attachment) -> str:
        """Return where `attachment` is found, but for its ending; nothing where LINE cannot reach us."""
        if not self._premises.is_public:
            return ""
        return f"{self._premises.url}/card/{self._files.token(attachment)}"

    async def _language(self, event: Event) -> str:
        """Return what whoever speaks for the first time is likely to read."""
        chat, source = chat_of(event), event.get("source") or {}
        is_person = source.get("type") == "user" and event.get("type") != "unfollow"
        if not is_person or event.get("mode") == "standby" or await self._db.read(partial(talks.is_there, chat=chat)):
            return COUNTER_READS
        return likely(await self._calls.language(source["userId"]))

    async def _reached(self) -> None:
        """Learn what the account is called, however long it takes."""

        async def ask() -> None:
            self._out.name = (await self._calls.api.get_bot_info(_request_timeout=PATIENCE)).basic_id

        await persistent(ask, "reach LINE", log=log, complaint=complaint)

    async def _lead(self) -> None:
        """Tell LINE where we are, bring the menus, and look how many messages are left, every hour."""
        await asyncio.gather(
            persistent(self._hooked, "tell LINE where it reaches us", log=log, complaint=complaint),
            persistent(self._menus.bring, "bring the menus to LINE", log=log, complaint=complaint),
            self._count(),
        )

    async def _count(self) -> None:
        """Look at the quota every hour, as long as this program does it."""
        try:
            while True:
                await persistent(self._counted, "ask LINE for its count of messages", log=log, complaint=complaint)
                await asyncio.sleep(HOUR)
        finally:
            self._metrics.quota(None, None)

    async def _hooked(self) -> None:
        api, wanted = self._calls.api, self._account.webhook
        try:
            known = (await api.get_webhook_endpoint(_request_timeout=PATIENCE)).endpoint
        except ApiException as error:
            if error.status != 404:  # there is none
                raise
            known = ""
        if known != wanted:
            asked = SetWebhookEndpointRequest(endpoint=wanted)
            await api.set_webhook_endpoint(asked, _request_timeout=PATIENCE)
        if not (await api.get_webhook_endpoint(_request_timeout=PATIENCE)).active:
            log.warning("LINE brings nothing until “Use webhook” is switched on in its console")

    async def _counted(self) -> None:
        api = self._calls.api
        quota = await api.get_message_quota(_request_timeout=PATIENCE)
        used: int = (await api.get_message_quota_consumption(_request_timeout=PATIENCE)).total_usage
        self._metrics.quota(used, quota.value)
        is_nearly_gone = quota.value is not None and used >= NEARLY * quota.value
        level = logging.WARNING if is_nearly_gone else logging.INFO
        log.log(
            level,
            "LINE: %s messages of this month's %s are used",
            used,
            "unlimited" if quota.value is None else quota.value,
        )
