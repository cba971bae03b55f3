"""What is said unasked, worded from what stands in the database then."""

from handlers.language import in_words, words
from handlers.letters.mail import Mail
from handlers.letters.worded import posted, worded
from storage import postbag, talks
from storage.letters import Letter
from tests.factories import numbers, slot
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts


def claimed(house: House) -> list[Letter]:
    return list(house.do(lambda tx: postbag.claim(tx, "postman", most=10)))


def word(house: House, letter: Letter) -> Mail | None:
    return house.do(lambda tx: worded(tx, house.premises, letter))


def test_the_mail_that_proves_an_address(house: House) -> None:
    chat = Chat(house)
    for said in ("予約する", "いずれも当てはまらない", "同意する", "sato@example.jp"):
        chat.says(said)
    (letter,) = claimed(house)
    mail = word(house, letter)
    assert mail is not None
    assert (mail.address, words(mail.subject, "ja")) == ("sato@example.jp", "【交付予約】メールアドレスの確認")
    assert printed(in_words(mail.message, "ja")).splitlines() == [
        "【メールアドレスの確認】",
        "東京出入国在留管理局横浜支局の交付予約で、このメールアドレスが入力されました。",
        "次の6桁の数字を、チャットに入力してください。",
        chat.code(),
        "または、次のリンクを開いてください。",
        f"https://yoyaku.example.jp/verify/{chat.token()}",
        "有効期限：11:00まで（60分間、1回限り）",
        "お心当たりのない場合は、このメールを破棄してください。登録や予約が行われることはありません。",
        "このメールは自動送信です。返信はお受けできません。",
    ]


def test_it_is_not_sent_once_it_is_of_no_use(house: House) -> None:
    chat = Chat(house)
    for said in ("予約する", "いずれも当てはまらない", "同意する", "sato@example.jp", "メールを再送する"):
        chat.says(said)
    replaced, newest = sorted(claimed(house), key=lambda letter: letter.subject == chat.nonce())
    assert word(house, replaced) is None
    assert word(house, newest) is not None
    house.clock.forward(hours=1)
    assert word(house, newest) is None


def test_the_confirmation_is_enough_at_the_counter_by_itself(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10), cases=2, first=1234)
    (letter,) = claimed(house)
    mail = word(house, letter)
    assert mail is not None
    assert words(mail.subject, "ja") == f"【交付予約】12月1日(火) 10:00〜11:00 予約確定（{booking.code}）"
    text = printed(in_words(mail.message, "ja"))
    for part in (
        "佐藤 花子 様",
        "日時：2026年12月1日(火)　10:00〜11:00の間に",
        f"予約番号：{booking.code}",
        "東永P1234\n　　東永P1235",
        "持ち物：届出済証明書（受取日に有効なもの）",
        "変更・キャンセルの期限：11月30日(月) 11:59まで",
        "0570-045259（部屋番号10）",
        "予約の完了は、結果の交付の完了ではありません。",
    ):
        assert part in text


def test_a_booking_that_changed_since_has_a_letter_of_its_own(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10))
    (letter,) = claimed(house)
    house.do(lambda tx: tx.rows("UPDATE booking SET version = 2"))
    assert word(house, letter) is None
    house.do(lambda tx: tx.rows("UPDATE booking SET version = 1"))
    gone = Letter(letter.id, "confirmation:none:1", "confirmation", "none:1", 1, "postman")
    assert word(house, gone) is None


def test_after_the_cutoff_the_card_says_so(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10))
    (letter,) = claimed(house)
    house.clock.set("2026-11-30 12:00:00")
    mail = word(house, letter)
    assert mail is not None
    assert "変更・キャンセルの期限は過ぎています。" in printed(in_words(mail.message, "ja"))


def test_a_mail_for_a_chat_that_is_gone_is_in_japanese(house: House) -> None:
    chat = Chat(house)
    for said in ("予約する", "いずれも当てはまらない", "同意する", "sato@example.jp"):
        chat.says(said)
    (letter,) = claimed(house)
    house.do(lambda tx: tx.rows("DELETE FROM chat"))
    mail = word(house, letter)
    assert mail is not None
    assert mail.language == "ja"


