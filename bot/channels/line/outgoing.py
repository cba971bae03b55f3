"""What answers an event: a reply, which is free, may be sent once, and soon; or, of what was done, a push."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from bot.channels.line.calls import Calls, Refused, Stale
from bot.channels.line.flex import Json
from bot.channels.line.incoming import Incoming
from bot.channels.line.menus import Menus
from bot.channels.line.screen import Where, messages
from bot.channels.unsent import Uncertain, Unsent
from bot.marking import marked
from handlers.conversation import Heard
from handlers.language import COUNTER_READS, in_words, on_screen
from handlers.message import Choice, Message
from handlers.phrases import lines, pages
from rules.model import Office
from storage import shown, talks
from storage.database import Database
from storage.letters import Letter
from storage.shown import Shown

FRESH = 40.0  # seconds within which a token surely holds, where it came at once
PAUSES = (0.3, 1.0, 3.0, 6.0)  # seconds between tries: a token holds for a minute
log = logging.getLogger("yoyaku.line")


class Tokens:
    """Which letters answer something, and by which token."""

    def __init__(self) -> None:
        self._tokens: dict[str, str] = {}

    def keep(self, letter: Letter, token: str) -> None:
        """Let `letter` be the reply to what brought `token`."""
        self._tokens[letter.id] = token

    def take(self, letter: Letter) -> str:
        """Return by which token `letter` is to be sent, once; nothing where it answers nothing."""
        return self._tokens.pop(letter.id, "")


class Outgoing:
    """Sends answers; letters that are answers go by `deliver`, with their token in `tokens`."""

    def __init__(
        self,
        db: Database,
        calls: Calls,
        office: Office,
        where: Where,
        *,
        menus: Menus,
        tokens: Tokens,
        deliver: Callable[[Letter], Awaitable[None]],
    ) -> None:
        self._db, self._calls, self._office, self._where = db, calls, office, where
        self._menus, self._tokens, self._deliver = menus, tokens, deliver
        self.name = ""  # what the account is called, once LINE has said so

    async def answer(self, incoming: Incoming, heard: Heard, before: Shown | None) -> None:
        """Show the screen of `heard` below everything else: on LINE nothing is edited."""
        made = messages(on_screen(heard.message, heard.language), heard.revision, heard.language, self._where)
        try:
            stands = await replied(self._calls, incoming.token, made, is_again=incoming.is_again)
        except Refused as error:
            reference = secrets.token_hex(4)
            log.error("LINE refuses a screen: %s: reference %s", error, reference)  # noqa: TRY400  it says it all
            await self.trouble(incoming, heard.language, reference)
            return
        if stands:
            await marked(self._db, partial(shown.put, shown=Shown(incoming.said.chat, heard.revision)))
        if heard.is_translated or (before is None and heard.language != COUNTER_READS):
            await self._menus.show(incoming.user, heard.language)

    async def tell(
        self,
        incoming: Incoming,
        heard: Heard,  # noqa: ARG002  nothing above is changed
        before: Shown | None,  # noqa: ARG002
        answering: Sequence[Letter],
    ) -> None:
        """Send the letters `answering`, the first as the reply."""
        if answering and incoming.token:
            self._tokens.keep(answering[0], incoming.token)
        for letter in answering:
            await self._deliver(letter)
            self._tokens.take(letter)  # where somebody else has sent it meanwhile

    async def trouble(self, incoming: Incoming, language: str, reference: str) -> None:
        """Say that we failed, with what names it in the log."""
        body = pages.TROUBLE_BODY(telephone=self._office.telephone, extension=self._office.extension)
        await self._say(incoming, Message(pages.TROUBLE, (body, pages.REFERENCE(reference=reference))), language)

    async def alone(self, incoming: Incoming) -> None:
        """Say in a group that nothing is talked about there."""
        link = (Choice(lines.WRITE_TO_ME, url=f"https://line.me/R/ti/p/{self.name}"),) if self.name else ()
        await self._say(incoming, Message(lines.ALONE, choices=link), incoming.said.language)

    async def left(self, incoming: Incoming) -> None:
        """Remember that nobody reads there: LINE would take it nevertheless, and count it."""
        await self._db.run(partial(talks.leave, chat=incoming.said.chat, at=incoming.at))

    async def _say(self, incoming: Incoming, message: Message, language: str) -> None:
        await replied(self._calls, incoming.token, messages(in_words(message, language), 0, language, self._where))


async def replied(calls: Calls, token: str, made: Sequence[Json], *, is_again: bool = False) -> bool | None:
    """Answer what brought `token`; return whether that stands in the chat, or None: nobody knows. Never twice.

    Raise Refused where LINE takes the token, and not the messages.
    """
    is_in_doubt, begun = False, asyncio.get_running_loop().time()
    for pause in (*PAUSES, None) if token else ():
        is_fresh = asyncio.get_running_loop().time() - begun < FRESH and not is_again
        try:
            await calls.reply(token, made)
        except Stale as error:
            if is_in_doubt:  # it was taken when nobody could know, unless it was too late even then
                return True if is_fresh else None
            log.info("nothing can be answered: %s", error)
            return False
        except Unsent as error:
            is_in_doubt = is_in_doubt or isinstance(error, Uncertain)
            if pause is None or not is_fresh:
                log.warning("an answer could not be sent: %s", error)
                break
            await asyncio.sleep(pause)
        else:
            return True
    return None if is_in_doubt else False
