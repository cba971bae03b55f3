"""Two postmen at once: each letter is claimed by one of them."""

import asyncio
from functools import partial

from storage import letters, postbag
from storage.database import Database


async def test_two_owners_never_claim_the_same_letter(db: Database) -> None:
    for n in range(40):
        await db.run(partial(letters.put, kind="confirmation", subject=str(n)))
    claimed = await asyncio.gather(*(db.run(partial(postbag.claim, owner=str(n % 2), most=10)) for n in range(12)))
    ids = [letter.id for batch in claimed for letter in batch]
    assert len(ids) == len(set(ids))
    while batch := await db.run(partial(postbag.claim, owner="last", most=10)):
        ids += [letter.id for letter in batch]
    assert len(ids) == len(set(ids)) == 40
