"""Who may see and do what: everything at the counter is closed, and of a booking only its agent knows."""

import re

import httpx
import pytest

from rules.staff import Role
from storage import bookings, journal, visits
from storage.database import Transaction
from tests.bot.asvs.conftest import HOST
from tests.bot.asvs.test_v3_browser import routes
from tests.bot.program import Program
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import Chat, House
from tests.handlers.test_counter import does, hired

OPEN = ("/counter/sign-in", "/counter/join/nonsense", "/counter/sign-out")
KNOWN = ("予約する", "エ 別の人が申請した", "在留期間更新許可", "次へ", "全件、該当する", "2", "10時")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_v8_3_1_nothing_of_the_counter_is_open_but_its_door(public: Program, method: str) -> None:
    closed = [path for path in routes(method) if path.startswith("/counter") and path not in OPEN]
    assert closed
    for path in closed:
        answer = httpx.request(method, f"{public.url}{path}", headers={"Host": HOST})
        assert answer.status_code == 403 or answer.headers["location"] == "/counter/sign-in", path


def test_v8_2_2_a_foreign_booking_is_like_one_that_there_is_not(house: House) -> None:
    made = house.has_booked("sato", slot("2026-12-01"), 2)
    other = Chat(house)
    other.is_agent("tanaka")
    answers = []
    for code in (made.code, "K7QX2M9A"):
        for said in (f"/booking {code}", code):
            answers.append(str(other.says(said)).replace(code, "…"))
            house.clock.forward(seconds=2)
        answers.append(str(other.presses_value(f"cancel|{code}|1")).replace(code, "…"))
        house.clock.forward(seconds=2)
    assert answers[:3] == answers[3:]
    assert house.do(lambda tx: bookings.by_code(tx, made.code)) == made


def test_v8_2_3_nobody_sees_whether_another_has_booked_a_number(house: House) -> None:
    """The mark on the counter's sheet is for staff alone."""
    house.has_booked("tanaka", slot("2026-12-01", 9), 1, 4711)
    said = []
    for who, number in (("sato", "4711"), ("suzuki", "8888")):
        chat = Chat(house, f"web:{who}")
        chat.is_agent(who)
        screens = []
        for word in (*KNOWN, f"東永P{number}", "入力をやめる", "予約する", *KNOWN[1:], f"東永P{number}", "確定する"):
            screens.append(str(chat.says(word)).replace(number, "…").replace(who, "…"))
            house.clock.forward(seconds=2)
        assert "予約が確定しました" in screens[-1]
        said.append(screens[: len(KNOWN) + 1])
    assert [re.sub(r"\d\d?:\d\dまで|残り\d+", "…", screen) for screen in said[0]] == [
        re.sub(r"\d\d?:\d\dまで|残り\d+", "…", screen) for screen in said[1]
    ]


@pytest.mark.parametrize("act", ["check-in", "record", "absence", "undo", "telephone-late", "places", "close"])
def test_v16_3_2_what_staff_do_and_its_line_in_the_journal_are_one(
    house: House, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the line cannot be written, nothing was done."""
    made = house.has_booked("sato", slot("2026-11-30"), 2)
    person = hired(house, "部長", Role.MANAGER)
    house.clock.set("2026-11-30 10:10:00")
    house.do(lambda tx: visits.locked(tx, YOKOHAMA, made.code))  # as it is looked at before each act
    before = house.do(everything)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(journal, "put", fails)
    form = {"first": "2026-12-01", "day": "2026-12-01", "hour": "9", "hour-9": "on", "places": "1", "reason": "試験"}
    with pytest.raises(RuntimeError):
        does(house, person, act, made, **form)
    assert house.do(everything) == before


def everything(tx: Transaction) -> str:
    tables = ("booking", "booking_case", "visit", "outcome", "strike", "slot", "closure", "letter", "journal", "agent")
    return "".join(str(dict(row)) for table in tables for row in tx.rows(f"SELECT * FROM {table}"))


def test_v2_3_4_a_number_of_ones_own_is_booked_once(house: House) -> None:
    """The one difference that is seen: one's own."""
    house.has_booked("sato", slot("2026-12-01", 9), 1, 4711)
    chat = Chat(house)
    chat.is_agent("sato")
    for said in ("予約する", "前回と同じ", "2", "10時", "東永P4711"):
        screen = chat.says(said)
        house.clock.forward(seconds=2)
    assert "すでにご予約" in str(screen.body[0])
