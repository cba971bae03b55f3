"""What the link in the mail opens: the code, and the way back. Opening it changes nothing (§2)."""

import secrets
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web import chat
from bot.web.pages import page
from bot.web.site import site_of
from handlers.phrases import booked, pages
from handlers.turn import Said
from rules.verification import code, nonce_of
from storage import verifications
from storage.verifications import Verification


async def show(request: Request) -> Response:
    """Show the six digits; where the browser is the one that asked, also the press that confirms."""
    site = site_of(request)
    asked = await _asked(request)
    if asked is None:
        return page(request, "sorry.html", status=410, title=booked.PAGE_TITLE, body=booked.PAGE_GONE, p=pages)
    here = site.sessions.chat(request)
    return page(
        request,
        "verify.html",
        code=code(site.premises.secret, asked.nonce),
        csrf=site.sessions.csrf(here) if here == asked.chat else "",
        p=pages,
        b=booked,
    )


async def press(request: Request) -> Response:
    """Confirm, in the browser that asked."""
    site = site_of(request)
    here = site.sessions.chat(request)
    form = await request.form(max_fields=2, max_files=0)
    if here is None or not site.sessions.is_ours(here, str(form.get("csrf", ""))):
        return page(request, "sorry.html", status=403, title=pages.EXPIRED, body=pages.EXPIRED_BODY, p=pages)
    token = request.path_params["token"]
    await chat.hear(request, here, Said(here, secrets.token_hex(8), text=f"/verify {token}"))
    return RedirectResponse("/chat#latest", status_code=303)


async def _asked(request: Request) -> Verification | None:
    site = site_of(request)
    nonce = nonce_of(site.premises.secret, request.path_params["token"])
    if nonce is None:
        return None
    return await site.db.read(partial(verifications.open_now, nonce=nonce))
