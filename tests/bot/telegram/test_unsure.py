"""A COMMIT of which nobody knows: the update comes again, and is answered once."""

from typing import Any

import pytest

from storage.database import Unsure
from tests.bot.telegram.conftest import Desk
from tests.bot.telegram.test_talk import SATO, reviewing


@pytest.mark.parametrize("was_committed", [True, False])
async def test_a_booking_whose_commit_was_cut_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, was_committed: bool
) -> None:
    await reviewing(desk)
    run, cut = desk.db.run, list[Any]()

    async def cutting(work: Any) -> Any:
        if getattr(work, "func", work).__name__ != "turn" or cut:
            return await run(work)
        cut.append(await run(work) if was_committed else None)
        raise Unsure("cut off")

    monkeypatch.setattr(desk.db, "run", cutting)
    update = desk.api.taps_on(SATO, "確定する")
    with pytest.raises(Unsure):  # which is a 503
        await desk.hear(update)
    await desk.hear(update)  # Telegram brings it again
    await desk.letters()
    said = [seen for seen in desk.api.chats[SATO] if seen.by == "bot" and "予約が確定しました" in seen.text]
    assert len(said) == 1
    rows = await desk.db.read(lambda tx: tx.rows("SELECT code FROM booking"))
    assert len(rows) == 1
