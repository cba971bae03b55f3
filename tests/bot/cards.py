"""Cards for tests: plain, full, in each language."""

from typing import Any

from handlers.card import Card
from handlers.confirmation import confirmation
from handlers.mark import mark
from handlers.phrases import booked, change
from rules.model import Kind, Mode, Number
from tests.factories import YOKOHAMA, agent, at, booking, numbers

URL = "http://127.0.0.1:8000/c/K7QX2M9A"
TEN_LONG = tuple(Number(f"東労一Ｅ１２３４５６７８９０１２３{n:03d}", str(n)) for n in range(10))


def a_card(language: str = "ja", *, now: str = "2026-11-26 10:00:00", **given: Any) -> Card:
    return card_of(agent(), language, now=now, **given)


def a_full_card(language: str = "ja") -> Card:
    """Return the card that has most on it: ten numbers of twenty characters, every kind, long names."""
    who = agent(
        name="グエン・ヴァン・アン（NGUYEN VAN ANH HOANG）",
        workplace="株式会社国際人材サービス首都圏統括本部横浜営業所 在留手続支援課",
    )
    return card_of(who, language, cases=TEN_LONG, kinds=tuple(Kind))


def card_of(who: Any, language: str, *, now: str = "2026-11-26 10:00:00", **given: Any) -> Card:
    made = booking(**{"cases": numbers(3), "mode": Mode.OTHER, **given})
    title, show = booked.CARD, booked.SHOW_CARD
    if made.is_cancelled:
        title, show = booked.CANCELLED, change.CANCELLED_VOID
    message = confirmation(YOKOHAMA, who, made, now=at(now), title=title, show=show)
    return Card(made, YOKOHAMA, message, language, mark(made.slot.day), URL, "yoyaku@example.jp", at(now))
