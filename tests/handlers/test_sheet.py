"""The day sheet: what the books say at noon, and afterwards only what is telephoned in."""

import csv
import io
from dataclasses import replace
from functools import partial

from handlers.counter import sheet
from handlers.counter.sheet import Sheet
from handlers.language import in_words
from handlers.letters.worded import worded
from rules.model import Booking, Slot
from rules.staff import Role
from storage import postbag, sheets
from tests.factories import YOKOHAMA, day, slot
from tests.handlers.talking import House, printed
from tests.handlers.test_counter import does, hired
from tests.storage import acts
from tests.storage.acts import cancelling

ON = day("2026-12-01")


def made(house: House) -> Sheet:
    return house.do(lambda tx: sheet.sheet(tx, YOKOHAMA, ON))


def told(house: House) -> list[list[str]]:
    text = sheet.as_csv(YOKOHAMA, made(house), "ja")
    assert text.startswith("\ufeff申請番号,")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_it_equals_the_books_at_noon_and_changes_only_by_telephone(house: House) -> None:
    first = house.has_booked("sato", slot("2026-12-01", 9), 2, first=1001)
    gone = house.has_booked("ito", slot("2026-12-01", 10), 1, first=2001)
    late = house.has_booked("abe", slot("2026-12-01", 9), 1, first=3001)
    house.clock.set("2026-11-30 11:59:59")
    assert not made(house).is_final
    house.do(cancelling("ito", gone.code))
    house.clock.set("2026-11-30 12:00:00")
    final = made(house)
    assert (final.is_final, final.gone) == (True, [])
    assert [(line.case.typed, line.slot.hour, line.booking.code) for line in final.lines] == [
        ("東永P1001", 9, first.code),
        ("東永P1002", 9, first.code),
        ("東永P3001", 9, late.code),
    ]
    assert does(house, hired(house, "田中", Role.CLERK), "telephone-cancel", late, asked="yes") == "done"
    after = made(house)
    assert [booking.code for booking in after.gone] == [late.code]
    assert len(after.visits) == len(final.visits) - 1


def noon_letters(house: House) -> list[str]:
    """Return what the counter is told at noon."""
    house.do(lambda tx: sheets.announce(tx, YOKOHAMA))
    said = []
    for letter in house.do(lambda tx: postbag.claim(tx, "p", most=99)):
        mail = (
            house.do(partial(worded, premises=house.premises, letter=letter)) if letter.kind == "sheet-final" else None
        )
        said += [f"{mail.address} {printed(in_words(mail.message, mail.language))}"] if mail else []
        house.do(partial(postbag.finish, letter=letter, state="sent"))
    return said


def test_the_counter_is_told_at_noon_with_a_link_and_no_numbers(house: House) -> None:
    for n, name in enumerate(("sato", "ito")):
        house.has_booked(name, slot("2026-12-01", 9), 1, first=1001 + n)
    gone = house.has_booked("abe", slot("2026-12-02", 9), 1, first=3001)
    house.do(cancelling("abe", gone.code))
    house.clock.set("2026-11-30 11:59:59")
    assert noon_letters(house) == []
    house.clock.set("2026-11-30 12:00:00")
    assert noon_letters(house) == [
        "madoguchi@example.jp 【2026年12月1日(火)の日別一覧が確定しました】\n"
        "今後、取次者は変更できません。サインインのうえ、次のページで表示・印刷できます。\n"
        "https://yoyaku.example.jp/counter/sheet?day=2026-12-01"
    ]
    house.clock.set("2026-12-01 12:00:00")
    assert noon_letters(house) == []  # nobody comes


def test_it_is_final_when_the_last_of_its_bookings_is(house: House) -> None:
    house.has_booked("sato", slot("2026-12-02", 9), 1, first=1001)
    does(house, hired(house, "部長", Role.MANAGER), "close", first="2026-12-01", reason="x")
    house.has_booked("ito", slot("2026-12-02", 9), 1, first=2001)  # told of a cutoff on the thirtieth
    house.clock.set("2026-11-30 12:00:00")
    assert noon_letters(house) == []
    house.clock.set("2026-12-01 12:00:00")
    assert len(noon_letters(house)) == 1


