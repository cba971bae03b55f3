"""Seen from outside: health and figures of the real program, also where its disk is full; and its log."""

import asyncio
import io
import json
import logging
import resource
import time
from datetime import timedelta

import httpx
import pytest

from bot.logs import FIELDS, Discreet, DiscreetJson, tell
from bot.metrics import Metrics
from storage import census, letters, postbag
from storage.database import Database, Transaction, Unavailable
from storage.letters import Letter
from storage.postgres import PostgresTransaction
from storage.sqlite import Sqlite
from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.program import Program
from tests.conftest import HandClock
from tests.factories import YOKOHAMA, at, slot
from tests.storage.acts import booking, holding


@pytest.mark.once("whose disk is full is a file of ours")
def test_while_the_disk_is_full_it_says_so_nothing_is_lost_and_it_goes_on_by_itself(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in JOURNEY[:2]:
        page = visitor.says(said)
    assert program.process is not None
    full = (program.folder / "var" / "yoyaku.db-wal").stat().st_size
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
    time.sleep(1.1)
    form = visitor.form(JOURNEY[2], page)
    for _ in range(50):  # until what is left of the file is used up
        answer = visitor.client.post("/chat", data=visitor.form("ヘルプ", visitor.page()))
        if answer.status_code == 503:
            break
    assert answer.status_code == 503
    assert "もう一度" in answer.text
    time.sleep(1.1)
    sick = httpx.get(f"{program.url}/health")
    assert (sick.status_code, sick.text) == (503, "the database cannot commit: nothing can be saved just now\n")
    assert visitor.client.get("/chat").status_code == 200  # what is there can be read
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    time.sleep(1.1)
    assert httpx.get(f"{program.url}/health").text == "ok\n"
    visitor.client.post("/chat", data=form).raise_for_status()
    assert "the books are right" in program.run("check").stdout


async def test_a_database_that_can_only_be_read_is_unavailable_and_recovers(sqlite: Database) -> None:
    assert isinstance(sqlite, Sqlite)
    await sqlite._writer.execute("PRAGMA query_only = ON")
    with pytest.raises(Unavailable, match="readonly"):
        await sqlite.run(census.beat)
    await sqlite._writer.execute("PRAGMA query_only = OFF")
    await sqlite.run(census.beat)


async def test_a_server_that_can_only_be_read_is_unavailable(db: Database) -> None:
    def work(tx: Transaction) -> None:
        if isinstance(tx, PostgresTransaction):
            tx.rows("SET TRANSACTION READ ONLY")
        else:
            tx.rows("PRAGMA query_only = ON")
        census.beat(tx)

    with pytest.raises(Unavailable):
        await db.run(work)


async def test_what_is_put_off_is_due_all_the_same(db: Database, clock: HandClock) -> None:
    await db.run(lambda tx: letters.put(tx, "deadline", "x"))
    (letter,) = await db.run(lambda tx: postbag.claim(tx, "postman", most=1))
    await db.run(lambda tx: postbag.postpone(tx, letter, timedelta(minutes=10)))
    assert (await db.read(lambda tx: census.counted(tx, YOKOHAMA))).due == {"mail": 1}


def test_an_error_of_ours_reaches_the_log_without_its_words(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in JOURNEY:
        visitor.says(said)
    page = visitor.page()
    program.rows("UPDATE booking SET mode = 'sato@example.jp'")
    assert visitor.client.post("/chat", data=visitor.form("予約を確認", page)).status_code == 500
    program.stop()
    lines = [json.loads(line) for line in program.log().splitlines() if line.startswith("{")]
    assert any("builtins.ValueError" in line.get("exc_info", "") for line in lines)
    assert not [line for line in program.log().splitlines() if not line.startswith(("{", "http"))]
    assert "sato" not in program.log()


async def test_what_goes_wrong_in_a_task_is_told_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    tell(asyncio.get_running_loop(), {"message": "exception was never retrieved", "exception": ValueError("sato")})
    (record,) = caplog.records
    assert record.getMessage() == "a task went wrong"
    record.exc_text = None  # what another handler has made of it
    assert "sato" not in Discreet(FIELDS).format(record)


async def test_what_there_is_is_counted(db: Database, clock: HandClock) -> None:
    clock.set("2026-11-26 10:00:00")
    assert not isinstance(await db.run(booking("sato", slot("2026-12-01"))), str)
    await db.run(holding("tanaka", slot("2026-12-01")))
    counted = await db.read(lambda tx: census.counted(tx, YOKOHAMA))
    assert counted == census.Census(bookings=1, holds=1, due={"mail": 1}, failed=0)


def test_the_figures_are_told_to_this_machine(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in JOURNEY:
        visitor.says(said)
    visitor.comes("【交付予約】.*(予約確定)")
    time.sleep(0.5)
    told = httpx.get(f"{program.url}/metrics").raise_for_status().text
    for line in (
        f'yoyaku_turn_seconds_count{{channel="web"}} {len(JOURNEY)}.0',
        'yoyaku_letters_total{channel="mail",kind="confirmation",outcome="sent"} 1.0',
        'yoyaku_letter_late_seconds_bucket{channel="mail",le="60.0"} 2.0',
        "yoyaku_bookings 1.0",
        "yoyaku_holds 0.0",
        "yoyaku_letters_failed 0.0",
    ):
        assert line in told
    program.stop()
    for typed in ("sato", "佐藤", "E12345"):
        assert typed not in told + program.log()


def test_behind_a_public_address_the_figures_need_their_token(tmp_path_factory: object, program: Program) -> None:
    program.stop()
    program.settings |= {
        "YOYAKU_URL": "https://yoyaku.example.jp",
        "YOYAKU_SMTP": "smtp://127.0.0.1:9",
        "YOYAKU_METRICS_TOKEN": "a token of tests",
    }
    program.start()
    for said in ({}, {"Authorization": "Bearer a token"}, {"Authorization": "a token of tests"}):
        assert httpx.get(f"{program.url}/metrics", headers=said).status_code == 404
    said = {"Authorization": "Bearer a token of tests"}
    assert "yoyaku_bookings" in httpx.get(f"{program.url}/metrics", headers=said).text


def test_a_letter_is_counted_with_how_late_it_was() -> None:
    metrics = Metrics(HandClock("2026-11-30 09:00:20"))
    letter = Letter("1", "today:x", "today", "x", 1, "postman", due=at("2026-11-30 09:00:00"))
    metrics.letter(letter, "sent")
    metrics.letter(letter, "postponed")
    told = metrics.told(census.Census(0, 0, {"mail": 3}, 2)).decode()
    assert 'yoyaku_letter_late_seconds_sum{channel="mail"} 20.0' in told
    assert 'yoyaku_letters_due{channel="mail"} 3.0' in told
    assert "yoyaku_letters_failed 2.0" in told


def test_an_exception_is_told_without_its_words() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(DiscreetJson(FIELDS))
    log = logging.getLogger("of a test")
    log.addHandler(handler)
    typed = "東労一E" + "12345"
    try:
        try:
            int(typed)
        except ValueError as error:
            raise RuntimeError(typed) from error
    except RuntimeError:
        log.exception("letters wait")
    (line,) = written.getvalue().splitlines()
    told = json.loads(line)
    assert told["message"] == "letters wait"
    assert told["exc_info"].index("builtins.ValueError") < told["exc_info"].index("builtins.RuntimeError")
    assert "in test_an_exception_is_told_without_its_words" in told["exc_info"]
    assert "E12345" not in line
