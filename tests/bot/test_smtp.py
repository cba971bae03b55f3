"""Mail over SMTP, against a real server: what it refuses, and where it breaks off."""

import asyncio
import ssl
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from bot.channels.smtp import Smtp
from bot.channels.unsent import Halted, Undeliverable, Unsent
from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.mailserver import MailServer, started
from tests.bot.program import Program, free_port

pytestmark = pytest.mark.once("asks no database")


@pytest.fixture
def office() -> MailServer:
    return MailServer()


@pytest.fixture
def server(office: MailServer) -> Iterator[Controller]:
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    with started(controller):
        yield controller


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "yoyaku@example.jp", "sato@example.jp", "予約確定"
    made["Message-ID"] = "<about@example.jp>"
    made.set_content("佐藤 花子 様")
    return made


async def test_a_burst_takes_one_connection(server: Controller, office: MailServer) -> None:
    smtp = Smtp(f"smtp://127.0.0.1:{server.port}")
    await asyncio.gather(*(smtp.send(letter()) for _ in range(5)))
    await smtp.close()
    await smtp.send(letter())  # it is opened anew
    await smtp.close()
    assert (len(office.taken), len(office.sessions)) == (6, 2)
    assert "Message-ID: <about@example.jp>" in office.taken[0]


@pytest.mark.parametrize(
    ("at_rcpt", "at_data", "error"),
    [
        (["550 no such user"], [], Undeliverable),
        (["450 mailbox busy"], [], Unsent),
        ([], ["554 no"], Undeliverable),
        ([], ["451 try again"], Unsent),
        ([], ["cut"], Unsent),
        ([], ["cut after"], Unsent),
    ],
)
async def test_what_is_refused_and_what_breaks_off(
    server: Controller, office: MailServer, at_rcpt: list[str], at_data: list[str], error: type[Exception]
) -> None:
    office.at_rcpt, office.at_data = at_rcpt, at_data
    smtp = Smtp(f"smtp://127.0.0.1:{server.port}")
    with pytest.raises(error) as raised:
        await smtp.send(letter())
    assert "sato" not in str(raised.value)
    await smtp.send(letter())  # the next one goes out
    await smtp.close()
    assert office.taken[-1].count("Message-ID") == 1


async def test_a_server_that_is_slow_or_not_there_holds_nobody_up_for_ever(
    server: Controller, office: MailServer
) -> None:
    office.slow = 2
    smtp = Smtp(f"smtp://127.0.0.1:{server.port}", timeout=0.3)
    begun = time.monotonic()
    with pytest.raises(Unsent):
        await smtp.send(letter())
    assert time.monotonic() - begun < 3
    await smtp.close()
    with pytest.raises(Halted):
        await Smtp("smtp://127.0.0.1:9").send(letter())


async def test_one_that_is_cancelled_on_its_way_does_not_hold_up_the_next_nor_the_end(
    server: Controller, office: MailServer
) -> None:
    office.slow = 3
    smtp = Smtp(f"smtp://127.0.0.1:{server.port}")
    sending = asyncio.create_task(smtp.send(letter()))
    await asyncio.sleep(0.5)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    office.slow = 0
    async with asyncio.timeout(5):
        await smtp.send(letter())
        await smtp.close()


async def test_a_server_that_takes_nothing_from_us_takes_no_letter_at_all(
    server: Controller, office: MailServer
) -> None:
    office.at_mail = ["550 not you"]
    smtp = Smtp(f"smtp://127.0.0.1:{server.port}")
    with pytest.raises(Halted, match="550"):
        await smtp.send(letter())
    await smtp.send(letter())
    await smtp.close()


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the server does not see that TLS is there already
@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
async def test_with_tls_and_a_password(office: MailServer, scheme: str) -> None:
    authority = trustme.CA()
    theirs, ours = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("mail.example.jp", "127.0.0.2").configure_cert(theirs)
    authority.configure_trust(ours)
    tls: dict[str, Any] = (
        {"ssl_context": theirs} if scheme == "smtps" else {"tls_context": theirs, "require_starttls": True}
    )

    def is_known(_: Any, __: Any, ___: Any, mechanism: str, said: Any) -> AuthResult:
        is_right = isinstance(said, LoginPassword) and said == LoginPassword(b"yoyaku", b"a/b@c")
        return AuthResult(success=is_right, handled=False)  # the server itself says no

    options: dict[str, Any] = {"authenticator": is_known, "auth_required": True, "auth_require_tls": scheme == "smtp"}
    controller = Controller(office, hostname="127.0.0.2", port=free_port(), **tls, **options)
    with started(controller):
        address = f"127.0.0.2:{controller.port}"
        smtp = Smtp(f"{scheme}://yoyaku:a%2Fb%40c@{address}", context=ours)
        await smtp.send(letter())
        await smtp.close()
        with pytest.raises(Halted):  # not the letter's fault: it waits
            await Smtp(f"{scheme}://yoyaku:wrong@{address}", context=ours).send(letter())
        with pytest.raises(Halted):  # a certificate that nobody vouches for
            await Smtp(f"{scheme}://yoyaku:a%2Fb%40c@{address}").send(letter())
    assert len(office.taken) == 1


async def test_without_tls_nothing_is_sent_to_another_machine(server: Controller, office: MailServer) -> None:
    with pytest.raises(Halted):
        await Smtp(f"smtp://127.0.0.2:{server.port}").send(letter())
    elsewhere = Controller(office, hostname="127.0.0.2", port=free_port())
    with started(elsewhere), pytest.raises(Halted):
        await Smtp(f"smtp://127.0.0.2:{elsewhere.port}").send(letter())
    assert office.taken == []


def test_the_program_sends_its_mails_and_shows_none(tmp_path: Path, server: Controller, office: MailServer) -> None:
    with Program(tmp_path, smtp=f"smtp://127.0.0.1:{server.port}") as program:
        visitor = Visitor(program.url)
        assert visitor.client.get("/").url.path == "/chat"
        assert visitor.client.get("/mailbox").status_code == 404
        for said in JOURNEY[:4]:
            page = visitor.says(said)
        assert "「@immi-cardyoyaku.moj.go.jp」の受信設定" in page.last  # the office's own domain, not the trial's
        deadline = time.monotonic() + 30
        while not office.taken and time.monotonic() < deadline:
            time.sleep(0.1)
        (mail,) = office.taken
        assert "To: sato@example.jp" in mail
        assert "From: =?utf-8?" in mail
        program.stop()
        assert "Traceback" not in program.log()
        assert "sato@example.jp" not in program.log()
