"""The program is killed between and within turns, and stopped with a page open."""

import os
import random
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.killing import DOUBLES, killed
from tests.bot.program import Program

KILLS = 10


@pytest.mark.slow
def test_killed_between_any_two_turns_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", random.randrange(10**6)))
    chance = random.Random(seed)
    killed_before = set(chance.sample(range(1, len(JOURNEY)), KILLS // 2))
    killed_within = set(chance.sample(range(len(JOURNEY)), KILLS // 2))
    with Program(tmp_path) as program:
        visitor = Visitor(program.url)
        page = visitor.page()
        for n, said in enumerate(JOURNEY):
            if n in killed_before:
                program.stop(signal.SIGKILL)
                program.start()
                assert visitor.page().bubbles == page.bubbles
                page = visitor.page()
            form = visitor.form(said, page)
            if n in killed_within:
                threading.Timer(chance.uniform(0, 0.02), program.stop, [signal.SIGKILL]).start()
                with suppress(httpx.TransportError):
                    visitor.client.post("/chat", data=form)
                assert program.process is not None
                program.process.wait(10)
                program.start()
            visitor.client.post("/chat", data=form).raise_for_status()  # delivered again, heard once
            page = visitor.page()
        assert page.last.startswith("予約が確定しました"), seed
        counted = program.run("check")
        assert counted.stdout.startswith("1 bookings, 2 cases, 8 letters: the books are right"), (seed, counted.stdout)
        deadline = time.monotonic() + 20
        while visitor.mailbox().count('class="mail"') < 2 and time.monotonic() < deadline:
            time.sleep(0.2)
        assert visitor.mailbox().count('class="mail"') == 2


def test_stopped_with_a_page_open_it_ends_soon_and_clean(tmp_path: Path) -> None:
    with Program(tmp_path) as program:
        visitor = Visitor(program.url)
        visitor.page()
        ended = threading.Event()

        def listen() -> None:
            with suppress(httpx.TransportError), visitor.client.stream("GET", "/chat/stream") as stream:
                for _ in stream.iter_lines():
                    pass
            ended.set()

        threading.Thread(target=listen, daemon=True).start()
        time.sleep(0.5)
        assert program.stop() < 10
        assert ended.wait(5)
        assert "Traceback" not in program.log()
        assert not (tmp_path / "var" / "yoyaku.db-wal").exists()  # closed last, checkpointed
        assert program.start() < 3


@pytest.mark.slow
@pytest.mark.once("programs at a server are killed in test_fleet.py")
def test_killed_while_letters_go_out_no_booking_is_lost_and_no_letter(tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", random.randrange(10**6)))
    found = killed(tmp_path, kills=5, seed=seed)
    assert (found.lost, found.unsent) == (0, 0), (seed, found)
    assert found.doubled <= DOUBLES * found.kills, (seed, found)
    assert found.answered >= found.kills
    assert found.books.rstrip().endswith("the books are right"), (seed, found)
