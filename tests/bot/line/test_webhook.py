"""What LINE brings to the webhook: signed, heard before it is acknowledged; again, late, or from several at once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.web import webhook
from bot.web.app import application
from bot.web.session import Sessions
from bot.web.site import Site
from rules.verification import token
from storage.database import Busy
from tests.bot.line.conftest import PREMISES, Desk
from tests.bot.line.people import Event, body_of, signed
from tests.bot.line.test_talk import SATO, nonce

ITO = "U" + "8" * 32


@pytest.fixture
async def web(desk: Desk, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The web application, with LINE beside it."""
    sessions = Sessions(PREMISES.secret, is_secure=True)
    site = Site(desk.db, PREMISES, sessions, desk.bell, desk.files, tmp_path, desk.clock, desk.metrics)
    app = application(replace(site, vendors={"line": desk.channel}), hosts=["yoyaku.example.jp"])
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=PREMISES.url) as client:
        yield client


async def brings(web: httpx.AsyncClient, *events: Event, secret: str = "0123456789abcdef" * 2) -> int:
    body, signature = body_of(*events, secret=secret)
    answer = await web.post("/line", content=body, headers={"X-Line-Signature": signature})
    return answer.status_code


async def settled(desk: Desk) -> None:
    await asyncio.gather(*desk.channel._talk._under_way)


async def test_the_signature_comes_first(desk: Desk, web: httpx.AsyncClient) -> None:
    event = desk.line.writes(SATO, "メニュー")
    assert await brings(web, event, secret="f" * 32) == 403
    assert (await web.post("/line", content=b"{")).status_code == 403
    assert (await web.post("/line", content=b"\xff", headers={b"X-Line-Signature": b"\xe9"})).status_code == 403
    assert (await web.post("/line", content=b"x" * 300_000)).status_code == 413
    for junk in ("[]", "{", '"x"'):
        headers = {"X-Line-Signature": signed(junk.encode())}
        assert (await web.post("/line", content=junk.encode(), headers=headers)).status_code == 400
    assert desk.line.said(SATO) == []


async def test_a_health_check_and_several_people_in_one_body(desk: Desk, web: httpx.AsyncClient) -> None:
    assert await brings(web) == 200
    events = [desk.line.follows(SATO), desk.line.follows(ITO, language="en-US"), desk.line.writes(SATO, "予約する")]
    assert await brings(web, *events) == 200
    await settled(desk)
    assert desk.line.text(SATO).startswith("はじめにご確認ください")
    assert desk.line.text(ITO).startswith("Booking a collection")


async def test_what_comes_again_is_heard_once_and_what_is_late_is_still_heard(
    desk: Desk, web: httpx.AsyncClient
) -> None:
    first, second = desk.line.writes(SATO, "メニュー"), desk.line.writes(SATO, "予約する")
    assert await brings(web, second) == 200
    await settled(desk)
    said = len(desk.line.said(SATO))
    assert await brings(web, second, second) == 200
    await settled(desk)
    assert len(desk.line.said(SATO)) == said
    assert await brings(web, first) == 200
    await settled(desk)
    assert "前に送信された内容が遅れて届いたため" in desk.line.text(SATO)
    assert desk.line.text(SATO).startswith("はじめにご確認ください")
    assert desk.line.counted["message/push"] == 0


async def test_what_was_heard_and_not_answered_is_answered_when_it_comes_again(
    desk: Desk, web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.line.outgoing.PAUSES", ())
    event = desk.line.writes(SATO, "メニュー")
    desk.line.faults.append(("message/reply", "500"))
    assert await brings(web, event) == 200
    await settled(desk)
    assert desk.line.said(SATO) == []
    assert await brings(web, event) == 200
    await settled(desk)
    assert desk.line.text(SATO).startswith("交付予約")
    await desk.taps(SATO, "予約する")
    assert desk.line.text(SATO).startswith("はじめにご確認ください")


async def test_what_cannot_be_committed_is_to_come_again(
    desk: Desk, web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, event = desk.db.run, desk.line.writes(SATO, "メニュー")

    async def busy(work: Any) -> Any:
        raise Busy

    async def slow(work: Any) -> Any:
        await asyncio.sleep(0.2)
        return await run(work)

    monkeypatch.setattr(desk.db, "run", busy)
    assert await brings(web, event) == 503
    monkeypatch.setattr(webhook, "SOON", 0.05)
    monkeypatch.setattr(desk.db, "run", slow)
    assert await brings(web, event) == 503  # but it goes on
    await asyncio.sleep(0.4)
    await settled(desk)
    monkeypatch.setattr(desk.db, "run", run)
    assert await brings(web, event) == 200
    await settled(desk)
    assert len(desk.line.said(SATO)) == 1


async def test_the_way_back_from_the_mail_is_a_message_already_written(desk: Desk, web: httpx.AsyncClient) -> None:
    await desk.says(SATO, "予約する", "いずれも当てはまらない", "同意する", "sato@example.jp")
    proof = token(PREMISES.secret, await nonce(desk))
    page = (await web.get(f"/verify/{proof}")).text
    assert "入力済みのメッセージ" in page
    assert f"https://line.me/R/oaMessage/%40123yoyak/?%E3%83%A1%E3%83%BC%E3%83%AB%E7%A2%BA%E8%AA%8D%20{proof}" in page
    await desk.says(SATO, f"メール確認 {proof}")
    assert "メールアドレスを確認しました" in desk.line.text(SATO)