def test_a_cancelled_booking_is_told_with_the_file_that_takes_it_out_of_the_calendar(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10))
    house.do(acts.cancelling("sato", booking.code))
    first, second = sorted(claimed(house), key=lambda letter: letter.kind, reverse=True)
    assert word(house, first) is None  # the confirmation is not true any more
    mail = word(house, second)
    assert mail is not None
    assert words(mail.subject, "ja") == f"【交付予約】12月1日(火) 10:00〜11:00 キャンセル完了（{booking.code}）"
    text = printed(in_words(mail.message, "ja"))
    assert text.startswith("【予約をキャンセルしました】\n佐藤 花子 様\n")
    assert "予定を取り消すためのファイル" in text
    assert [(a.kind, a.version) for a in mail.message.attachments] == [("calendar", 2)]
    gone = Letter("", "", "cancellation", "none:2", 1, "postman")
    assert word(house, gone) is None


def test_a_changed_booking_is_told_with_what_changed(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01", 10), cases=2)
    house.do(acts.correcting("sato", booking.code, numbers(1, 9101)))
    house.do(acts.holding_for("sato", booking, slot("2026-12-02", 13)))
    first, second = sorted(claimed(house), key=lambda letter: letter.about)
    mail = word(house, second)
    assert mail is not None
    assert words(mail.subject, "ja") == f"【交付予約】12月1日(火) 10:00〜11:00 予約変更（{booking.code}）"
    text = printed(in_words(mail.message, "ja"))
    assert text.startswith(
        "【予約を変更しました】\n佐藤 花子 様\n予約から除いた番号：東永P9001、東永P9002\n"
        "追加した番号（最初のご予約2件の範囲内）：東永P9101\n以前に保存または印刷した予約確認画面は無効です。"
    )
    assert [(a.kind, a.version) for a in mail.message.attachments] == [("card", 2), ("calendar", 2)]
    house.do(acts.moving("sato", booking.code, version=2))
    assert (word(house, first), word(house, second)) == (None, None)  # the third has a letter of its own
    (third,) = claimed(house)
    mail = word(house, third)
    assert mail is not None
    text = printed(in_words(mail.message, "ja"))
    assert "日時の変更：2026年12月1日(火) 10:00〜11:00 → 2026年12月2日(水) 13:00〜14:00\n" in text


def test_whoever_waits_for_a_mail_that_came_back_is_told_in_the_chat(house: House) -> None:
    chat = Chat(house, "web:1")
    for said in ("予約する", "いずれも当てはまらない", "同意する", "satou@example.jp"):
        chat.says(said)
    (letter,) = claimed(house)
    house.do(lambda tx: postbag.undeliverable(tx, letter))
    (told,) = house.do(lambda tx: postbag.claim(tx, "postman", most=9, channel="web"))
    post = house.do(lambda tx: posted(tx, house.premises, told))
    assert post is not None
    assert post.agent is None
    assert printed(in_words(post.message, "ja")).splitlines() == [
        "【メールを配信できませんでした】",
        "satou@example.jp",
        "メールアドレスをご確認のうえ、「アドレスを訂正する」から入力し直してください。",
    ]
    for said in ("アドレスを訂正する", "sato@example.jp"):
        chat.says(said)
    assert house.do(lambda tx: posted(tx, house.premises, told)) is None


def test_nobody_is_told_of_another_mail_that_came_back(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01", 10))
    (letter,) = claimed(house)
    house.do(lambda tx: postbag.undeliverable(tx, letter))
    assert house.do(lambda tx: postbag.claim(tx, "postman", most=9, channel="web")) == []


def test_nothing_is_written_into_a_chat_that_is_forgotten(house: House) -> None:
    chat = Chat(house, "web:1")
    for said in ("予約する", "いずれも当てはまらない", "同意する", "satou@example.jp"):
        chat.says(said)
    (letter,) = claimed(house)
    house.do(lambda tx: postbag.undeliverable(tx, letter))
    house.do(lambda tx: talks.forget(tx, "web:1"))
    (told,) = house.do(lambda tx: postbag.claim(tx, "postman", most=9, channel="web"))
    assert house.do(lambda tx: posted(tx, house.premises, told)) is None
    house.do(lambda tx: postbag.undeliverable(tx, told))  # there is no mail to be had
    assert claimed(house) == []
