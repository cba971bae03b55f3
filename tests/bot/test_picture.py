"""The card's picture: fit for a screenshot, whole in every language, drawn beside the talk."""

import asyncio
import io
import os
import re
import signal
from datetime import timedelta
from itertools import pairwise

import pytest
import zxingcpp
from PIL import Image, ImageChops

from bot.card.drawing import HEIGHT, SIDE, WIDTH, draw, svg
from bot.card.picture import Painter, Unpainted
from bot.card.setting import known, width, wrapped
from bot.card.sheet import sheet
from handlers.card import Card
from handlers.language import LANGUAGES
from handlers.mark import KANJI, SHAPES, mark
from tests.bench.card import delay
from tests.bot.cards import TEN_LONG, URL, a_card, a_full_card, card_of
from tests.factories import agent, day, slot

pytestmark = pytest.mark.once("asks no database")

CARDS = [
    pytest.param(make(language), id=f"{make.__name__}-{language}")
    for make in (a_card, a_full_card)
    for language in LANGUAGES
]
SHARE = 0.3  # of the time a card takes, by which a turn may be late: both grow with what else the machine does


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def is_blank(picture: Image.Image) -> bool:
    darkest, _ = picture.convert("L").getextrema()
    return bool(darkest > 250)  # type: ignore[operator]


