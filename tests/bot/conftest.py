"""A program for the tests of a file, and browsers that are closed after each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.bot.browsing import Visitor
from tests.bot.chromium import ARGUMENTS, BROWSERS
from tests.bot.program import Program
from tests.conftest import lacking


@pytest.fixture(autouse=True)
def _browsers_are_closed() -> Iterator[None]:
    yield
    while Visitor.opened:
        Visitor.opened.pop().close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("web")) as started:
        yield started
        counted = started.run("check")
        assert counted.stdout.rstrip().endswith("the books are right"), counted.stdout + counted.stderr
        started.stop()
        assert "Traceback" not in started.log()


@pytest.fixture
def visitor(shared: Program) -> Visitor:
    return Visitor(shared.url)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        lacking("a browser (Debian's chromium, or chromium-headless-shell)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def closed(tmp_path: Path) -> Program:
    """Return the program before its day begins."""
    return Program(tmp_path)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with Program(tmp_path) as started:
        yield started
