"""Signing in at the counter: name and passphrase; and the link by which a passphrase is set, once."""

import secrets
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from bot.passphrase import hashed, is_right
from bot.web.chat import text
from bot.web.counter import shift
from bot.web.pages import page, refused
from bot.web.site import site_of
from handlers.counter.acts import DONE
from handlers.counter.people import SHORTEST, digest
from handlers.message import Phrase
from handlers.phrases import counter, pages
from rules.objection import Objection
from storage import journal, staff
from storage.database import Transaction
from storage.staff import Person

LONGEST = 500  # characters that are hashed


async def show(request: Request) -> Response:
    """Ask for name and passphrase."""
    return _asked(request)


async def enter(request: Request) -> Response:
    """Sign in; whoever cannot is told the same, whatever was wrong."""
    form = await shift.form_of(request)
    if form is None:
        return _asked(request, 403, wrong=pages.EXPIRED_BODY)
    site, name = site_of(request), text(form, "name").strip()
    person = await site.db.read(partial(staff.by_name, name=name))
    is_theirs = await is_right(person.passphrase if person else "", text(form, "passphrase")[:LONGEST])
    entered = None
    if person is not None:
        may = partial(_may_enter, person=person, is_theirs=is_theirs, entry=secrets.token_urlsafe(12))
        entered = await shift.begin(request, person, may=may)
    return entered or _asked(request, 403, name=name, wrong=counter.NOT_TAKEN)


async def leave(request: Request) -> Response:
    """Sign out."""
    if await shift.form_of(request) is None:
        return _asked(request, 403)
    return await shift.end(request)


async def link(request: Request) -> Response:
    """Show whose passphrase the link sets; looking changes nothing."""
    person = await _linked(request)
    return _joining(request, person) if person else _over(request)


async def join(request: Request) -> Response:
    """Set the passphrase, and sign in."""
    person, form = await _linked(request), await shift.form_of(request)
    if person is None or form is None:
        return _over(request)
    passphrase = text(form, "passphrase")[:LONGEST]
    if len(passphrase.strip()) < SHORTEST:
        return _joining(request, person, 400, wrong=counter.TOO_SHORT(shortest=SHORTEST))
    kept, used = await hashed(passphrase), digest(request.path_params["token"])
    may = partial(_set, link=used, kept=kept, entry=secrets.token_urlsafe(12))
    return await shift.begin(request, person, may=may) or _over(request)


def _may_enter(tx: Transaction, *, person: Person, is_theirs: bool, entry: str) -> bool:
    """Return whether `person`, as they stand now, may sign in; count it where they may not."""
    tx.lock("staff", person.id)  # whoever guesses in many places at once is counted each time
    now = staff.by_name(tx, person.name)
    if now is None or now.passphrase != person.passphrase or now.must_wait(now=tx.now):
        return False
    if not is_theirs:
        staff.tried(tx, now)
        wrong = Objection.NOT_THEIRS
        journal.put(tx, entry, now.id, "sign-in", about="", why="", result=wrong)
    return is_theirs


def _set(tx: Transaction, *, link: str, kept: str, entry: str) -> bool:
    found = staff.by_link(tx, link)
    if found is None:
        return False
    tx.lock("staff", found.id)  # of several at once, one
    person = staff.by_link(tx, link)
    if person is not None:
        staff.set_passphrase(tx, person, kept)
        journal.put(tx, entry, person.id, "set-passphrase", about="", why="", result=DONE)
    return person is not None


async def _linked(request: Request) -> Person | None:
    return await site_of(request).db.read(partial(staff.by_link, link=digest(request.path_params["token"])))


def _asked(request: Request, status: int = 200, *, name: str = "", wrong: Phrase | None = None) -> Response:
    asked = page(request, "sign_in.html", status=status, csrf=shift.csrf(request), typed=name, wrong=wrong)
    return shift.prepare(request, asked)


def _joining(request: Request, person: Person, status: int = 200, *, wrong: Phrase | None = None) -> Response:
    csrf = shift.csrf(request)
    joining = page(request, "join.html", status=status, csrf=csrf, person=person, wrong=wrong, shortest=SHORTEST)
    return shift.prepare(request, joining)


def _over(request: Request) -> Response:
    return refused(request, 410, counter.LINK_OVER, counter.LINK_OVER_BODY)


def expired(request: Request) -> Response:
    """Say that a form is not from a page of ours, or too old."""
    return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
