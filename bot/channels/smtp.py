"""SMTP: how mail leaves. One connection for a burst of letters; a permanent no is told apart from a temporary one."""

import asyncio
import ssl
from contextlib import suppress
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import aiosmtplib

from bot.channels.unsent import Halted, Undeliverable, Unsent

TIMEOUT = 30.0  # seconds for each answer of the server
MAILS = 10.0  # a second, at most: servers that take mail for others slow down who is faster
FAREWELL = 2.0  # seconds for the server to take leave
IDLE = 5.0  # seconds without a letter, after which the connection is ended


class Smtp:
    """A server that takes mails: `smtp://[user:password@]host[:port]`, or `smtps://` where TLS is there from the start.

    Over `smtp://` STARTTLS is required, but on this machine itself. `context` is of certificates that are not public.
    """

    def __init__(self, url: str, *, context: ssl.SSLContext | None = None, timeout: float = TIMEOUT) -> None:
        parts = urlsplit(url)
        is_wrapped = parts.scheme == "smtps"
        host = parts.hostname or "localhost"
        self._client = aiosmtplib.SMTP(
            hostname=host,
            port=parts.port or (465 if is_wrapped else 587),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            use_tls=is_wrapped,
            start_tls=not (is_wrapped or _is_here(host)),
            tls_context=context,
            timeout=timeout,
        )
        self._one_at_a_time = asyncio.Lock()
        self._idle: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[None] | None = None

    async def send(self, letter: EmailMessage) -> None:
        """Send `letter`; raise Undeliverable, Unsent or, where no server takes any letter, Halted."""
        async with self._one_at_a_time:
            if self._idle is not None:
                self._idle.cancel()
            await self._connect()
            try:
                await self._client.send_message(letter)
            except aiosmtplib.SMTPSenderRefused as refused:  # as it would any letter of ours
                raise Halted(f"the sender is refused with {refused.code}") from refused
            except aiosmtplib.SMTPRecipientsRefused as refused:
                raise _meant(max(no.code for no in refused.recipients), refused) from refused
            except aiosmtplib.SMTPDataError as refused:
                raise _meant(refused.code, refused) from refused
            except (aiosmtplib.SMTPException, OSError) as error:
                self._client.close()
                raise Unsent(type(error).__name__) from error
            except asyncio.CancelledError:  # in the middle of it: nothing more can be said on this connection
                self._client.close()
                raise
            finally:
                self._idle = asyncio.get_running_loop().call_later(IDLE, self._end_soon)

    async def close(self) -> None:
        """End the connection, if there is one."""
        if self._idle is not None:
            self._idle.cancel()
        async with self._one_at_a_time:
            if self._client.is_connected:
                with suppress(aiosmtplib.SMTPException, OSError):
                    async with asyncio.timeout(FAREWELL):
                        await self._client.quit()
                self._client.close()

    async def _connect(self) -> None:
        if self._client.is_connected:
            return
        try:
            await self._client.connect()
        except (aiosmtplib.SMTPException, OSError) as error:  # no server, no trust, or the wrong password
            self._client.close()
            raise Halted(type(error).__name__) from error

    def _end_soon(self) -> None:
        self._ending = asyncio.create_task(self.close())


def _meant(code: int, refused: Exception) -> Exception:
    return (
        Undeliverable(f"refused with {code}")
        if code >= 500
        else Unsent(f"refused with {code}: {type(refused).__name__}")
    )


def _is_here(host: str) -> bool:
    return host in ("localhost", "127.0.0.1", "::1")
