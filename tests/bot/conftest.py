"""A program for the tests of a file, and browsers that are closed after each."""

from collections.abc import Iterator

import pytest

from tests.bot.browsing import Visitor
from tests.bot.program import Program


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
