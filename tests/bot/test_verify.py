"""The link in the mail, and the stream of a page."""

from tests.bot.browsing import Visitor, read
from tests.bot.program import Program


def test_opening_the_link_changes_nothing_and_pressing_it_confirms_once(visitor: Visitor, shared: Program) -> None:
    for said in ("予約する", "いずれも当てはまらない", "同意する", "tanaka@example.jp"):
        asked = visitor.says(said)
    visitor.comes("宛先: (tanaka@example.jp)")
    link, code = visitor.link(), visitor.code()
    elsewhere = Visitor(shared.url)
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
