"""The real program: a process of its own, in a folder of its own, on a port of its own."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError

import psycopg

from tests.storage.server import HOUSE, home

ROOT = Path(__file__).parent.parent.parent
FORGOTTEN = ("YOYAKU_", "COV", "PYTHONDONTWRITEBYTECODE")  # of the tests' own environment: it starts as it would alone


class Program:
    """Starts, kills and starts again what `make run` starts."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {f"YOYAKU_{name.upper()}": value for name, value in settings.items()}
        if HOUSE in os.environ:
            self.settings.setdefault("YOYAKU_DATABASE", home(folder))
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def database(self) -> str:
        """Return the address of what it writes to."""
        return self.settings.get("YOYAKU_DATABASE", f"sqlite:///{self.folder}/var/yoyaku.db")

    def rows(self, sql: str) -> Sequence[tuple[Any, ...]]:
        """Do `sql` in its database, beside it; return the rows that it gives."""
        if self.database.startswith("sqlite:///"):
            with closing(sqlite3.connect(self.database.removeprefix("sqlite:///"))) as file, file:
                return file.execute(sql).fetchall()
        with psycopg.connect(self.database) as server:
            done = server.execute(sql.encode())
            return done.fetchall() if done.description else []

    def start(self) -> float:
        """Start, and return how many seconds passed until the first answer."""
        begun = time.monotonic()
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot"], cwd=self.folder, env=self.environment(), stdout=log, stderr=log
            )
        while True:
            try:
                urllib.request.urlopen(f"{self.url}/health", timeout=5).read()
            except (URLError, ConnectionError):
                if self.process.poll() is not None or time.monotonic() - begun > 30:
                    raise AssertionError((self.folder / "log").read_text()) from None
                time.sleep(0.02)
            else:
                return time.monotonic() - begun

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> float:
        """Send `sign`, and return how many seconds it took to end."""
        assert self.process is not None
        begun = time.monotonic()
        self.process.send_signal(sign)
        self.process.wait(30)
        return time.monotonic() - begun

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run another command of the program, beside it."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def asks(self, *words: str) -> str:
        """Ask the running program at its socket, as such a command does; return the first line of its answer."""
        with socket.socket(socket.AF_UNIX) as asking:
            asking.connect(os.path.relpath(self.folder / "var" / "control"))  # the path of a socket is short
            asking.sendall(json.dumps(words).encode() + b"\n")
            answer = json.loads(asking.makefile().readline())
        assert not answer["refused"], answer
        said: str = answer["said"][0]
        return said

    def hires(self, name: str, role: str = "clerk") -> str:
        """Let somebody work at the counter; return the link by which they set their passphrase."""
        return self.asks("staff", "add", name, role)

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FORGOTTEN)}
        return kept | {"PYTHONPATH": str(ROOT), "YOYAKU_LISTEN": f"127.0.0.1:{self.port}"} | self.settings

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    def __enter__(self) -> "Program":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop(signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
