"""Browsers are closed after each test."""

from collections.abc import Iterator

import pytest

from tests.bot.browsing import Visitor


@pytest.fixture(autouse=True)
def _browsers_are_closed() -> Iterator[None]:
    yield
    while Visitor.opened:
        Visitor.opened.pop().close()
