"""Any words at any step: an answer, no exception, and a way on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.handlers.talking import Chat, House

NASTY = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [
            "",
            "\0",
            "\ud800",
            "\u202eabc\u202c",
            "<script>alert(1)</script>",
            "'; DROP TABLE agent; --",
            "🙂" * 100,
            "あ" * 10_000,
            "１２３４５６７８９０" * 20,
            "٠١٢٣٤٥٦٧٨٩",
            "{0.__class__}",
            "%s%s%n",
            "2026-02-30",
            "令和99年13月32日",
            "/verify x",
            "/certificate",
            "/unknown",
            "0|0",
            "remove 0",
            "correct 99999999999",
        ]
    ),
)
JOURNEY = [
    "予約する",
    "いずれも当てはまらない",
    "同意する",
    "li@example.jp",
    "{code}",
    "李 明",
    "李行政書士事務所",
    "2",
    "123",
    "2030-01-01",
    "入力しない",
    "この内容で登録する",
    "1",
    "1",
    "次へ",
    "全件、該当する",
    "12/1",
    "10時",
    "東永P1234、777",
    "この番号でよい",
]


@pytest.mark.slow
@pytest.mark.no_cover  # random: what it happens to reach is no test of that
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(st.integers(0, len(JOURNEY)), st.lists(NASTY, min_size=1, max_size=4))
def test_any_words_at_any_step_have_an_answer(
    tmp_path_factory: pytest.TempPathFactory, steps: int, nasty: list[str]
) -> None:
    house = House(tmp_path_factory.mktemp("words"))
    chat = Chat(house)
    for said in JOURNEY[:steps]:
        chat.says(said.replace("{code}", chat.code()) if "{code}" in said else said)
        house.clock.forward(seconds=5)
    for text in nasty:
        screen = chat.says(text)
        assert screen.title
        assert any(choice.value in ("/menu", "/book", "/restart") for choice in screen.choices)
        house.clock.forward(seconds=5)
    house.close()
