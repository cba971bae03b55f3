"""Many at once, through the talk itself, on both databases."""

import asyncio
from collections import Counter
from functools import partial
from pathlib import Path

from handlers.conversation import Heard, hear
from handlers.language import in_words
from handlers.turn import Said
from storage import talks
from storage.database import Transaction
from tests.handlers.talking import Chat, House
from tests.storage import acts

AGENTS = 32
FULL = "その時間帯は満席になりました。別の時間帯をお選びください。（留意事項3(2)）"


def test_32_agents_choose_the_last_3_places_and_29_are_offered_another(tmp_path: Path, url: str) -> None:
    house = House(tmp_path, url=url)
    house.do(lambda tx: tx.rows("INSERT INTO slot (day, hour, places) VALUES ('2026-12-01', 10, 3)"))
    for n in range(AGENTS):
        chat = Chat(house, f"web:{n}")
        chat.says("メニュー")
        house.do(partial(_known, n=n))
        for said in ("予約する", "ア 自分で申請した", "在留期間更新許可", "次へ", "全件、該当する", "12/1"):
            chat.says(said)

    async def choose(n: int) -> Heard:
        said = Said(f"web:{n}", f"choice:{n}", text="10時")
        return await house.db.run(lambda tx: hear(tx, house.premises, said))

    async def all_at_once() -> list[Heard]:
        return await asyncio.gather(*(choose(n) for n in range(AGENTS)))

    screens = [in_words(heard.message, "ja") for heard in house.loop.run_until_complete(all_at_once())]
    titles = Counter(str(screen.title) for screen in screens)
    assert titles == {"申請番号を入力してください": 3, "12月1日(火)の時間帯を選んでください": AGENTS - 3}
    for screen in screens:
        if screen.title != "申請番号を入力してください":
            assert screen.body[0] == FULL
            assert [c.value for c in screen.choices if str(c.label).startswith("11:00") and not c.closed] == ["11:00"]
    house.close()


def _known(tx: Transaction, n: int) -> None:
    talks.bind(tx, f"web:{n}", acts.coming(tx, f"agent{n}").id)
