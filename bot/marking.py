"""What was done is remembered, however often it takes: what was sent is not to be sent twice."""

import asyncio

from storage.database import Busy, Database, T, Unavailable, Work

MARKING = (0.1, 1.0, 5.0, 15.0, 30.0, 60.0)  # seconds between tries to mark what is sent: within the lease


async def marked(db: Database, work: Work[T]) -> T:
    """Run `work`, again and again while the database cannot commit: what was sent is not to be sent twice."""
    for pause in MARKING:
        try:
            return await db.run(work)
        except (Busy, Unavailable):
            await asyncio.sleep(pause)
    return await db.run(work)