def test_what_changes_afterwards_is_a_difference(house: House) -> None:
    clerk, manager = hired(house, "田中", Role.CLERK), hired(house, "部長", Role.MANAGER)
    moved = house.has_booked("sato", slot("2026-12-01", 9), 2, first=1001)
    house.clock.set("2026-11-30 13:00:00")
    form = {"asked": "yes", "mode": "own", "kind-extension": "on", "numbers": "東永P5001", "reason": "至急"}
    assert does(house, clerk, "book", agent=moved.agent, slot="2026-12-01 10", **form) == "done"
    (added,) = made(house).added
    assert (added.case.typed, told(house)[-1][-1]) == ("東永P5001", "確定後に追加")
    does(house, manager, "close", first="2026-12-01", reason="台風", **{"hour-9": "on"})
    assert [each.code for each in made(house).gone] == [moved.code]
    house.do(acts.holding_for("sato", moved, slot("2026-12-03", 9)))
    assert isinstance(house.do(acts.moving("sato", moved.code, version=2)), Booking)
    (gone,) = made(house).gone
    assert (gone.code, gone.hour, gone.cases) == (moved.code, 9, ("東永P1001", "東永P1002"))
    remarks = {line[0]: line[-1] for line in told(house)}
    assert (remarks["東永P1001"], remarks["東永P1002"]) == ("確定後の取り消し",) * 2
    assert made(house).last.hour == 11


def test_after_a_day_was_opened_again_it_is_told_once_when_it_is_final(house: House) -> None:
    manager = hired(house, "部長", Role.MANAGER)
    does(house, manager, "close", first="2026-12-02", reason="x")
    house.has_booked("sato", slot("2026-12-03", 9), 1, first=1001)  # until the first, 11:59
    does(house, manager, "reopen", day="2026-12-02")
    house.clock.set("2026-12-01 12:00:00")
    assert noon_letters(house) == []
    house.clock.set("2026-12-02 12:00:00")
    assert len(noon_letters(house)) == 1


def test_a_number_that_another_agent_booked_too_is_marked_for_both(house: House) -> None:
    for name, hour in (("sato", 9), ("ito", 10)):
        house.has_booked(name, slot("2026-12-01", hour), 1, first=1001)
    house.has_booked("abe", slot("2026-12-01", 9), 1, first=2001)
    assert [(line.case.typed, line.is_clashing) for line in made(house).lines] == [
        ("東永P1001", True),
        ("東永P1001", True),
        ("東永P2001", False),
    ]
    assert [row[-1] for row in told(house)] == ["他の取次者も予約", "他の取次者も予約", ""]


def test_no_cell_is_calculated(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 9), 1, first=1001)
    house.do(lambda tx: tx.rows("UPDATE agent SET name = '=1+1', workplace = '@SUM(A1)'"))
    (row,) = told(house)
    assert row[3:5] == ["'=1+1", "'@SUM(A1)"]


def test_the_days_that_can_be_looked_at(house: House) -> None:
    shown = house.do(lambda tx: sheet.days(tx, YOKOHAMA))
    assert shown[:3] == [day("2026-11-26"), day("2026-11-27"), day("2026-11-30")]
    assert len(shown) == sheet.OFFERED
    assert Slot(ON, 9).day in shown


def test_a_counter_without_a_mailbox_is_told_nothing(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 9), 1, first=1001)
    house.clock.set("2026-11-30 12:00:00")
    house.premises = replace(house.premises, counter="")
    assert noon_letters(house) == []


def test_it_stays_final_from_when_it_was_though_its_last_booking_is_telephoned_away(house: House) -> None:
    clerk, manager = hired(house, "田中", Role.CLERK), hired(house, "部長", Role.MANAGER)
    last = house.has_booked("sato", slot("2026-12-02", 9), 1, first=1001)
    moved = house.has_booked("abe", slot("2026-12-02", 10), 1, first=3001)
    does(house, manager, "close", first="2026-12-01", reason="x")
    house.has_booked("ito", slot("2026-12-02", 9), 1, first=2001)  # told of a cutoff on the thirtieth
    house.clock.set("2026-11-30 15:00:00")
    house.do(acts.holding_for("abe", moved, slot("2026-12-03", 9)))
    assert isinstance(house.do(acts.moving("abe", moved.code)), Booking)
    house.clock.set("2026-12-01 13:00:00")
    assert does(house, clerk, "telephone-cancel", last, asked="yes") == "done"
    found = house.do(lambda tx: sheet.sheet(tx, YOKOHAMA, day("2026-12-02")))
    assert [each.code for each in found.gone] == [last.code]
