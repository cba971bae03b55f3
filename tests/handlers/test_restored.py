"""Letters after a restore: what a manager sees of them, and decides."""

from functools import partial

from bot.web.counter.restored import KINDS
from handlers.counter import restored
from handlers.letters.worded import MAILS, POSTS
from rules.objection import Objection
from storage import letters, postbag
from storage import restored as storing
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import House
from tests.handlers.test_closing import manager
from tests.handlers.test_counter import does, hired
from tests.handlers.test_letters_in_chat import talking

__all__ = ["hired", "manager"]


def test_every_kind_has_a_name() -> None:
    assert {*MAILS, *POSTS, *letters.FILES} <= set(KINDS)


def test_a_manager_decides_one_by_one_or_all_at_once(house: House, manager: object) -> None:
    made = house.has_booked("sato", slot("2026-12-01", 10))
    talking(house, made)
    house.do(lambda tx: letters.put(tx, "card", f"{made.id}:1 x", chat="telegram:1"))
    house.do(lambda tx: letters.put(tx, "confirmation", "gone:1"))
    house.clock.set("2026-11-30 09:30:00")
    house.do(partial(storing.set_aside, office=YOKOHAMA))
    assert house.do(storing.count) > 3
    waits = house.do(partial(restored.waiting, premises=house.premises))
    whom = {(each.letter.kind, each.letter.channel): each.whom for each in waits if "gone" not in each.letter.about}
    assert whom["confirmation", "mail"] == "sato@example.jp"
    assert whom["can-change", "web"] == "佐藤 花子"
    assert whom["card", "telegram"] == ""
    (useless,) = [each for each in waits if "gone" in each.letter.about]
    assert useless.whom == ""
    assert does(house, manager, "letters-leave", letter=useless.letter.id) == "done"  # type: ignore[arg-type]
    assert does(house, manager, "letters-leave", letter=useless.letter.id) == Objection.CHANGED_MEANWHILE  # type: ignore[arg-type]
    assert does(house, manager, "letters-send") == "done"  # type: ignore[arg-type]
    assert house.do(partial(restored.waiting, premises=house.premises)) == []
    assert house.do(lambda tx: postbag.claim(tx, "p", most=9))
