"""Authentication: the mail address is proven, staff have a passphrase."""

import asyncio
from functools import partial

import pytest

from bot.passphrase import hashed
from bot.web.counter import signing
from handlers.counter import people
from rules.refusal import Refusal
from rules.staff import Role
from storage import verifications
from storage.database import Database, Transaction
from storage.verifications import Verification
from tests.factories import YOKOHAMA, slot
from tests.handlers.talking import Chat, House

WAY = ("予約する", "いずれも当てはまらない", "同意する")
PROVEN = "お名前を入力してください"
AT_ONCE = 12


def asks(chat: Chat, address: str = "sato@example.jp") -> None:
    """Let somebody come to where the digits are waited for."""
    for said in (*WAY, address):
        chat.says(said)
        chat.house.clock.forward(seconds=1)


def test_v6_5_3_neither_link_nor_code_stands_in_the_database(chat: Chat) -> None:
    asks(chat)

    def everything(tx: Transaction) -> str:
        tables = ("verification", "chat", "letter", "bubble", "heard")
        return "".join(
            str(tuple(row.items())) for table in tables for row in map(dict, tx.rows(f"SELECT * FROM {table}"))
        )

    kept = chat.house.do(everything)
    assert chat.nonce() in kept
    assert chat.code() not in kept
    assert chat.token()[16:] not in kept


@pytest.mark.parametrize(("seconds", "is_proven"), [(3599, True), (3600, False)])
@pytest.mark.parametrize("by_link", [True, False])
def test_v6_5_5_link_and_code_hold_an_hour_which_the_notice_says_and_no_longer(
    chat: Chat, seconds: int, is_proven: bool, by_link: bool
) -> None:
    asks(chat)
    chat.house.clock.forward(seconds=seconds - 1)
    screen = chat.says(f"/verify {chat.token()}" if by_link else chat.code())
    assert (screen.title == PROVEN) is is_proven


def test_v6_5_1_the_link_works_once(house: House) -> None:
    chat, other = Chat(house), Chat(house, "web:2")
    asks(chat)
    token = chat.token()
    assert chat.says(f"/verify {token}").title == PROVEN
    for again in (chat, other):
        assert again.says(f"/verify {token}").title != "メールアドレスを確認しました"
    assert house.do(lambda tx: tx.rows("SELECT state FROM verification"))[0]["state"] == "used"


def test_v6_6_2_the_newest_of_a_chat_wins_and_is_worthless_elsewhere(house: House) -> None:
    chat, other = Chat(house), Chat(house, "web:2")
    asks(chat)
    old_code, old_token = chat.code(), chat.token()
    house.clock.forward(seconds=61)
    chat.says("メールを再送する")
    assert chat.code() != old_code
    for said in (old_code, f"/verify {old_token}"):
        assert chat.says(said).title != PROVEN
        house.clock.forward(seconds=1)
    asks(other, "tanaka@example.jp")
    for said in (chat.code(), f"/verify {chat.token()}"):
        assert other.says(said).title != PROVEN
        house.clock.forward(seconds=1)
    assert chat.says(chat.code()).title == PROVEN


def test_v6_6_3_five_tries_a_code_and_then_neither_it_nor_the_link(chat: Chat) -> None:
    asks(chat)
    code, token = chat.code(), chat.token()
    for n in range(5):
        chat.says("000000" if code != "000000" else "111111")
        chat.house.clock.forward(seconds=n)
    for said in (code, f"/verify {token}"):
        assert chat.says(said).title != PROVEN
        chat.house.clock.forward(seconds=1)


async def test_v6_6_3_five_mails_a_day_to_an_address_however_many_ask_at_once(db: Database) -> None:
    asked = await asyncio.gather(*(db.run(_asking(n, f"sato+{n}@example.jp", f"o{n}")) for n in range(AT_ONCE)))
    assert sum(isinstance(each, Verification) for each in asked) == YOKOHAMA.mails_per_address
    assert {each for each in asked if not isinstance(each, Verification)} == {Refusal.TOO_MANY_MAILS}


async def test_v2_4_1_so_many_mails_an_hour_to_everybody(db: Database) -> None:
    """Web chats cost nothing, addresses little, and origins are for rent."""
    for n in range(YOKOHAMA.mails_in_all):
        assert isinstance(await db.run(_asking(n, f"a{n}@example.jp", f"o{n}")), Verification)
    assert await db.run(_asking(9999, "z@example.jp", "z")) is Refusal.TOO_MANY_MAILS


async def test_v6_4_1_the_link_of_staff_sets_one_passphrase_however_many_open_it_at_once(db: Database) -> None:
    await db.run(lambda tx: people.add(tx, "田中", Role.CLERK, "a token of more than 24 letters"))
    link = people.digest("a token of more than 24 letters")
    setting = (partial(signing._set, link=link, kept=f"hash {n}", entry=str(n)) for n in range(AT_ONCE))
    done = await asyncio.gather(*map(db.run, setting))
    assert sum(done) == 1


async def test_v11_4_2_a_passphrase_is_kept_as_argon2id() -> None:
    kept = await hashed("四つの 単語を 並べた もの")
    kind, parameters = kept.split("$")[1], kept.split("$")[3]
    assert kind == "argon2id"
    figures = dict(pair.split("=") for pair in parameters.split(","))
    assert int(figures["m"]) >= 19456
    assert int(figures["t"]) >= 2


def test_v6_3_8_the_same_is_answered_whether_an_address_is_known_or_not(house: House) -> None:
    known, stranger = Chat(house, "web:known"), Chat(house, "web:stranger")
    house.has_booked("sato", slot("2026-12-01"))
    said = []
    for chat, address in ((known, "sato@example.jp"), (stranger, "nobody@example.jp")):
        asks(chat, address)
        assert chat.screen is not None
        said.append(str(chat.screen).replace(address, "…").replace(chat.name, "…"))
    assert said[0] == said[1]


def _asking(n: int, address: str, origin: str) -> "partial[Verification | Refusal]":
    return partial(verifications.ask, office=YOKOHAMA, chat=f"web:{n}", address=address, notice="", origin=origin)
