"""Every screen of the transcripts, in each language, as LINE is sent it: held against LINE's own schema."""

from pathlib import Path

import pytest

from handlers.language import LANGUAGES, on_screen
from tests.bot.line.strict import check_messages
from tests.bot.line.zod import IS_THERE, validate
from tests.handlers.limits import on_line
from tests.handlers.listening import heard_in
from tests.handlers.test_talks import TALKS


@pytest.mark.skipif(not IS_THERE, reason="LINE's own schema comes by npm, which is not there")
def test_line_itself_would_take_every_screen(tmp_path: Path) -> None:
    screens = {}
    for n, path in enumerate(TALKS):
        (folder := tmp_path / str(n)).mkdir()
        for heard in heard_in(path, folder):
            for language in LANGUAGES:
                message = on_screen(heard.message, language)
                screens[repr(message)] = (message, language)
    assert len(screens) > 600
    made = [each for message, language in screens.values() for each in on_line(message, language)]
    validate(made)
    for message, language in screens.values():
        if language != "ja":  # which every reply of every test is held against
            check_messages(on_line(message, language))
