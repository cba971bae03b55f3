"""Two programs behind nginx, as `docs/nginx.conf` says: streams across them, one session for both, one is killed."""

import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.bot.browsing import Visitor
from tests.bot.killing import SECRET
from tests.bot.program import ROOT, Program, free_port
from tests.conftest import lacking

pytestmark = pytest.mark.slow


@pytest.fixture
def programs(tmp_path: Path, fresh: str) -> Iterator[list[Program]]:
    made = []
    for n in range(2):
        (tmp_path / str(n)).mkdir()
        made.append(Program(tmp_path / str(n), database=fresh, secret=SECRET))
    starting = [threading.Thread(target=program.start) for program in made]
    for each in starting:
        each.start()
    for each in starting:
        each.join()
    yield made
    for program in made:
        program.stop()


@pytest.fixture
def address(tmp_path: Path, programs: list[Program]) -> Iterator[str]:
    """Return where nginx listens, with the very file that operators copy, but for its names."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        lacking("nginx")
    port = free_port()
    said = (ROOT / "docs" / "nginx.conf").read_text("utf-8")
    said = re.sub(r"ssl_certificate.*\n", "", said).replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    said = said.replace("/var/log/nginx", str(tmp_path))
    for of, program in zip((8001, 8002), programs, strict=True):
        said = said.replace(f"127.0.0.1:{of}", f"127.0.0.1:{program.port}")
    whole = f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error; events {{}} http {{ {said} }}"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    running = subprocess.Popen([str(nginx), "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "error")])
    for _ in range(100):
        try:
            httpx.get(f"http://127.0.0.1:{port}/health")
            break
        except httpx.TransportError:
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait()


def test_two_programs_are_one_to_whoever_talks_to_them(programs: list[Program], address: str) -> None:
    visitor = Visitor(address)
    visitor.says("予約する")
    heard: list[str] = []
    streams = [_listening(program, visitor, heard) for program in programs]  # of both, wherever it is said
    streams.append(_listening(address, visitor, heard))
    time.sleep(0.3)
    begun = time.monotonic()
    page = visitor.says("いずれも当てはまらない")
    while len(heard) < 3 and time.monotonic() < begun + 3:
        time.sleep(0.02)
    assert len(heard) == 3
    assert time.monotonic() - begun < 2
    for way in ("/counter/sign-in", "/metrics"):
        assert visitor.client.get(way).status_code == (200 if way != "/metrics" else 403)
    programs[0].stop(signal.SIGKILL)
    for said in ("同意する", "sato@example.jp", "メニュー", "ヘルプ"):  # whichever nginx asks first
        page = visitor.says(said)
    assert page.last
    assert len(visitor.page().bubbles) == len(page.bubbles)
    programs[0].start()
    for stream in streams:
        stream.join(0)


def test_no_secret_of_an_address_is_in_the_log(tmp_path: Path, programs: list[Program], address: str) -> None:
    """ASVS 14.2.1, 16.2.5."""
    for path in ("/verify/hush", "/data/hush", "/card/hush.png", "/c/hush", "/counter/join/hush", "/counter?q=hush"):
        httpx.get(f"{address}{path}")
    programs[0].stop(signal.SIGKILL)
    for _ in range(4):
        httpx.get(f"{address}/verify/hush")
    programs[0].start()
    logged = [(tmp_path / name).read_text("utf-8") for name in ("yoyaku.log", "yoyaku-error.log", "error")]
    assert logged[0].count("/verify/- ") == 5
    assert [text for text in logged if "hush" in text] == []


def _listening(where: Program | str, visitor: Visitor, heard: list[str]) -> threading.Thread:
    """Note, beside the test, the first event of the chat that comes from `where`."""
    url = where if isinstance(where, str) else where.url
    after = re.search(r"after=(\d+)", visitor.client.get("/chat").text)
    assert after

    def listen() -> None:
        cookies = dict(visitor.client.cookies)
        with httpx.stream("GET", f"{url}/chat/stream?after={after[1]}", cookies=cookies, timeout=10) as stream:
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    heard.append(line)
                    return

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    return thread
