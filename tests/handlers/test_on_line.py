"""Every screen of the transcripts, in each language, as LINE is sent it: held against LINE's own schema."""

from pathlib import Path

import pytest

from handlers.language import LANGUAGES, on_screen, words
from handlers.letters.worded import POSTS
from handlers.message import Phrase
from handlers.phrases import buttons
from storage import profiles
from storage.staff import Person
from storage.talks import bind
from tests.bot.line.strict import check_messages
from tests.bot.line.zod import IS_THERE, validate
from tests.factories import slot
from tests.handlers.limits import LABEL, on_line, units
from tests.handlers.listening import heard_in
from tests.handlers.talking import Chat, House
from tests.handlers.test_closing import closes, manager
from tests.handlers.test_counter import clerk, does
from tests.handlers.test_letters_in_chat import posts, talking
from tests.handlers.test_talks import TALKS
from tests.storage import acts

pytestmark = pytest.mark.once("asks no database")

__all__ = ["clerk", "manager"]


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


def test_every_kind_of_letter_in_each_language(house: House, manager: Person, clerk: Person) -> None:
    visits = [house.has_booked("sato", slot("2026-12-01", hour), 1, first=1001 + hour) for hour in (9, 10, 11)]
    closed = house.has_booked("ito", slot("2026-12-02", 9), 2, first=5001)
    talking(house, visits[0])
    who = house.do(lambda tx: acts.coming(tx, "ito"))
    Chat(house, closed.chat).says("メニュー")
    house.do(lambda tx: bind(tx, closed.chat, who.id))
    said = posts(house, "2026-11-30 09:00:00")
    closes(house, manager, "2026-12-02", "", 9)
    said += posts(house, "2026-11-30 12:00:00") + posts(house, "2026-12-01 08:00:00")
    house.clock.set("2026-12-01 15:00:00")
    for each in visits:
        does(house, clerk, "absence", each)
    does(house, manager, "suspend", agent=visits[0].agent, reason="x")
    said += posts(house, "2026-12-01 17:30:00")
    does(house, manager, "appeal", booking=visits[0].id, reason="x")
    does(house, manager, "lift-suspension", agent=visits[0].agent, reason="x")
    for minute in range(4):  # one a chat at a time
        said += posts(house, f"2026-12-01 18:0{minute}:00")
    titles = {words(post.message.title, "ja") for post in said}
    assert len(titles) >= 8, titles
    made = [
        each for post in said for language in LANGUAGES for each in on_line(on_screen(post.message, language), language)
    ]
    for message in made:
        check_messages([message])
    validate(made)


@pytest.mark.parametrize("name", ["yokohama", "minato"])
def test_what_a_profile_would_push_is_said_in_chats(name: str) -> None:
    assert profiles.load(name).pushed <= {str(kind) for kind in POSTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_fits_in_every_language(language: str) -> None:
    phrases = [said for said in vars(buttons).values() if isinstance(said, Phrase)]
    labels = [words(said(telephone="0570-045259", what="x" * 10), language) for said in phrases]
    assert [label for label in labels if units(label) > LABEL] == []
