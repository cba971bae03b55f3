"""The card's routes: its page for A4, its picture, its calendar file, and what the QR code opens."""

import re
from dataclasses import asdict
from functools import partial

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.card.files import Kind
from bot.card.picture import Unpainted
from bot.web.pages import page, refused
from bot.web.site import site_of
from handlers import card as cards
from handlers.language import counter_first
from handlers.message import Attachment
from handlers.phrases import pages
from storage.keys import CODE_LENGTH, LETTERS

CODE = re.compile(rf"([{LETTERS}]{{{CODE_LENGTH}}})(-\d{{1,4}})?")  # and the version of the card


async def show(request: Request) -> Response:
    """Show everything on one page, which prints on one sheet of A4."""
    site = site_of(request)
    token = request.path_params["token"]
    attachment = _named(request, "card")
    card = await site.files.card(attachment) if attachment else None
    if card is None:
        return refused(request, 410, pages.CARD_VOID, pages.CARD_VOID_BODY)
    return page(
        request,
        "card.html",
        said_in=[(language, asdict(said)) for language, said in counter_first(card.message, card.language)],
        card=card,
        token=token,
        qr=Markup(segno.make(card.url, error="m", micro=False).svg_inline(border=0, omitsize=True)),  # noqa: S704  made here
        language=card.language,
    )


async def picture(request: Request) -> Response:
    """Send the picture."""
    try:
        return await _file(request, "card")
    except Unpainted:
        return refused(request, 503, pages.UNPAINTED, pages.UNPAINTED_BODY)


async def calendar(request: Request) -> Response:
    """Send the calendar file."""
    return await _file(request, "calendar")


async def code(request: Request) -> Response:
    """Lead agents to their own card; say to everybody else what this is, and nothing of whose."""
    site = site_of(request)
    found = CODE.fullmatch(request.path_params["code"].upper())
    if found is None:
        return refused(request, 404, pages.NOT_FOUND)
    said = found[1]
    chat = site.sessions.chat(request)
    if chat is not None:
        own = await site.db.read(partial(cards.own, chat=chat, code=said))
        if own is not None:
            return RedirectResponse(f"/card/{site.files.token(own)}", status_code=303)
    return page(request, "code.html", code=said)


async def _file(request: Request, kind: Kind) -> Response:
    attachment = _named(request, kind)
    file = await site_of(request).files.file(attachment) if attachment else None
    if file is None:
        return refused(request, 410, pages.CARD_VOID, pages.CARD_VOID_BODY)
    parameters = "".join(f"; {name}={value}" for name, value in file.parameters)
    how = "inline" if kind == "card" else "attachment"
    headers = {"Content-Type": file.type + parameters, "Content-Disposition": f'{how}; filename="{file.name}"'}
    return Response(file.content, headers=headers)


def _named(request: Request, kind: Kind) -> Attachment | None:
    return site_of(request).files.named(request.path_params["token"], kind)
