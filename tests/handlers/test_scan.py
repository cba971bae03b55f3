"""A scan: the code in what arrives, and what is said of it first."""

import pytest

from handlers.counter.scan import Scanned, Verdict, scanned, verdict
from handlers.language import words
from rules.visits import Visit
from tests.factories import YOKOHAMA, at, booking
from tests.rules.test_visits import visit

pytestmark = pytest.mark.once("asks no database")


@pytest.mark.parametrize(
    ("arrives", "found"),
    [
        ("K7QX2M9A", Scanned("K7QX2M9A")),
        ("k7qx2m9a-3", Scanned("K7QX2M9A", 3)),
        ("https://yoyaku.example.jp/c/K7QX2M9A-2", Scanned("K7QX2M9A", 2)),
        ("https+&&yoyaku.example.jp&c&K7QX2M9A-2", Scanned("K7QX2M9A", 2)),  # typed with another layout
        ("ｈｔｔｐｓ：／／ｙｏｙａｋｕ．ｅｘａｍｐｌｅ．ｊｐ／ｃ／Ｋ７ＱＸ２Ｍ９Ａ－１２", Scanned("K7QX2M9A", 12)),
        ("httpsyoyaku.example.jpcK7QX2M9Aー2", Scanned("K7QX2M9A", 2)),  # into an input method, which drops signs
        ("", None),
        ("K7QX2M9", None),
        ("K7QX2M9O", None),  # no code has an O
        ("東永P9001", None),
        ("BOOKK7QX2M9A", None),
    ],
)
def test_a_code_in_what_arrives(arrives: str, found: Scanned | None) -> None:
    assert scanned(arrives) == found


@pytest.mark.parametrize(
    ("of", "card", "moment", "tone", "begins"),
    [
        (visit(), 0, "2026-12-01 10:30:00", "good", "有効です"),
        (visit(), 1, "2026-12-01 10:30:00", "good", "有効です"),
        (visit(bookings=(booking(version=3),)), 2, "2026-12-01 10:30:00", "doubtful", "古い画面です（第2版）"),
        (
            visit(bookings=(booking(is_cancelled=True),)),
            1,
            "2026-12-01 10:30:00",
            "bad",
            "この予約は取り消されています",
        ),
        (visit(), 1, "2026-11-30 10:30:00", "bad", "別の日の予約です"),
        (visit(), 1, "2026-12-01 09:30:00", "doubtful", "早い来庁です"),
        (visit(), 1, "2026-12-01 11:00:00", "bad", "予約の時間帯（11:00まで）を過ぎた来庁です"),
        (visit(arrived=at("2026-12-01 10:05:00")), 1, "2026-12-01 10:30:00", "doubtful", "10:05に受付済みです"),
        (visit(is_absent=True), 1, "2026-12-01 12:30:00", "doubtful", "来庁なしと記録されています"),
    ],
)
def test_what_is_said_first_of_a_card(of: Visit, card: int, moment: str, tone: str, begins: str) -> None:
    said: Verdict = verdict(YOKOHAMA, of, Scanned("K7QX2M9A", card), now=at(moment))
    assert said.tone == tone
    assert words(said.said, "ja").startswith(begins)
