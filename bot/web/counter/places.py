"""Places and closures: what each hour takes, what is closed, and whom a closing would concern before it is done."""

from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import let_in, shown
from bot.web.site import site_of
from handlers.counter import places
from handlers.phrases import acts
from rules.closing import Closing
from storage import closures


async def show(request: Request) -> Response:
    """Show the places, and what is closed; or what the closing that was filled in would mean."""
    person = await let_in(request, "places")
    if isinstance(person, Response):
        return person
    site, asked = site_of(request), dict(request.query_params)
    office = site.premises.office
    found = await site.db.read(partial(places.shown, office=office))
    context: dict[str, Any] = {"found": found, "asked": asked, "closing": None, "hit": (), "wrong": None}
    if "first" in asked:
        closing = places.understood(office, asked, today=found.today)
        if isinstance(closing, Closing):
            hit = await site.db.read(partial(closures.hit, office=office, closing=closing))
            context |= {"closing": closing, "hit": hit, "hours": places.hours_of(closing)}
        else:
            context["wrong"] = acts.OBJECTIONS[closing]
    return await shown(request, person, "counter_places.html", **context)
