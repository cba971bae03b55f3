"""An agent on Telegram, from the first word to a cancelled booking."""

import io

import zxingcpp
from PIL import Image

from rules.verification import code, token
from tests.bot.telegram.conftest import PREMISES, Desk

SATO = 7
PROFILE = (
    *("佐藤 花子", "佐藤行政書士事務所", "届出済証明書", "（届）神行24第1234号", "令和20年3月31日"),
    *("入力しない", "この内容で登録する"),
)


async def nonce(desk: Desk, chat: int = SATO) -> str:
    asked = "SELECT nonce FROM verification WHERE chat = ? ORDER BY asked DESC"
    row = await desk.db.read(lambda tx: tx.row(asked, f"telegram:{chat}"))
    assert row is not None
    return str(row["nonce"])


async def reviewing(desk: Desk, chat: int = SATO) -> None:
    """Let an agent whose address is known come to the review of a booking."""
    await desk.is_agent(chat)
    await desk.says(chat, "予約する", *PROFILE, "エ 別の人が申請した", "在留期間更新許可", "次へ", "全件、該当する")
    await desk.says(chat, "12月1日", "10時", "東労一E12345、東永Ｐ１２３４")


async def booked(desk: Desk, chat: int = SATO) -> str:
    """Let them book; return the code."""
    await reviewing(desk, chat)
    await desk.taps(chat, "確定する")
    row = await desk.db.read(lambda tx: tx.row("SELECT code FROM booking"))
    assert row is not None, desk.text(chat)
    return str(row["code"])


async def test_from_the_first_word_to_the_card(desk: Desk) -> None:
    await desk.says(SATO, "/start")
    await desk.taps(SATO, "予約する", "いずれも当てはまらない")
    assert len(desk.api.chats[SATO]) == 2  # a tap edits
    assert desk.api.screen(SATO).edits == 2
    await desk.taps(SATO, "同意する")
    await desk.says(SATO, "sato@example.jp")
    before, after = [seen for seen in desk.api.chats[SATO] if seen.by == "bot"][-2:]
    assert (before.buttons, after.text.splitlines()[0]) == ([], "メールをご確認ください")
    await desk.says(SATO, f"/start {token(PREMISES.secret, await nonce(desk))}")
    assert "メールアドレスを確認しました" in desk.text(SATO)
    await desk.says(SATO, *PROFILE)
    await desk.taps(SATO, "エ 別の人が申請した", "在留期間更新許可", "次へ", "全件、該当する", "12月1日(火)")
    await desk.taps(SATO, "10:00〜11:00 残り10")
    await desk.says(SATO, "東労一E12345、東永Ｐ１２３４")
    review = desk.api.screen(SATO)
    assert review.labels()[:4] == ["① 訂正", "① 削除", "② 訂正", "② 削除"]
    confirm = next(button for row in review.buttons for button in row if button["text"] == "確定する")
    assert confirm["style"] == "success"
    await desk.taps(SATO, "確定する")
    assert review.buttons == []
    done = desk.api.screen(SATO)
    assert done.text.startswith("予約が確定しました")
    for part in (
        "日時：2026年12月1日(火)　10:00〜11:00の間に",
        "東労一E12345",
        "届出済証明書",
        "確認メールを sato@example.jp",
    ):
        assert part in done.text
    ways = ["予約番号をコピー", "日時を変更", "申請番号を訂正", "件数を減らす", "キャンセルする", "予約を確認"]
    assert done.labels() == ways
    assert [button["style"] for row in done.buttons for button in row if "style" in button] == ["danger"]
    await desk.letters()
    assert desk.api.kinds(SATO)[-3:] == ["text", "photo", "document"]
    picture, calendar = desk.api.chats[SATO][-2:]
    (qr,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.content)))
    copied = next(button["copy_text"]["text"] for row in done.buttons for button in row if "copy_text" in button)
    assert qr.text == f"https://yoyaku.example.jp/c/{copied}-1"
    assert calendar.content.startswith(b"BEGIN:VCALENDAR")
    assert set(desk.api.taps.values()) == {None}  # each tap was answered


async def test_a_correction_a_move_and_a_cancellation(desk: Desk) -> None:
    code_of = await booked(desk)
    await desk.letters()
    await desk.taps(SATO, "件数を減らす", "② 削除", "変更を確定する")
    assert desk.text(SATO).startswith("予約を変更しました\n\n予約から除いた番号：東永Ｐ１２３４")
    await desk.letters()
    await desk.taps(SATO, "日時を変更", "12月2日(水)", "9:00〜10:00 残り10", "変更を確定する")
    assert "日時：2026年12月2日(水)　9:00〜10:00の間に" in desk.text(SATO)
    await desk.letters()
    old = next(seen for seen in desk.api.chats[SATO] if seen.text.startswith("予約が確定しました"))
    assert "キャンセルする" in old.labels()  # its buttons outlive the talk, and are checked
    await desk.hear(desk.api.taps_on(SATO, "キャンセルする", message=old.number))
    assert "別の画面で変更されました" in desk.text(SATO)
    await desk.taps(SATO, "キャンセルする")
    assert "この予約をキャンセルしますか" in desk.text(SATO)
    await desk.taps(SATO, "キャンセルする")
    assert desk.text(SATO).startswith("予約をキャンセルしました")
    await desk.letters()
    assert desk.api.chats[SATO][-1].kind == "document"
    assert b"METHOD:CANCEL" in desk.api.chats[SATO][-1].content
    row = await desk.db.read(lambda tx: tx.row("SELECT state, version FROM booking WHERE code = ?", code_of))
    assert row is not None
    assert (row["state"], row["version"]) == ("cancelled", 4)


async def test_reminder_and_deadline_message_come_and_interrupt_nothing(desk: Desk) -> None:
    await booked(desk)
    await desk.letters()
    await desk.says(SATO, "予約する")
    asked = desk.api.screen(SATO)
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert desk.text(SATO).startswith("11月30日(月) 11:59まで、変更・キャンセルできます")
    await desk.taps(SATO, "前回と同じ")  # the question stands above it still
    assert asked.edits == 1
    desk.clock.set("2026-11-30 12:00:00")
    await desk.letters()
    assert desk.text(SATO).startswith("変更・キャンセルの期限を過ぎました")
    desk.clock.set("2026-12-01 08:00:00")
    await desk.letters()
    assert desk.text(SATO).startswith("本日")
    assert desk.api.chats[SATO][-1].kind == "photo"


async def test_a_card_is_sent_up_once_and_again_where_it_was_lost(desk: Desk) -> None:
    await booked(desk)
    await desk.letters()
    for files in (1, 2):
        await desk.says(SATO, "予約を確認", "1")
        await desk.letters()
        assert desk.api.kinds(SATO)[-3:] == ["text", "photo", "document"]
        assert len(desk.api.files) == files
        desk.api.files = {"lost": b""}


async def test_a_link_that_somebody_else_asked_for_is_worth_nothing(desk: Desk) -> None:
    await desk.says(SATO, "予約する", "いずれも当てはまらない", "同意する", "sato@example.jp")
    stolen = token(PREMISES.secret, await nonce(desk))
    await desk.says(8, "/start", f"/start {stolen}")
    assert "有効時間（60分）が過ぎたか、使用済みです" in desk.text(8)
    await desk.says(SATO, code(PREMISES.secret, await nonce(desk)))
    assert "メールアドレスを確認しました" in desk.text(SATO)
