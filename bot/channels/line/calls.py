"""Calls of LINE's Messaging API, with their errors as they matter here."""

import logging
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import aiohttp
from linebot.v3.messaging import (
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
    Message,
    PushMessageRequest,
    ReplyMessageRequest,
)
from pydantic.v1 import ValidationError

from bot.channels.line.flex import Json
from bot.channels.unsent import Halted, Uncertain, Undeliverable, Unsent
from bot.rate import Rate

PATIENCE = aiohttp.ClientTimeout(total=10.0, connect=5.0)
BRIEF = aiohttp.ClientTimeout(total=0.8)  # of what a turn waits for: LINE waits two seconds for all of it
HALT = 5.0  # seconds, where LINE takes nothing
QUOTA = "monthly limit"  # in the words of a 429 that will be one for the rest of the month
STALE = "Invalid reply token"  # in the words of a 400
ACCEPTED = "X-Line-Accepted-Request-Id"  # of what was asked for before
SPACE = uuid.UUID("5d9b39f0-4cde-5a36-9a2f-2f0a5b1fba11")  # of the retry keys, made once


log = logging.getLogger("yoyaku.line")


class Stale(Exception):
    """The token is worth nothing: it was used, or is too old."""


class Refused(Exception):
    """The call itself is at fault: made again, it would be refused again."""


class Calls:
    """What is said to LINE. Made anywhere, used in one loop."""

    def __init__(self, token: str, api: str, blobs: str, rate: Rate) -> None:
        self._token, self._api, self._blobs, self._rate = token, api, blobs, rate
        self._clients: list[AsyncApiClient] = []

    @property
    def api(self) -> AsyncMessagingApi:
        """What everything is asked of, but for pictures."""
        return AsyncMessagingApi(self._client(0))

    @property
    def blobs(self) -> AsyncMessagingApiBlob:
        """What takes pictures."""
        return AsyncMessagingApiBlob(self._client(1))

    async def reply(self, token: str, messages: Sequence[Json]) -> None:
        """Answer with `messages`, once; raise Stale where that was done, or is too late."""
        await self._rate.answer()
        asked = ReplyMessageRequest(replyToken=token, messages=models(messages))
        with self._understood():
            try:
                await self.api.reply_message(asked, _request_timeout=PATIENCE)
            except ApiException as error:
                if error.status == 400:
                    raise (Stale if STALE in _reason(error) else Refused)(_reason(error)) from None
                raise

    async def push(self, user: str, messages: Sequence[Json], about: str) -> None:
        """Send `messages` unasked, once, however often: `about` is what they are, and theirs alone."""
        asked, key = PushMessageRequest(to=user, messages=models(messages)), str(uuid.uuid5(SPACE, about))
        try:
            with self._understood():
                await self.api.push_message(asked, x_line_retry_key=key, _request_timeout=PATIENCE)
        except Uncertain as error:  # the key tells, when it is asked for again
            raise Unsent(str(error)) from None

    async def language(self, user: str) -> str:
        """Return the language of `user`'s LINE, or nothing where it is not known soon."""
        try:
            profile = await self.api.get_profile(user, _request_timeout=BRIEF)
        except (ApiException, aiohttp.ClientError, TimeoutError, ValidationError):
            return ""
        return profile.language or ""

    async def close(self) -> None:
        """Close every connection."""
        for client in self._clients:
            await client.close()

    def _client(self, n: int) -> AsyncApiClient:
        """Return a client, made where its loop runs."""
        if not self._clients:
            hosts = (self._api, self._blobs)
            self._clients += [AsyncApiClient(Configuration(host=host, access_token=self._token)) for host in hosts]
        return self._clients[n]

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Raise what an error means; its own words may quote what was sent."""
        try:
            yield
        except ApiException as error:
            if error.status != 409 or ACCEPTED not in (error.headers or {}):  # else it was taken the time before
                raise self._meaning(error) from None
        except ValidationError:  # of an answer that the library does not know: what was asked for is done
            log.warning("LINE answered something that is not understood")
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise Unsent(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Uncertain(type(error).__name__) from None

    def _meaning(self, error: ApiException) -> Exception:
        match error.status:
            case 400:
                return Undeliverable(f"refused: {_reason(error)}")
            case 401:
                self._rate.halt(HALT)
                return Halted("the token is not taken")
            case 429 if QUOTA in _reason(error):
                return Undeliverable("the month's quota is gone")
            case 429:
                self._rate.halt(HALT)
                return Halted("too many requests", seconds=HALT)
            case status if status and status >= 500:  # it may have been done
                return Uncertain(str(status))
            case _:
                return Unsent(f"{error.status} {_reason(error)}")


def models(messages: Sequence[Json]) -> list[Message]:
    """Return `messages` as the library has them."""
    return [Message.from_dict(message) for message in messages]


def _reason(error: ApiException) -> str:
    """Return what LINE says is wrong, without what was sent."""
    return str(error.body or "")[:200]
