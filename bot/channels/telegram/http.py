"""How calls of the Bot API leave: over aiohttp, which does not slow down with many at once."""

from datetime import timedelta
from typing import Any, cast

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

PATIENCE = 20.0  # seconds for an answer, beyond what a long poll waits
UPLOAD = 60.0  # seconds, of a call that carries a file
CONNECT = 5.0  # seconds to get through


class NotSent(NetworkError):
    """The connection never stood: nothing was sent."""


class Cut(NetworkError):
    """The connection was cut: nobody knows what was done."""


class Http(BaseRequest):
    """One session of connections, made with the first call."""

    def __init__(self, *, connections: int = 100) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._is_closed = False

    @property
    def read_timeout(self) -> float:
        return PATIENCE

    async def initialize(self) -> None:
        """Nothing: the session is made when it is needed."""

    async def shutdown(self) -> None:
        """Close every connection, for good."""
        self._is_closed = True
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917  theirs
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = None,
        write_timeout: ODVInput[float] = None,  # noqa: ARG002
        connect_timeout: ODVInput[float] = None,  # noqa: ARG002
        pool_timeout: ODVInput[float] = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Return status and body; raise NotSent, or TimedOut and Cut where nobody knows what was done."""
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else PATIENCE
        is_upload = request_data is not None and request_data.contains_files
        return await self._sent(url, UPLOAD if is_upload else seconds, method=method, **_body(request_data))

    async def _sent(self, url: str, seconds: float, **request: Any) -> tuple[int, bytes]:
        if self._is_closed:
            raise NotSent("closed")
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self._connections))
        timeout = aiohttp.ClientTimeout(total=seconds, connect=CONNECT)
        try:
            async with self._session.request(url=url, timeout=timeout, **request) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:  # whose own words name the address, and the token in it
            raise Cut(type(error).__name__) from None


def fields(**values: object) -> RequestData:
    """Return what a call says that none of the library's methods makes."""
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


def wait_of(error: RetryAfter) -> float:
    """Return after how many seconds Telegram takes something again."""
    return cast("timedelta", error.retry_after).total_seconds()  # as the package asks for it


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None or not data.parameters:
        return {}
    if not data.contains_files:
        return {"data": data.json_payload, "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
