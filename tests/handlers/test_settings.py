"""An address proven anew, and other things that settings do behind the talk."""

from handlers.language import in_words, words
from handlers.letters.mail import Mail
from handlers.letters.worded import worded
from storage import postbag
from storage.letters import Letter
from tests.factories import slot
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts


def asking(house: House, address: str, name: str = "web:1") -> Chat:
    """Return a chat of sato that asked for another address."""
    chat = Chat(house, name)
    chat.is_agent("sato")
    for said in ("設定", "2", address):
        chat.says(said)
    return chat


def addresses(house: House) -> list[str]:
    return [row["address"] for row in house.do(lambda tx: tx.rows("SELECT address FROM agent ORDER BY address"))]


def test_the_link_proves_it_too_and_the_address_before_is_told(house: House) -> None:
    house.has_booked("sato", slot("2026-12-01"))
    chat = asking(house, "hanako@example.jp")
    assert addresses(house) == ["sato@example.jp"]
    screen = chat.says(f"/verify {chat.token()}")
    assert (screen.title, addresses(house)) == ("設定", ["hanako@example.jp"])
    assert str(chat.says("予約を確認").body[0]) == "これからのご予約：1件"
    mails = {mail.address: mail for letter in claimed(house) if (mail := word(house, letter))}
    told = mails["sato@example.jp"]  # the confirmation of the booking is on its way to the new address
    assert words(told.subject, "ja") == "【交付予約】メールアドレス変更のお知らせ"
    assert printed(in_words(told.message, "ja")).splitlines()[1:3] == [
        "東京出入国在留管理局横浜支局の交付予約で、別のメールアドレスが確認されました。このアドレスは、今後使用されません。",
        "お心当たりのない場合は、お電話ください：0570-045259（部屋番号10）",
    ]
    assert "hanako" not in printed(in_words(told.message, "ja"))
    assert set(mails) == {"hanako@example.jp", "sato@example.jp"}
    assert word(house, Letter("", "", "readdressed", "none", 1, "postman")) is None


def claimed(house: House) -> list[Letter]:
    return list(house.do(lambda tx: postbag.claim(tx, "postman", most=10)))


def word(house: House, letter: Letter) -> Mail | None:
    return house.do(lambda tx: worded(tx, house.premises, letter))


def test_an_address_that_somebody_has_already_is_not_taken(house: House) -> None:
    house.do(lambda tx: acts.coming(tx, "tanaka").id)
    chat = asking(house, "tanaka@example.jp")
    assert chat.screen is not None
    assert chat.screen.title == "メールをご確認ください"  # whether it is known is not told to who cannot read its mail
    screen = chat.says(chat.code())
    assert screen.title == "設定"
    assert str(screen.body[0]).startswith("そのアドレスは、すでに別にご登録があるため使えません。")
    assert addresses(house) == ["sato@example.jp", "tanaka@example.jp"]


def test_ones_own_address_is_not_mailed_where_the_digits_are_waited_for_either(house: House) -> None:
    chat = asking(house, "hanako@example.jp")
    screen = chat.says("sato@example.jp")
    assert str(screen.body[0]) == "現在ご登録のアドレスと同じです。"


def test_a_link_is_worth_nothing_once_the_chat_is_signed_out_or_the_address_is_another(house: House) -> None:
    chat = asking(house, "hanako@example.jp")
    other = asking(house, "jiro@example.jp", "web:2")
    other.says(other.code())
    screen = chat.says(chat.code())
    assert str(screen.body[0]).startswith("有効時間（60分）が過ぎたか、使用済みです")
    chat.says("入力をやめる")
    for said in ("設定", "2", "saburo@example.jp"):
        chat.says(said)
    token = chat.token()
    for said in ("設定", "4"):
        chat.says(said)
    chat.presses("サインアウト#1")
    screen = chat.says(f"/verify {token}")
    assert str(screen.body[0]).startswith("有効時間（60分）が過ぎたか、使用済みです")
    assert addresses(house) == ["jiro@example.jp"]


def test_details_are_asked_with_the_first_booking(house: House) -> None:
    chat = Chat(house)
    for said in ("予約する", "いずれも当てはまらない", "同意する", "li@example.jp"):
        chat.says(said)
    chat.says(chat.code())
    chat.says("設定")
    screen = chat.says("3")
    assert printed(screen).startswith("【登録内容・証明書】\nまだ登録されていません。")
    assert str(chat.says("name").body[0]).startswith("読み取れませんでした。")
