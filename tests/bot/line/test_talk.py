"""An agent on LINE, from the first word to a cancelled booking."""

from rules.verification import code, token
from tests.bot.line.conftest import PREMISES, Desk
from tests.bot.line.people import actions_of

SATO = "U" + "7" * 32
PROFILE = (
    *("佐藤 花子", "佐藤行政書士事務所", "届出済証明書", "（届）神行24第1234号", "令和20年3月31日"),
    *("入力しない", "この内容で登録する"),
)


async def nonce(desk: Desk, user: str = SATO) -> str:
    asked = "SELECT nonce FROM verification WHERE chat = ? ORDER BY asked DESC"
    row = await desk.db.read(lambda tx: tx.row(asked, f"line:{user}"))
    assert row is not None
    return str(row["nonce"])


async def reviewing(desk: Desk, user: str = SATO) -> None:
    """Let an agent whose address is known come to the review of a booking."""
    await desk.is_agent(user)
    await desk.says(user, "予約する", *PROFILE, "エ 別の人が申請した", "在留期間更新許可", "次へ", "全件、該当する")
    await desk.says(user, "12月1日", "10時", "東労一E12345、東永Ｐ１２３４")


async def booked(desk: Desk, user: str = SATO) -> str:
    """Let them book; return the code."""
    await reviewing(desk, user)
    await desk.taps(user, "確定する")
    row = await desk.db.read(lambda tx: tx.row("SELECT code FROM booking"))
    assert row is not None, desk.line.text(user)
    return str(row["code"])


async def test_from_following_to_the_card_by_buttons_as_on_a_pc(desk: Desk) -> None:
    await desk.hear(desk.line.follows(SATO))
    assert desk.line.last(SATO)["altText"].startswith("交付予約")
    await desk.taps(SATO, "予約する", "いずれも当てはまらない", "同意する")
    await desk.says(SATO, "sato@example.jp")
    assert desk.line.text(SATO).startswith("メールをご確認ください")
    await desk.says(SATO, f"メール確認 {token(PREMISES.secret, await nonce(desk))}")
    assert "メールアドレスを確認しました" in desk.line.text(SATO)
    await desk.says(SATO, *PROFILE[:2])
    await desk.taps(SATO, "届出済証明書")
    await desk.says(SATO, *PROFILE[3:5])
    await desk.taps(SATO, *PROFILE[5:])
    await desk.taps(SATO, "エ 別の人が申請した", "在留期間更新許可", "次へ", "全件、該当する", "12月1日(火)")
    await desk.taps(SATO, "10:00〜11:00 残り10")
    await desk.says(SATO, "東労一E12345、東永Ｐ１２３４")
    assert [label for label in desk.line.labels(SATO) if label in ("訂正", "削除")] == ["訂正", "削除"] * 2
    await desk.taps(SATO, "確定する")
    done, picture = desk.line.said(SATO)[-2:]
    assert done["altText"].startswith("予約が確定しました。 日時：2026年12月1日(火)　10:00〜11:00の間に。 予約番号：")
    assert done["contents"]["header"]["contents"][0]["text"] == "予約が確定しました"
    assert picture["originalContentUrl"].startswith("https://yoyaku.example.jp/card/")
    actions = {action["label"]: action for action in actions_of([done])}
    assert actions["カレンダーに追加"]["uri"].endswith(".ics?openExternalBrowser=1")
    assert actions["予約番号をコピー"]["clipboardText"] in done["altText"]
    assert list(actions)[2:] == [
        *("予約番号をコピー", "日時を変更", "申請番号を訂正", "件数を減らす", "キャンセルする", "予約を確認")
    ]
    await desk.letters()
    assert desk.line.counted["message/push"] == 0  # everything was an answer


async def test_the_whole_booking_by_typing_alone(desk: Desk) -> None:
    await desk.says(SATO, "こんにちは", "予約する", "いずれも当てはまらない", "同意する", "sato@example.jp")
    await desk.says(SATO, code(PREMISES.secret, await nonce(desk)), *PROFILE)
    await desk.says(SATO, "え", "２", "次へ", "全件、該当する", "３", "午前10時", "東労一E12345 東永P1234", "確定する")
    assert desk.line.last(SATO)["altText"].startswith("予約が確定しました。")


