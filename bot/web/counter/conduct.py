"""Conduct: who has strikes, what they propose, and what a manager decides."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import let_in, shown
from bot.web.site import site_of
from handlers.counter import conduct
from handlers.phrases import names


async def show(request: Request) -> Response:
    """Show agents with strikes or a suspension."""
    person = await let_in(request, "conduct")
    if isinstance(person, Response):
        return person
    site = site_of(request)
    found = await site.db.read(partial(conduct.of_everybody, office=site.premises.office))
    return await shown(request, person, "counter_conduct.html", found=found, reasons=names.STRIKES)
