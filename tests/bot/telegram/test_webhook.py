"""What Telegram brings to the webhook: with its secret, heard and answered before it is acknowledged."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.channels.telegram.service import SECRET, Telegram
from bot.metrics import Metrics
from bot.web import webhook as route
from bot.web.app import application
from bot.web.session import Sessions
from bot.web.site import Site
from rules.verification import code, token
from storage.database import Busy
from tests.bot.telegram.conftest import PREMISES, Desk
from tests.bot.telegram.standin import NAME
from tests.bot.telegram.test_talk import nonce

SATO = 7


@pytest.fixture
async def web(desk: Desk, tmp_path: Path, telegram: Telegram | None) -> AsyncIterator[httpx.AsyncClient]:
    """The web application, with Telegram beside it."""
    sessions = Sessions(PREMISES.secret, is_secure=True)
    site = Site(desk.db, PREMISES, sessions, desk.bell, desk.files, tmp_path, desk.clock, Metrics(desk.clock))
    app = application(replace(site, vendors={"telegram": telegram} if telegram else {}), hosts=["yoyaku.example.jp"])
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=PREMISES.url) as client:
        yield client


@pytest.fixture
def telegram(desk: Desk) -> Telegram | None:
    return desk.telegram


async def test_what_is_brought_is_heard_and_answered_before_it_is_acknowledged(
    desk: Desk, web: httpx.AsyncClient
) -> None:
    update = desk.api.writes(SATO, "/start")
    answer = await web.post("/telegram", json=update, headers={SECRET: "s" * 16})
    assert (answer.status_code, answer.content) == (200, b"")
    assert desk.text(SATO).startswith("交付予約")


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        ("", b"{}", 403),
        ("t" * 16, b"{}", 403),
        ("s" * 15, b"not even JSON", 403),  # the secret comes first
        ("s" * 16, b"not even JSON", 400),
        ("s" * 16, b"[]", 400),
        ("s" * 16, b"\xff", 400),
        ("s" * 16, b" " * (route.LARGEST + 1), 413),
        ("s" * 16, b"{}", 200),
    ],
)
async def test_nobody_else_brings_anything(web: httpx.AsyncClient, secret: str, body: bytes, status: int) -> None:
    assert (await web.post("/telegram", content=body, headers={SECRET: secret})).status_code == status


@pytest.mark.parametrize("telegram", [None])
async def test_where_there_is_no_telegram_nothing_is_taken(web: httpx.AsyncClient) -> None:
    assert (await web.post("/telegram", json={}, headers={SECRET: "s" * 16})).status_code == 404


async def test_what_cannot_be_committed_is_to_be_brought_again(
    desk: Desk, web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(_: object) -> None:
        raise Busy

    monkeypatch.setattr(desk.db, "run", failing)
    update = desk.api.writes(SATO, "/start")
    assert (await web.post("/telegram", json=update, headers={SECRET: "s" * 16})).status_code == 503


async def test_the_link_in_the_mail_leads_back_with_one_tap(desk: Desk, web: httpx.AsyncClient) -> None:
    await desk.says(SATO, "予約する", "いずれも当てはまらない", "同意する", "sato@example.jp")
    proof = token(PREMISES.secret, await nonce(desk))
    for _ in range(2):  # opening it changes nothing
        page = (await web.get(f"/verify/{proof}")).text
    assert f'href="https://t.me/{NAME}?start={proof}"' in page
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", proof)
    assert code(PREMISES.secret, await nonce(desk)) in page
    await desk.says(SATO, f"/start {proof}")
    assert "メールアドレスを確認しました" in desk.text(SATO)
    assert (await web.get(f"/verify/{proof}")).status_code == 410


async def test_an_answer_that_takes_long_does_not_hold_up_the_acknowledgement(
    desk: Desk, web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(route, "ENOUGH", 0.05)
    await desk.says(SATO, "/start")
    desk.api.slow[SATO] = 0.4
    begun = desk.api.now()
    update = desk.api.writes(SATO, "予約する")
    assert (await web.post("/telegram", json=update, headers={SECRET: "s" * 16})).status_code == 200
    assert desk.api.now() - begun < 0.3
    await desk.telegram.close(within=2)
    assert desk.text(SATO).startswith("はじめにご確認ください")
