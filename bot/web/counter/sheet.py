"""The day sheet's page, which prints on A4, and its file; and the visits that still wait for an outcome."""

from datetime import date
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import let_in, shown
from bot.web.pages import browser_language
from bot.web.site import site_of
from handlers.confirmation import papers
from handlers.counter import sheet
from handlers.counter.sheet import Sheet
from handlers.phrases import names
from storage import visits
from storage.database import Transaction

LONGEST = 366  # days that a sheet may be away


async def show(request: Request) -> Response:
    """Show the sheet of a day: by hour, and by number."""
    person = await let_in(request, "sheet")
    if isinstance(person, Response):
        return person
    site = site_of(request)
    office = site.premises.office
    days = await site.db.read(partial(sheet.days, office=office))
    made = await _made(request)
    return await shown(
        request,
        person,
        "counter_sheet.html",
        days=days,
        sheet=made,
        modes=names.MODES,
        papers_of=partial(papers, office),
    )


async def file(request: Request) -> Response:
    """Send the sheet as a file for a spreadsheet."""
    person = await let_in(request, "sheet")
    if isinstance(person, Response):
        return person
    made = await _made(request)
    told = sheet.as_csv(site_of(request).premises.office, made, browser_language(request))
    named = {"Content-Disposition": f'attachment; filename="sheet-{made.day}.csv"'}
    return Response(told.encode("utf-8", "replace"), media_type="text/csv", headers=named)


async def waiting(request: Request) -> Response:
    """Show past visits without an outcome: staff record what became of them."""
    person = await let_in(request, "waiting")
    if isinstance(person, Response):
        return person
    site = site_of(request)
    found = await site.db.read(partial(visits.waiting, office=site.premises.office))
    return await shown(request, person, "counter_waiting.html", visits=found)


async def _made(request: Request) -> Sheet:
    """Return the sheet of the day that is asked for, or of the next open day."""
    site = site_of(request)
    office = site.premises.office

    def work(tx: Transaction) -> Sheet:
        try:
            day = date.fromisoformat(request.query_params.get("day", ""))
            if abs((day - tx.now.astimezone(office.zone).date()).days) > LONGEST:
                raise ValueError
        except ValueError:
            day = sheet.days(tx, office)[1]
        return sheet.sheet(tx, office, day)

    return await site.db.read(work)
