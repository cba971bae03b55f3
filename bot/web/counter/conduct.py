"""Conduct: who has strikes, what they propose, and what a manager decides."""

import secrets
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.counter import shift
from bot.web.counter.signing import HOME
from bot.web.pages import page, refused
from bot.web.site import site_of
from handlers.counter import conduct
from handlers.phrases import counter, names
from rules.objection import Objection
from rules.staff import Role, may
from storage import journal


async def show(request: Request) -> Response:
    """Show agents with strikes or a suspension to a manager."""
    person = await shift.on_shift(request)
    if person is None:
        return RedirectResponse(f"{HOME}/sign-in", status_code=303)
    if not may(person.role, Role.MANAGER):
        return refused(request, 403, counter.OBJECTIONS[Objection.NOT_ALLOWED])
    site, did = site_of(request), request.query_params.get("did", "")
    office = site.premises.office
    return page(
        request,
        "counter_conduct.html",
        csrf=shift.csrf(request),
        once=secrets.token_urlsafe(9),
        office=office,
        found=await site.db.read(partial(conduct.of_everybody, office=office)),
        entry=await site.db.read(partial(journal.find, id=f"{person.id} {did}")) if did else None,
        done=counter.DONE,
        objections=counter.OBJECTIONS,
        reasons=names.STRIKES,
    )