async def test_a_correction_a_move_and_a_cancellation(desk: Desk) -> None:
    code_of = await booked(desk)
    confirmed = desk.line.last(SATO)
    await desk.taps(SATO, "件数を減らす", "削除#2", "変更を確定する")
    assert desk.line.last(SATO)["altText"].startswith("予約を変更しました。")
    await desk.taps(SATO, "日時を変更", "12月2日(水)", "9:00〜10:00 残り10", "変更を確定する")
    assert "2026年12月2日(水)\n9:00〜10:00の間に" in desk.line.text(SATO)
    await desk.hear(desk.line.taps(SATO, "キャンセルする", among=[confirmed]))
    assert "別の画面で変更されました" in desk.line.text(SATO)
    await desk.taps(SATO, "キャンセルする", "キャンセルする")
    cancelled = desk.line.last(SATO)
    assert cancelled["altText"].startswith("予約をキャンセルしました。")
    assert "カレンダーから削除" in desk.line.labels(SATO)
    assert cancelled["contents"]["header"]["backgroundColor"] != confirmed["contents"]["header"]["backgroundColor"]
    row = await desk.db.read(lambda tx: tx.row("SELECT state, version FROM booking WHERE code = ?", code_of))
    assert row is not None
    assert (row["state"], row["version"]) == ("cancelled", 4)
    await desk.letters()
    assert desk.line.counted["message/push"] == 0


async def test_an_older_screen_is_answered_never_obeyed(desk: Desk) -> None:
    await desk.says(SATO, "メニュー", "予約する")
    first = desk.line.said(SATO)[0]
    await desk.hear(desk.line.taps(SATO, "設定", among=[first]))
    assert "前の画面のボタンです" in desk.line.text(SATO)
    assert desk.line.text(SATO).startswith("はじめにご確認ください")


async def test_full_hours_are_grey_words(desk: Desk) -> None:
    places = "INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 0)"
    await desk.db.run(lambda tx: tx.rows(places))
    await reviewing(desk)
    await desk.says(SATO, "12月1日")
    assert "10:00〜11:00　満席" in desk.line.text(SATO)
    assert not any(label.startswith("10:00") for label in desk.line.labels(SATO))


async def test_letters_are_pushed_those_that_are_worth_it_and_interrupt_nothing(desk: Desk) -> None:
    await booked(desk)
    await desk.says(SATO, "予約する")
    asked = desk.line.last(SATO)
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert desk.line.last(SATO)["altText"].startswith("11月30日(月) 11:59まで、変更・キャンセルできます")
    await desk.hear(desk.line.taps(SATO, "前回と同じ", among=[asked]))  # the question above still stands
    assert "前の画面" not in desk.line.text(SATO)
    desk.clock.set("2026-11-30 12:00:00")
    await desk.letters()
    assert desk.line.last(SATO)["altText"].startswith("変更・キャンセルの期限を過ぎました")
    desk.clock.set("2026-12-01 08:00:00")
    await desk.letters()
    # what the profile does not say to be worth a push
    assert await desk.states("today") == [
        ("line", "skipped"),
        ("mail", "pending"),
    ]
    assert (desk.line.counted["message/push"], desk.line.used) == (2, 2)


async def test_the_quota_is_gone_and_the_same_words_go_by_mail(desk: Desk) -> None:
    await booked(desk)
    desk.line.quota = 0
    desk.clock.set("2026-11-30 09:00:00")
    await desk.letters()
    assert await desk.states("can-change") == [("line", "skipped"), ("mail", "pending")]


async def test_a_link_that_somebody_else_asked_for_is_worth_nothing(desk: Desk) -> None:
    await desk.says(SATO, "予約する", "いずれも当てはまらない", "同意する", "sato@example.jp")
    stolen = token(PREMISES.secret, await nonce(desk))
    await desk.says("U8", "メニュー", f"メール確認 {stolen}")
    assert "有効時間（60分）が過ぎたか、使用済みです" in desk.line.text("U8")