def as_sent_on(picture: Image.Image) -> Image.Image:
    """Return `picture` as it arrives after a messenger: four tenths of its size, JPEG."""
    small = picture.resize((WIDTH * 4 // 10, HEIGHT * 4 // 10))
    sent = io.BytesIO()
    small.save(sent, "JPEG", quality=60)
    return Image.open(sent)


@pytest.mark.parametrize("card", CARDS)
def test_it_is_whole_small_and_its_code_is_read(card: Card) -> None:
    png = draw(sheet(card))
    picture = opened(png)
    assert picture.size == (1080, 1920)
    assert len(png) < 300_000
    margins = [(0, 170, 20, HEIGHT), (WIDTH - 20, 170, WIDTH, HEIGHT), (0, HEIGHT - 10, WIDTH, HEIGHT)]
    for box in margins:  # nothing runs over the edge
        assert is_blank(picture.crop(box))
    for shown in (picture, as_sent_on(picture), as_sent_on(picture.convert("L").convert("RGB"))):
        assert [code.text for code in zxingcpp.read_barcodes(shown)] == [URL]


@pytest.mark.parametrize("card", CARDS)
def test_everything_that_the_counter_reads_is_on_it_in_japanese(card: Card) -> None:
    drawn = "".join(re.sub(r"<[^>]*>", "", svg(sheet(card))).split())  # whatever lines it is set in
    for part in (
        *("予約確認画面", "東京出入国在留管理局横浜支局", "「③許可・証印」カウンター", "2026年", "12月1日(火)"),
        *("10:00〜11:00の間に", "予約番号", "K7QX2M9A", "区分", "エ別の人が申請した", "件数", "申請番号"),
        *("届出済証明書（受取日に有効なもの）", "変更・キャンセルの期限", "11月30日(月)11:59まで"),
        *(
            f"{len(card.booking.cases)}件",
            "0570-045259（部屋番号10）",
            "予約の完了は、結果の交付の完了ではありません。",
        ),
    ):
        assert part in drawn, part
    for case in card.booking.cases:
        assert case.typed in drawn


def test_the_agents_language_stands_beneath_and_says_the_same_things_once() -> None:
    drawn = svg(sheet(a_card("en")))
    assert "Tue, Dec 1, 2026" in drawn.split("K7QX")[1]
    assert drawn.count("東永P1001") == 1
    assert 'xml:lang="zh-Hans"' in svg(sheet(a_card("zh")))
    assert sheet(a_card("ja")).beneath == ()


def test_the_largest_words_stand_beside_mark_and_code_not_under_them() -> None:
    for card in (a_card(), a_full_card()):
        picture = opened(draw(sheet(card)))
        assert is_blank(picture.crop((SIDE - 20, 170, SIDE + 20, 500)))


def test_a_cancelled_one_is_seen_to_be() -> None:
    cancelled = a_card(is_cancelled=True)
    assert sheet(cancelled).title == "この予約はキャンセルされています"
    different = ImageChops.difference(opened(draw(sheet(cancelled))), opened(draw(sheet(a_card()))))
    assert different.getbbox() == (0, 0, WIDTH, HEIGHT)


def test_days_that_follow_each_other_have_marks_that_differ_in_kanji_and_shape() -> None:
    marks = [mark(day("2026-11-24") + timedelta(days=n)) for n in range(84)]
    assert all(a.kanji != b.kanji and a.shape != b.shape for a, b in pairwise(marks))
    assert len(set(marks)) == len(marks)
    assert len({*KANJI}) == len(KANJI) == 17
    assert len({*SHAPES}) == len(SHAPES) == 5


def test_marks_differ_in_grey() -> None:
    drawn = [
        opened(draw(sheet(a_card(slot=slot(f"2026-12-{n:02d}"))))).convert("L").crop((740, 190, 1010, 470)).tobytes()
        for n in range(1, 6)
    ]
    assert len(set(drawn)) == 5


def test_lines_are_no_wider_than_they_may_be_and_lose_nothing() -> None:
    text = "依頼書（申請人の署名があるもの。申請人1名につき1通） " + "W" * 60 + " and some words\nand a line"
    lines = list(wrapped(text, 30, 400))
    assert all(width(line, 30) <= 400 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in "、。）" for line in lines)
    assert len(TEN_LONG[0].typed) == 20


def test_what_the_fonts_lack_is_seen_to_be_missing() -> None:
    assert known("佐藤 花子 ÀŁ 髙﨑 ③") == "佐藤 花子 À〓 髙﨑 ③"
    assert known("葛\U000e0100城 สมชาย") == "葛城 〓〓〓〓〓"
    drawn = svg(sheet(card_of(agent(name="Łukasz 🙂"), "ja")))
    assert ">〓ukasz 〓<" in drawn


async def test_a_picture_is_drawn_once_however_many_wait_for_it() -> None:
    painter = Painter()
    one, two = await asyncio.gather(painter.picture(sheet(a_card())), painter.picture(sheet(a_card())))
    assert one is two
    painter.close()


async def test_turns_do_not_wait_for_pictures() -> None:
    """Drawn in a thread of ours, a turn waits for a whole card. Of 50 cards `make bench` says the milliseconds."""
    late = []
    for _ in range(3):
        _, hundredth, a_card = await delay(8)
        late.append(hundredth / a_card)
        if late[-1] <= SHARE:
            return
    raise AssertionError(late)


async def test_one_that_is_closed_draws_no_more() -> None:
    painter = Painter()
    waiting = [asyncio.create_task(painter.picture(sheet(a_card(code=f"K7QX{n:04}")))) for n in range(3)]
    await asyncio.sleep(0.5)
    painter.close()
    ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(end, Unpainted) for end in ended)
    assert painter._pool is None


async def test_a_painter_that_was_killed_is_replaced() -> None:
    painter = Painter()
    await painter.picture(sheet(a_card()))
    assert painter._pool is not None
    (worker,) = painter._pool._processes
    os.kill(worker, signal.SIGKILL)
    assert opened(await painter.picture(sheet(a_card("en")))).size == (WIDTH, HEIGHT)
    painter.close()


async def test_a_painter_that_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    painter = Painter()
    await painter.picture(sheet(a_card()))
    assert painter._pool is not None
    (worker,) = painter._pool._processes
    os.kill(worker, signal.SIGSTOP)
    monkeypatch.setattr("bot.card.picture.PATIENCE", 4.0)
    waiting = asyncio.create_task(painter.picture(sheet(a_card("en"))))
    await asyncio.sleep(2)
    monkeypatch.undo()  # for the one that comes after it
    assert opened(await waiting).size == (WIDTH, HEIGHT)
    painter.close()


async def test_a_picture_that_cannot_be_made_says_so_and_is_tried_again() -> None:
    painter = Painter()
    wrong = sheet(a_card())
    object.__setattr__(wrong, "url", object())
    for _ in range(2):
        with pytest.raises(Unpainted):
            await painter.picture(wrong)
    painter.close()
