"""Pages: templates, and the headers that every answer carries."""

import re
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.session import LANGUAGE
from bot.web.site import site_of
from handlers.language import LANGUAGES, TAGS, words
from handlers.message import Phrase
from handlers.phrases import booked, counter, management, pages, preview

HERE = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
    " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}

TELEPHONE = re.compile(r"(\d{2,4}-\d{3,7}(?:-\d+)?)")

templates = Jinja2Templates([HERE / "templates", HERE.parent / "card"])


@pass_context
def said(context: Context, phrase: Phrase, **values: Any) -> str:
    """Return `phrase` in words of the page's language, for a template."""
    return words(phrase(**values) if values else phrase, context["language"])


def paragraphs(text: str) -> Markup:
    """Return `text` with its line breaks, escaped; a telephone number stays on one line."""
    whole = Markup('<span class="whole">{}</span>')
    lines = (
        [piece if n % 2 == 0 else whole.format(piece) for n, piece in enumerate(TELEPHONE.split(line))]
        for line in text.split("\n")
    )
    return Markup("<br>").join(Markup().join(escape(piece) for piece in line) for line in lines)


templates.env.filters["paragraphs"] = paragraphs
templates.env.globals |= {
    "said": said,
    "p": pages,
    "b": booked,
    "v": preview,
    "c": counter,
    "m": management,
    "tag": TAGS.__getitem__,
}


def page(request: Request, name: str, *, language: str = "", status: int = 200, **context: Any) -> Response:
    """Return the page made from the template `name`, in `language`, or in what the browser asks for."""
    context |= {"language": language or browser_language(request), "home": site_of(request).home}
    return templates.TemplateResponse(request, name, context, status_code=status)


def refused(
    request: Request, status: int, title: Phrase, body: Phrase | None = None, *, reference: str = ""
) -> Response:
    """Return the page that says why something is not shown, and leads back to the chat."""
    at_counter = request.url.path.startswith("/counter")
    return page(
        request, "sorry.html", status=status, title=title, body=body, reference=reference, at_counter=at_counter
    )


def browser_language(request: Request) -> str:
    """Return the language that was chosen in this browser, or which of ours it likes best, or Japanese.

    Whoever reads Chinese of any kind is served the one Chinese there is.
    """
    if (chosen := request.cookies.get(LANGUAGE)) in LANGUAGES:
        return str(chosen)
    wished = []
    for part in request.headers.get("accept-language", "").lower().split(",")[:20]:
        tag, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        with suppress(ValueError):
            wished.append((-float(weight), tag.split("-")[0]))
    liked = [language for weight, language in sorted(wished, key=itemgetter(0)) if weight < 0]
    return next((language for language in liked if language in LANGUAGES), LANGUAGES[0])


class Headers:
    """Adds the headers that keep a page to itself, and, where it is, the one that keeps it at https."""

    def __init__(self, app: ASGIApp, *, is_secure: bool) -> None:
        self._app = app
        self._headers = HEADERS | ({"Strict-Transport-Security": "max-age=31536000"} if is_secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
