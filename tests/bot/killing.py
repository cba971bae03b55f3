"""The real program is killed at random, while agents book and letters go out, and what became of it is counted."""

import asyncio
import email
import email.header
import random
import re
import shutil
import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

import httpx
from aiosmtpd.controller import Controller
from starlette.responses import Response

from bot.web.session import COOKIE, Sessions
from storage import agents, profiles, talks
from storage.database import Transaction
from storage.opening import open_database
from tests.bot.browsing import Page, Visitor
from tests.bot.mailserver import MailServer, started
from tests.bot.program import Program, free_port
from tests.conftest import HandClock
from tests.factories import YOKOHAMA
from tests.storage.acts import coming

SECRET = "a secret of tests, which is long enough"
CLIENTS = 3  # agents who book at the same time
EACH = 4  # agents for each kill
DOUBLES = 4  # a kill, at most: what is on its way may be sent twice
PATIENCE = 240.0  # seconds until the last letter must be out
UP = 30.0  # seconds until a program that was killed answers again
WAY = (
    "予約する",
    "エ 別の人が申請した",
    "在留期間更新許可",
    "次へ",
    "全件、該当する",
    "2",
    "{hour}時",
    "東労一E{n}",
    "確定する",
)


@dataclass(frozen=True, slots=True)
class Killed:
    """What became of bookings that were answered, and of their letters."""

    kills: int
    answered: int
    lost: int
    unsent: int
    doubled: int
    books: str


def killed(folder: Path, *, kills: int, seed: int) -> Killed:
    """Kill the program `kills` times; return what was counted when every letter is out."""
    chance, server = random.Random(seed), MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=free_port())
    program = Program(
        folder, smtp=f"smtp://127.0.0.1:{controller.port}", secret=SECRET, office=str(spacious(folder / "office"))
    )
    (folder / "var").mkdir()
    asyncio.run(known(program.database, kills * EACH))
    answered: list[str] = []
    numbers, is_over = count(), threading.Event()
    with started(controller), program, ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(_books, program.url, numbers, kills * EACH, answered, is_over) for _ in range(CLIENTS)]
        for _ in range(kills):
            time.sleep(chance.uniform(0.2, 1.5))
            program.stop(signal.SIGKILL)
            program.start()
        is_over.set()
        for client in clients:
            client.result()
        booked = _when_all_is_sent(program)
        books = program.run("check").stdout
        program.stop()
    sent = Counter(about for mail in server.taken if (about := _confirmed(mail)))
    return Killed(
        kills=kills,
        answered=len(answered),
        lost=len(set(answered) - set(booked)),
        unsent=len(set(booked) - set(sent)),
        doubled=sum(sent.values()) - len(sent),
        books=books,
    )


def _books(url: str, numbers: "count[int]", most: int, answered: list[str], is_over: threading.Event) -> None:
    """Book for one agent after the other, each once; whatever was not answered is said again."""
    for n in numbers:
        if n >= most or is_over.is_set():
            return
        visitor = Visitor(url)
        visitor.client.cookies.set(COOKIE, cookie(n))
        for said in WAY:
            page = _says(visitor, said.format(n=10000 + n, hour=YOKOHAMA.hours[n % 6]))
        code = re.search(r"予約番号\n(\w{8})", page.last)
        assert page.last.startswith("予約が確定しました"), page.last
        assert code
        answered.append(code[1])


def _says(visitor: Visitor, said: str) -> Page:
    form: dict[str, str] = {}
    deadline = time.monotonic() + UP
    while time.monotonic() < deadline:
        try:
            form = form or visitor.form(said, visitor.page())
            visitor.client.post("/chat", data=form).raise_for_status()
            return visitor.page()
        except httpx.HTTPError:
            time.sleep(0.05)
    raise AssertionError("the program does not come back")


def cookie(n: int) -> str:
    response = Response()
    Sessions(SECRET.encode(), is_secure=False).remember(response, f"web:known{n}")
    return response.headers["set-cookie"].partition("=")[2].partition(";")[0]


def spacious(folder: Path) -> Path:
    """Return the folder of a profile in which every agent finds a place."""
    shutil.copytree(profiles.OFFICES / "yokohama", folder)
    profile = folder / "office.toml"
    profile.write_text(re.sub(r"places = \d+", "places = 500", profile.read_text("utf-8")), "utf-8")
    return folder


async def known(database: str, many: int) -> None:
    """Let so many agents be signed in, each in a chat."""
    db = await open_database(database, clock=HandClock())

    def work(tx: Transaction) -> None:
        for n in range(many):
            who = replace(coming(tx, f"known{n}"), certificate_expiry=date(2099, 1, 1))
            agents.remember(tx, who)
            talks.find(tx, f"web:known{n}", language="ja")
            talks.bind(tx, f"web:known{n}", who.id)

    await db.run(work)
    await db.close()


def _when_all_is_sent(program: Program) -> list[str]:
    """Wait until no confirmation waits; return the codes of what is booked."""
    deadline = time.monotonic() + PATIENCE
    waiting = "SELECT COUNT(*) FROM letter WHERE kind = 'confirmation' AND state IN ('pending', 'leased')"
    while program.rows(waiting)[0][0]:
        assert time.monotonic() < deadline, "letters are left"
        time.sleep(0.2)
    if program.database.startswith("sqlite:///"):
        assert program.rows("PRAGMA integrity_check") == [("ok",)]
    return [code for (code,) in program.rows("SELECT code FROM booking WHERE state = 'booked'")]


def _confirmed(mail: str) -> str:
    """Return the code of the booking that `mail` confirms, or nothing."""
    subject = email.message_from_string(mail)["Subject"]
    text = str(email.header.make_header(email.header.decode_header(subject)))
    code = re.search(r"予約確定（(\w{8})）", text)
    return code[1] if code else ""
