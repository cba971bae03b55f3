"""A real mail server that keeps what it takes, and fails as it is told."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class MailServer:
    """A mail server that keeps what it takes; `faults` says what goes wrong with the next mails."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.sessions: set[int] = set()
        self.at_mail: list[str] = []
        self.at_rcpt: list[str] = []
        self.at_data: list[str] = []
        self.transport: asyncio.BaseTransport | None = None
        self.slow = 0.0

    async def handle_EHLO(self, server: SMTP, session: Any, _: Any, hostname: str, responses: list[str]) -> list[str]:  # noqa: N802
        session.host_name = hostname
        self.transport = server.transport
        self.sessions.add(id(session))
        return responses

    async def handle_MAIL(self, _: SMTP, __: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if self.at_mail:
            return self.at_mail.pop()
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, _: SMTP, __: Any, envelope: Any, address: str, ___: Any) -> str:  # noqa: N802
        if self.at_rcpt:
            return self.at_rcpt.pop()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _: Any, envelope: Any) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        said = self.at_data.pop() if self.at_data else "250 OK"
        if said.startswith("2") or said == "cut after":
            self.taken.append(envelope.content.decode())
        if said.startswith("cut"):
            assert server.transport is not None
            server.transport.close()
        return said


@contextmanager
def started(controller: Controller) -> Iterator[None]:
    controller.start()
    yield
    controller.stop()
