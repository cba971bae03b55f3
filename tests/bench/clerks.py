"""Two clerks at the counter: both watch the day, and one receives a visit every half second.

Run with the links by which they set their passphrases, and the codes of the visits.
"""

import asyncio
import re
import sys
from collections.abc import Sequence

import httpx

EVERY = 0.5  # seconds
PASSPHRASE = "correct horse battery"


async def signed_in(link: str) -> httpx.AsyncClient:
    """Return a browser that is signed in at the counter."""
    clerk = httpx.AsyncClient(base_url=link.partition("/counter/")[0], follow_redirects=True, timeout=30)
    await clerk.post(link, data={"csrf": _csrf((await clerk.get(link)).text), "passphrase": PASSPHRASE})
    return clerk


async def _work(links: Sequence[str], codes: Sequence[str]) -> None:
    clerks = [await signed_in(link) for link in links]
    await asyncio.gather(*map(_watches, clerks), _receives(clerks[0], codes))


async def _watches(clerk: httpx.AsyncClient) -> None:
    async with clerk.stream("GET", "/counter/stream?q=") as events:
        async for _ in events.aiter_bytes():
            pass


async def _receives(clerk: httpx.AsyncClient, codes: Sequence[str]) -> None:
    for code in codes:
        page = (await clerk.get(f"/counter?q={code}")).text
        form = {"csrf": _csrf(page), "once": code, "act": "check-in", "code": code, "version": "0"}
        await clerk.post("/counter/act", data=form)
        await asyncio.sleep(EVERY)


def _csrf(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found is not None, page[:2000]
    return found[1]


if __name__ == "__main__":
    asyncio.run(_work(sys.argv[1:3], sys.argv[3:]))
