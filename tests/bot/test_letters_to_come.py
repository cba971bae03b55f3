"""The letters to come, on the preview beside its clock: each is sent when the clock comes to it."""

from tests.bot.browsing import JOURNEY, Visitor
from tests.bot.program import Program
from tests.bot.test_preview import moved


def test_the_letters_to_come_are_shown_and_each_is_sent_at_its_own_time(program: Program) -> None:
    visitor = Visitor(program.url)
    assert "送信予定はありません" in visitor.client.get("/").text
    for said in JOURNEY:
        visitor.says(said)
    shown = visitor.client.get("/").text
    for what in ("期限前のお知らせ", "期限経過のお知らせ", "当日のお知らせ"):
        assert what in shown
    for clock, subject in (
        ("T09:00", "本日11:59まで変更・キャンセルできます"),
        ("T12:00", "変更・キャンセルの期限を過ぎました"),
        ("T08:00", "本日のご予約"),
    ):
        moment = moved(visitor, to="letter")
        assert moment[10:16] == clock
        assert visitor.comes(f"【交付予約】({subject})")
    assert "送信予定はありません" in visitor.client.get("/").text
    visitor.says("予約を確認")


def test_no_reminder_is_to_come_of_what_was_cancelled(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in (*JOURNEY, "変更する", "キャンセルする", "キャンセルする"):
        page = visitor.says(said)
    assert page.last.startswith("予約をキャンセルしました")
    assert "送信予定はありません" in visitor.client.get("/").text
