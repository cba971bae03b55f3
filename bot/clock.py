"""The clock decides nothing: it knocks, and the postman looks into the database."""

from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

EVERY = 15  # seconds between two knocks: a commit knocks too


def clock(knock: Callable[[], None]) -> AsyncIOScheduler:
    """Return a clock, not yet started, that calls `knock`."""
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})

    async def knocking() -> None:  # on the loop: a plain function would be run in a thread
        knock()

    scheduler.add_job(knocking, "interval", seconds=EVERY)
    return scheduler
