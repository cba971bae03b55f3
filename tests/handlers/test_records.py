"""What is written down late, and that nobody escapes it."""

from handlers.counter.acts import DONE
from rules.objection import Objection
from rules.staff import Role
from storage import forgetting, strikes
from tests.factories import YOKOHAMA
from tests.handlers.talking import House
from tests.handlers.test_counter import HERE, does, hired, told
from tests.storage import acts


def test_what_nobody_wrote_down_is_recorded_another_day(house: House) -> None:
    clerk, made = hired(house, "田中", Role.CLERK), house.has_booked("sato", HERE, 2)
    house.clock.set("2026-12-01 09:00:00")
    assert does(house, clerk, "check-in", made) == Objection.TOO_LATE
    assert does(house, clerk, "check-in", made, reason="停電のため") == DONE
    assert does(house, clerk, "record", made, all="delivered") == DONE
    assert "すべて交付しました" in told(house, "2026-12-01 09:10:00")


def test_nobody_deletes_themselves_out_of_a_record(house: House) -> None:
    clerk, made = hired(house, "田中", Role.CLERK), house.has_booked("sato", HERE, 2)
    house.clock.set("2026-11-30 11:05:00")
    house.do(lambda tx: forgetting.forget(tx, YOKOHAMA, acts.coming(tx, "sato"), "web:9"))
    assert does(house, clerk, "absence", made) == DONE
    house.do(lambda tx: forgetting.forget(tx, YOKOHAMA, acts.coming(tx, "sato"), "web:9"))
    assert len(house.do(lambda tx: strikes.of(tx, acts.coming(tx, "sato")))) == 1


def test_who_is_here_is_not_cancelled_by_telephone(house: House) -> None:
    clerk, made = hired(house, "田中", Role.CLERK), house.has_booked("sato", HERE, 2)
    house.clock.set("2026-11-30 09:55:00")
    assert does(house, clerk, "check-in", made) == DONE
    assert does(house, clerk, "telephone-cancel", made, asked="yes") == Objection.HERE_ALREADY
