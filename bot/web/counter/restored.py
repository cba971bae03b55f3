"""Letters of which nobody knows, after a backup was restored, whether they were sent: a manager decides."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import let_in, shown
from bot.web.site import site_of
from handlers.counter import restored
from handlers.phrases import management, preview

KINDS = {**preview.LETTERS, **management.LETTERS}


async def show(request: Request) -> Response:
    """Show the letters that wait for a decision."""
    person = await let_in(request, "restored")
    if isinstance(person, Response):
        return person
    site = site_of(request)
    found = await site.db.read(partial(restored.waiting, premises=site.premises))
    return await shown(request, person, "counter_restored.html", found=found, kinds=KINDS)
