"""Who is at the counter's page: a cookie that ends with the day, and a token that only our own pages know."""

import secrets
from datetime import datetime, time, timedelta
from functools import partial

from itsdangerous import Signer
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.chat import text
from bot.web.site import Site, site_of
from handlers.counter.acts import DONE
from handlers.counter.people import digest
from handlers.signed import signer
from storage import journal, staff
from storage.database import Transaction, Work
from storage.staff import Person

COOKIE = "yoyaku_counter"
HOME = "/counter"
WAITING = 16 * 3600  # seconds that a page waits for somebody to sign in
LARGEST = 64 * 1024  # bytes of a field


async def on_shift(request: Request) -> Person | None:
    """Return who is signed in on this browser, or None."""
    token = request.cookies.get(COOKIE, "")
    return await site_of(request).db.read(partial(staff.on_shift, shift=digest(token))) if token else None


async def begin(request: Request, person: Person, *, may: Work[bool] = lambda _: True) -> Response | None:
    """Return what signs `person` in until the office's day ends, or None: in the same transaction, they `may` not.

    Whoever was signed in here is not any more.
    """
    site, token, entry = site_of(request), secrets.token_urlsafe(24), secrets.token_urlsafe(12)
    before, until = digest(request.cookies.get(COOKIE, "")), _end_of_day(site)

    def work(tx: Transaction) -> bool:
        if not may(tx):
            return False
        staff.end(tx, before)
        staff.begin(tx, person, digest(token), until=until)
        journal.put(tx, entry, person.id, "sign-in", about="", why="", result=DONE)
        return True

    if not await site.db.run(work):
        return None
    response = RedirectResponse(HOME, status_code=303)
    _set(request, response, token, int((until - site.clock()).total_seconds()))
    return response


async def end(request: Request) -> Response:
    """Return what signs out whoever is signed in."""
    shift, entry = digest(request.cookies.get(COOKIE, "")), secrets.token_urlsafe(12)

    def work(tx: Transaction) -> None:
        person = staff.on_shift(tx, shift)
        if person is not None:
            staff.end(tx, shift)
            journal.put(tx, entry, person.id, "sign-out", about="", why="", result=DONE)

    await site_of(request).db.run(work)
    response = RedirectResponse(f"{HOME}/sign-in", status_code=303)
    response.delete_cookie(COOKIE, path=HOME)
    return response


def csrf(request: Request) -> str:
    """Return the token that a form of this browser must carry, signed in or not."""
    return _signer(request).get_signature(_token(request)).decode()


def prepare(request: Request, response: Response) -> Response:
    """Return `response`, by which a browser that was not here yet has something of its own to sign."""
    if COOKIE not in request.cookies:
        _set(request, response, _token(request), WAITING)
    return response


def _token(request: Request) -> str:
    """Return what this browser holds, or will hold once it is answered."""
    if not hasattr(request.state, COOKIE):
        setattr(request.state, COOKIE, request.cookies.get(COOKIE) or secrets.token_urlsafe(24))
    return str(getattr(request.state, COOKIE))


def _set(request: Request, response: Response, token: str, seconds: int) -> None:
    secure = site_of(request).premises.url.startswith("https:")
    response.set_cookie(COOKIE, token, max_age=seconds, httponly=True, samesite="lax", secure=secure, path=HOME)


async def form_of(request: Request) -> FormData | None:
    """Return the form, or None: it is not from a page of ours."""
    form = await request.form(max_fields=200, max_files=0, max_part_size=LARGEST)
    cookie, token = request.cookies.get(COOKIE, ""), text(form, "csrf")
    return form if _signer(request).verify_signature(cookie.encode(), token.encode("utf-8", "replace")) else None


def _signer(request: Request) -> Signer:
    return signer(site_of(request).premises.secret, "counter csrf")


def _end_of_day(site: Site) -> datetime:
    zone = site.premises.office.zone
    return datetime.combine(site.clock().astimezone(zone).date() + timedelta(days=1), time(), zone)
