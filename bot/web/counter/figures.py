"""Figures: small charts, and the file behind each."""

from collections.abc import Sequence
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import let_in, shown
from bot.web.pages import browser_language
from bot.web.site import site_of
from handlers.counter import figures


async def show(request: Request) -> Response:
    """Show the figures of a period."""
    person = await let_in(request, "figures")
    if isinstance(person, Response):
        return person
    found = await site_of(request).db.read(_counted(request))
    return await shown(
        request, person, "counter_figures.html", figures=found, days=_days(request), periods=figures.PERIODS
    )


async def file(request: Request) -> Response:
    """Send one of them as a file for a spreadsheet."""
    person = await let_in(request, "figures")
    if isinstance(person, Response):
        return person
    found = {figure.key: figure for figure in await site_of(request).db.read(_counted(request))}
    figure = found.get(request.query_params.get("of", ""))
    if figure is None:
        raise HTTPException(404)
    told = figures.as_csv(figure, browser_language(request))
    named = {"Content-Disposition": f'attachment; filename="{figure.key}.csv"'}
    return Response(told, media_type="text/csv", headers=named)


def _counted(request: Request) -> partial[Sequence[figures.Figure]]:
    return partial(figures.of_period, office=site_of(request).premises.office, days=_days(request))


def _days(request: Request) -> int:
    asked = request.query_params.get("days", "")
    return int(asked) if asked in map(str, figures.PERIODS) else figures.PERIODS[0]
