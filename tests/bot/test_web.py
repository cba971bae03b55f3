"""The web chat over real HTTP, without scripts: forms, cookies, two tabs, and what is refused."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.bot.browsing import JOURNEY, Visitor, read
from tests.bot.program import Program


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("web")) as started:
        yield started
        counted = started.run("check")
        assert counted.stdout.rstrip().endswith("the books are right"), counted.stdout + counted.stderr
        started.stop()
        assert "Traceback" not in started.log()


@pytest.fixture
def visitor(program: Program) -> Visitor:
    return Visitor(program.url)


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


def test_no_other_name_leads_here(program: Program) -> None:
    assert httpx.get(f"{program.url}/chat", headers={"Host": "evil.example"}).status_code == 400
    assert httpx.get(f"{program.url}/", follow_redirects=False).headers["location"] == "/chat"


def test_a_form_that_is_not_ours_is_refused(visitor: Visitor, program: Program) -> None:
    page = visitor.page()
    for csrf in ("", "x", "é", page.csrf[::-1]):
        refused = visitor.client.post("/chat", data={"csrf": csrf, "update": "1", "text": "予約する"})
        assert refused.status_code == 403
        assert "何も変更されていません" in refused.text
    stranger = Visitor(program.url)
    assert stranger.client.post("/chat", data={"csrf": page.csrf, "update": "1", "text": "x"}).status_code == 403
    assert stranger.client.get("/chat/stream").status_code == 403
    assert visitor.client.post("/chat/leave", data={"csrf": "x"}).status_code == 403
    assert visitor.page().bubbles == page.bubbles


def test_a_forged_cookie_is_a_new_chat(visitor: Visitor, program: Program) -> None:
    visitor.says("予約する")
    forged = Visitor(program.url)
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


def test_opening_the_link_changes_nothing_and_pressing_it_confirms_once(visitor: Visitor, program: Program) -> None:
    for said in ("予約する", "いずれも当てはまらない", "同意する", "tanaka@example.jp"):
        asked = visitor.says(said)
    visitor.comes("宛先: (tanaka@example.jp)")
    link, code = visitor.link(), visitor.code()
    elsewhere = Visitor(program.url)
    elsewhere.page()
    for _ in range(2):
        assert visitor.client.head(link).status_code == 200
        opened = elsewhere.client.get(link)
    assert code in opened.text
    assert "確認してチャットに戻る" not in opened.text
    csrf = elsewhere.page().csrf
    assert elsewhere.client.post(link, data={"csrf": csrf}).status_code == 200  # heard there, and worth nothing
    assert visitor.page().bubbles == asked.bubbles
    pressed = read(visitor.client.get(link).text)
    assert visitor.client.post(link, data={"csrf": "x"}).status_code == 403
    proven = read(visitor.client.post(link, data={"csrf": pressed.csrf}).text)
    assert proven.last.startswith("お名前を入力してください\nメールアドレスを確認しました。")
    assert visitor.client.get(link).status_code == 410
    assert visitor.client.get("/verify/" + "x" * 40).status_code == 410


def test_the_stream_brings_what_is_answered(visitor: Visitor) -> None:
    page = visitor.page()
    with visitor.client.stream("GET", "/chat/stream?after=1") as stream:
        lines = stream.iter_lines()
        visitor.client.post("/chat", data=visitor.form("予約する", page), headers={"Accept": "application/json"})
        first = [next(lines) for _ in range(3)]
        second = [next(lines) for _ in range(3)]
    assert first[0] == "id: 2"
    assert second[0] == "id: 3"
    assert "b3" in second[1]


def test_the_program_says_that_it_is_well(program: Program) -> None:
    assert httpx.get(f"{program.url}/health").text == "ok\n"
    missing = httpx.get(f"{program.url}/nothing")
    assert missing.status_code == 404
    assert "ページが見つかりません" in missing.text


def test_the_books_are_counted_beside_the_running_program(program: Program) -> None:
    counted = program.run("check")
    assert counted.returncode == 0
    assert counted.stdout.count("\n") == 1
    assert "the books are right" in counted.stdout


def test_a_second_program_is_refused_with_a_reason(program: Program) -> None:
    second = program.run("serve")
    assert second.returncode == 2
    assert "YOYAKU_DATABASE: another program is using var/yoyaku.db" in second.stderr


def test_check_names_what_does_not_add_up(tmp_path: Path) -> None:
    with Program(tmp_path) as program:
        visitor = Visitor(program.url)
        for said in JOURNEY:
            visitor.says(said)
        program.stop()
    with sqlite3.connect(tmp_path / "var" / "yoyaku.db") as connection:
        connection.execute("UPDATE booking SET first_count = 1")
    connection.close()
    counted = program.run("check")
    assert counted.returncode == 1
    assert "count: " in counted.stdout
    assert "1 wrong" in counted.stdout
