"""What the link in the mail opens: the code, and the way back. Opening it changes nothing (§2)."""

import secrets

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web import chat
from bot.web.pages import page, refused
from bot.web.site import Site, site_of
from handlers.phrases import booked, pages
from handlers.turn import Said
from rules.verification import code, nonce_of
from storage import talks, verifications
from storage.database import Transaction
from storage.letters import channel_of
from storage.verifications import Verification


async def show(request: Request) -> Response:
    """Show the six digits; where the browser is the one that asked, also the press that confirms."""
    site = site_of(request)
    asked, language = await _asked(request)
    if asked is None:
        return refused(request, 410, booked.PAGE_TITLE, booked.PAGE_GONE)
    here = site.sessions.chat(request)
    return page(
        request,
        "verify.html",
        code=code(site.premises.secret, asked.nonce),
        csrf=site.sessions.csrf(here) if here == asked.chat else "",
        back=_back(site, asked, request.path_params["token"]),
        is_to_be_sent=channel_of(asked.chat) == "line",
        language=language,
    )


async def press(request: Request) -> Response:
    """Confirm, in the browser that asked."""
    site = site_of(request)
    here = site.sessions.chat(request)
    form = await request.form(max_fields=2, max_files=0)
    if here is None or not site.sessions.is_ours(here, str(form.get("csrf", ""))):
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    token = request.path_params["token"]
    await chat.hear(request, here, Said(here, secrets.token_hex(8), text=f"/verify {token}", is_quiet=True))
    return RedirectResponse(f"{site.home}#latest", status_code=303)


def _back(site: Site, asked: Verification, token: str) -> str:
    """Return the way back into the chat that asked, in which one tap confirms; nothing, where there is none."""
    vendor = site.vendors.get(channel_of(asked.chat))
    return vendor.back(token) if vendor is not None else ""


async def _asked(request: Request) -> tuple[Verification | None, str]:
    """Return what the link is about, if it still holds, and the language of the chat that asked."""
    site = site_of(request)
    nonce = nonce_of(site.premises.secret, request.path_params["token"])
    if nonce is None:
        return None, ""

    def work(tx: Transaction) -> tuple[Verification | None, str]:
        asked = verifications.open_now(tx, nonce)
        return asked, talks.language_of(tx, asked.chat) if asked else ""

    return await site.db.read(work)
