"""What is kept about an agent: all of it, to nobody else, for an hour; and what another chat's turn holds up."""

import json
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import psycopg

from handlers import data
from handlers.language import in_words
from rules.model import Agent
from storage import agents, bubbles, talks
from tests.factories import agent, numbers, slot
from tests.handlers.talking import Chat, House, printed
from tests.storage import acts


def test_everything_that_is_kept_is_in_the_file_and_on_the_page(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01"), cases=2)
    gone = house.has_booked("sato", slot("2026-12-02"), first=9101)
    house.do(acts.correcting("sato", booking.code, numbers(1, 9201)))
    house.do(acts.cancelling("sato", gone.code))
    house.do(lambda tx: tx.rows("INSERT INTO strike SELECT id, agent, day, 'no-show' FROM booking WHERE hour = 10"))
    house.do(lambda tx: tx.rows("DELETE FROM strike WHERE day = '2026-12-02'"))
    chat = Chat(house)
    chat.is_agent("sato")
    house.do(lambda tx: bubbles.add(tx, chat.name, "agent", '{"text": "設定"}'))
    office = house.premises.office
    who = house.do(lambda tx: agents.find(tx, booking.agent))
    kept = house.do(lambda tx: data.exported(tx, office, who))
    assert kept == {
        "office": "東京出入国在留管理局横浜支局",
        "exported": "2026-11-26T01:00:00+00:00",
        "agent": {
            "address": "sato@example.jp",
            "name": "佐藤 花子",
            "workplace": "佐藤行政書士事務所",
            "certificate": "notified",
            "certificate_number": "神行第1234号",
            "certificate_expiry": "2027-03-31",
            "telephone": "",
            "language": "ja",
            "agreed_to_notice": "2026-10-01",
            "suspended_until": None,
        },
        "bookings": [
            {
                "code": booking.code,
                "day": "2026-12-01",
                "hour": 10,
                "mode": "own",
                "kinds": ["extension"],
                "numbers": ["東永P9201"],
                "first_count": 2,
                "cutoff": "2026-11-30T03:00:00+00:00",
                "version": 2,
                "is_cancelled": 0,
                "rebook_until": None,
                "beyond": "",
                "agreed_to_notice": "2026-10-01",
                "earlier": [{"day": "2026-12-01", "hour": 10, "numbers": ["東永P9001", "東永P9002"]}],
            },
            {
                "code": gone.code,
                "day": "2026-12-02",
                "hour": 10,
                "mode": "own",
                "kinds": ["extension"],
                "numbers": ["東永P9101"],
                "first_count": 1,
                "cutoff": "2026-12-01T03:00:00+00:00",
                "version": 2,
                "is_cancelled": 1,
                "rebook_until": None,
                "beyond": "",
                "agreed_to_notice": "2026-10-01",
                "earlier": [{"day": "2026-12-02", "hour": 10, "numbers": ["東永P9101"]}],
            },
        ],
        "strikes": [{"day": "2026-12-01", "reason": "no-show", "lapses": "2027-05-30"}],
        "chats": [
            {
                "channel": "web",
                "last_used": "2026-11-26T01:00:00+00:00",
                "entered": {},
                "said": [{"at": "2026-11-26T01:00:00+00:00", "by": "agent", "content": {"text": "設定"}}],
            }
        ],
    }
    told = house.do(lambda tx: data.sections(tx, office, who))
    text = "\n\n".join(printed(in_words(section, "ja")) for section in told)
    assert text == (
        "【登録内容・証明書】\nメールアドレス：sato@example.jp\nお名前：佐藤 花子\n所属：佐藤行政書士事務所\n"
        "証明書：届出済証明書\n証明書の番号：神行第1234号\n有効期限：2027年3月31日\n電話番号：なし\n\n"
        f"【ご予約の内容】\n日時：2026年12月1日(火)　10:00〜11:00の間に\n予約番号：{booking.code}\n"
        "区分：ア 自分で申請した\n申請の種類：在留期間更新許可\n申請番号：東永P9201\n\n"
        f"【キャンセルしたご予約】\n日時：2026年12月2日(水)　10:00〜11:00の間に\n予約番号：{gone.code}\n"
        "区分：ア 自分で申請した\n申請の種類：在留期間更新許可\n申請番号：東永P9101\n\n"
        "【利用の記録】\n2026年12月1日：キャンセルの連絡がなく、来庁なし\n\n"
        "【このアドレスを使うチャット：1】\nウェブチャット　最終利用 11月26日(木) 10:00"
    )


def test_the_link_holds_for_an_hour_for_its_agent_and_while_its_chat_is_signed_in(house: House) -> None:
    booking = house.has_booked("sato", slot("2026-12-01"))
    chat = Chat(house)
    chat.is_agent("sato")
    who = house.do(lambda tx: agents.find(tx, booking.agent))

    def opens(token: str) -> bool:
        return house.do(lambda tx: data.opened(tx, house.premises, token)) is not None

    def given(to: Agent = who) -> str:
        return data.link(house.premises, to, chat.name, now=house.clock.now).rpartition("/")[2]

    token = given()
    assert house.do(lambda tx: data.opened(tx, house.premises, token)) == who
    for wrong in ("", "x", token[:-1], f"another{token}", token.replace(".", "")):
        assert not opens(wrong)
    house.clock.now += timedelta(hours=1)
    assert not opens(token)
    token = given()
    assert opens(token)
    house.do(lambda tx: talks.unbind(tx, chat.name))
    assert not opens(token)
    assert not opens(given(agent()))


def test_the_file_holds_no_link_to_the_next(house: House) -> None:
    chat = Chat(house)
    chat.is_agent("sato")
    chat.says("設定")
    screen = chat.says("6")
    house.do(lambda tx: bubbles.add(tx, chat.name, "office", json.dumps(asdict(screen), ensure_ascii=False)))
    who = house.do(lambda tx: agents.find(tx, talks.agent_of(tx, chat.name) or ""))
    kept = json.dumps(house.do(lambda tx: data.exported(tx, house.premises.office, who)), ensure_ascii=False)
    assert ("保存されているデータ" in kept, "/data/" in kept) == (True, False)


def test_a_chat_that_is_in_use_is_signed_out_in_a_moment(tmp_path: Path, fresh: str) -> None:
    house = House(tmp_path, url=fresh)
    chat, other = Chat(house, "web:1"), Chat(house, "web:2")
    for one in (other, chat):
        one.is_agent("sato")
    house.clock.forward(seconds=5)
    for said in ("設定", "4"):
        chat.says(said)
    with psycopg.connect(fresh) as in_use:
        in_use.execute("SELECT 1 FROM chat WHERE id = 'web:2' FOR UPDATE")
        screen = chat.presses("サインアウト#2")
        assert screen.body[0] == "そのチャットは、いま使用中です。少し待ってから、もう一度お試しください。"
        for said in ("設定", "6", "データを削除する", "削除する"):
            screen = chat.says(said)
        assert str(screen.body[0]).startswith("別のチャットが使用中のため、削除していません。")
    for said in ("設定", "4"):
        chat.says(said)
    assert chat.presses("サインアウト#2").body[0] == "サインアウトしました。"
    house.close()
