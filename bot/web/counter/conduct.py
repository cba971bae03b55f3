"""Conduct: who has strikes, what they propose, and what a manager decides."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from bot.web.counter.acting import let_in, shown
from bot.web.site import site_of
from handlers.counter import conduct
from handlers.counter.conduct import Conduct
from handlers.phrases import names
from rules.model import Booking
from storage import bookings
from storage.database import Transaction


async def show(request: Request) -> Response:
    """Show agents with strikes or a suspension."""
    person = await let_in(request, "conduct")
    if isinstance(person, Response):
        return person
    site = site_of(request)

    def work(tx: Transaction) -> tuple[Sequence[Conduct], Mapping[str, Booking | None]]:
        everybody = conduct.of_everybody(tx, site.premises.office)
        about = {booking: bookings.find_by_id(tx, booking) for each in everybody for booking, _ in each.strikes}
        return everybody, about

    found, booked = await site.db.read(work)
    return await shown(request, person, "counter_conduct.html", found=found, booked=booked, reasons=names.STRIKES)
