"""The web chat over real HTTP, without scripts: forms, cookies, two tabs, and what is refused."""

from pathlib import Path

import httpx
import pytest

from tests.bot.browsing import JOURNEY, Visitor, read
from tests.bot.program import Program


def test_an_hour_is_booked_from_the_first_word_to_the_last(visitor: Visitor) -> None:
    for said in JOURNEY:
        page = visitor.says(said)
    assert page.last.startswith("予約が確定しました")
    assert "東労一E12345\n東永Ｐ１２３４" in page.last
    assert visitor.page().bubbles == page.bubbles  # the talk survives a reload
    assert visitor.comes(r"予約確定（(\w{8})）") in page.last
    assert "東永Ｐ１２３４" in visitor.mailbox()


def test_every_page_keeps_to_itself(visitor: Visitor) -> None:
    for path in ("/chat", "/mailbox", "/verify/nonsense", "/nothing", "/static/style.css"):
        headers = visitor.client.get(path).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    cookie = visitor.client.get("/chat").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_no_other_name_leads_here(shared: Program) -> None:
    assert httpx.get(f"{shared.url}/chat", headers={"Host": "evil.example"}).status_code == 400
    assert httpx.get(f"{shared.url}/", headers={"Host": "localhost:1"}).status_code == 200


def test_a_form_that_is_not_ours_is_refused(visitor: Visitor, shared: Program) -> None:
    page = visitor.page()
    for csrf in ("", "x", "é", page.csrf[::-1]):
        refused = visitor.client.post("/chat", data={"csrf": csrf, "update": "1", "text": "予約する"})
        assert refused.status_code == 403
        assert "何も変更されていません" in refused.text
    stranger = Visitor(shared.url)
    assert stranger.client.post("/chat", data={"csrf": page.csrf, "update": "1", "text": "x"}).status_code == 403
    assert stranger.client.get("/chat/stream").status_code == 403
    assert visitor.client.post("/chat/leave", data={"csrf": "x"}).status_code == 403
    assert visitor.page().bubbles == page.bubbles


def test_a_forged_cookie_is_a_new_chat(visitor: Visitor, shared: Program) -> None:
    visitor.says("予約する")
    forged = Visitor(shared.url)
    forged.client.cookies.set("yoyaku", visitor.client.cookies["yoyaku"][:-2] + "xx")
    assert len(forged.page().bubbles) == 1


def test_the_same_form_sent_twice_is_heard_once(visitor: Visitor) -> None:
    page = visitor.page()
    first = visitor.says("予約する", page)
    again = visitor.says("予約する", page)
    assert first.bubbles == again.bubbles


def test_two_tabs_in_one_session(visitor: Visitor) -> None:
    one = visitor.page()
    two = visitor.page()
    visitor.says("予約する", one)
    late = visitor.says("ヘルプ", two)
    assert late.last.startswith("はじめにご確認ください\n前の画面のボタンです。現在の画面はこちらです。")
    assert visitor.says("いずれも当てはまらない", late).last.startswith("留意事項")


@pytest.mark.parametrize(
    "said", ["", "\0", "🙂", "<script>alert(1)</script>", "x" * 10_000, "\u202e逆", "' OR 1=1 --", "\r\n\r\n"]
)
def test_any_words_are_answered_and_shown_as_words(visitor: Visitor, said: str) -> None:
    before = visitor.page()
    answer = visitor.client.post("/chat", data={"csrf": before.csrf, "update": "u", "text": said})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert read(answer.text).last.startswith("交付予約")


def test_ten_thousand_characters_are_answered_and_more_are_refused_with_a_reason(visitor: Visitor) -> None:
    assert visitor.says("あ" * 10_000).last.startswith("交付予約")
    page = visitor.page()
    refused = visitor.client.post("/chat", data={"csrf": page.csrf, "update": "u", "text": "あ" * 40_000})
    assert refused.status_code == 400
    assert "分けて送信してください" in refused.text


def test_nothing_is_kept_of_who_only_looks(visitor: Visitor, shared: Program) -> None:
    def chats() -> int:
        return int(shared.rows("SELECT COUNT(*) FROM chat")[0][0])

    before = chats()
    for _ in range(5):
        httpx.get(f"{shared.url}/chat")
        httpx.head(f"{shared.url}/chat")
    assert chats() == before
    assert visitor.says("予約する").last.startswith("はじめに")
    assert chats() == before + 1


def test_a_form_that_is_too_large_or_none_at_all(visitor: Visitor) -> None:
    page = visitor.page()
    for content in (b"\xff\xfe", b"csrf=%ff&text=%00", b"a" * 100_000):
        answer = visitor.client.post(
            "/chat", content=content, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
        assert answer.status_code in (400, 403, 413)
    files = {"text": ("a.txt", b"words", "text/plain")}
    assert visitor.client.post("/chat", data={"csrf": page.csrf}, files=files).status_code in (200, 400)
    assert visitor.page().bubbles == page.bubbles


def test_signing_out_forgets_what_was_said(visitor: Visitor) -> None:
    page = visitor.says("予約する")
    left = visitor.client.post("/chat/leave", data={"csrf": page.csrf})
    assert len(read(left.text).bubbles) == 1
    assert read(left.text).last.startswith("交付予約")
    assert visitor.client.post("/chat", data={"csrf": page.csrf, "text": "x"}).status_code == 403


def test_the_program_says_that_it_is_well(shared: Program) -> None:
    assert httpx.get(f"{shared.url}/health").text == "ok\n"
    missing = httpx.get(f"{shared.url}/nothing")
    assert missing.status_code == 404
    assert "ページが見つかりません" in missing.text


def test_the_books_are_counted_beside_the_running_program(shared: Program) -> None:
    counted = shared.run("check")
    assert counted.returncode == 0
    assert counted.stdout.count("\n") == 1
    assert "the books are right" in counted.stdout


@pytest.mark.once("a file is for one program")
def test_a_second_program_is_refused_with_a_reason(shared: Program) -> None:
    second = shared.run("serve")
    assert second.returncode == 2
    assert "YOYAKU_DATABASE: another program is using var/yoyaku.db" in second.stderr


def test_check_names_what_does_not_add_up(tmp_path: Path) -> None:
    with Program(tmp_path) as program:
        visitor = Visitor(program.url)
        for said in JOURNEY:
            visitor.says(said)
        program.stop()
    program.rows("UPDATE booking SET first_count = 1")
    counted = program.run("check")
    assert counted.returncode == 1
    assert "count: " in counted.stdout
    assert "1 wrong" in counted.stdout


def test_the_same_words_twice_are_heard_once_and_other_words_of_the_same_page_too(visitor: Visitor) -> None:
    page = visitor.page()
    for said in ("予約する", "予約する", "いずれも当てはまらない"):
        visitor.client.post("/chat", data={"csrf": page.csrf, "update": page.update, "text": said})
    assert visitor.page().last.startswith("留意事項")
