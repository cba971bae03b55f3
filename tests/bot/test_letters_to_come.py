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


def test_a_reminder_stands_in_the_chat_with_buttons_that_lead_to_the_booking(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in JOURNEY:
        visitor.says(said)
    asked = visitor.says("予約する")
    moved(visitor, to="letter")
    visitor.comes("【交付予約】(本日11:59まで変更・キャンセルできます)")
    page = visitor.page()
    assert "まで、変更・キャンセルできます" in page.last
    assert set(asked.buttons) <= set(page.buttons)  # what was being asked can still be answered
    page = visitor.says("いつもの", page)  # whatever it is: the talk goes on below
    assert "まで、変更・キャンセルできます" not in page.last
    for said in ("キャンセルする", "キャンセルする"):
        page = visitor.says(said)
    assert page.last.startswith("予約をキャンセルしました")


def test_where_nobody_is_signed_in_any_more_it_comes_by_mail_alone(program: Program) -> None:
    visitor = Visitor(program.url)
    for said in JOURNEY:
        visitor.says(said)
    page = visitor.page()
    visitor.client.post("/chat/leave", data={"csrf": page.csrf})
    moved(visitor, to="letter")
    visitor.comes("【交付予約】(本日11:59まで変更・キャンセルできます)")
    assert len(visitor.page().bubbles) == 1
    program.stop()
    assert "is undeliverable: signed out" in program.log()
