"""Pages: templates, and the headers that every answer carries."""

from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handlers.language import words
from handlers.message import Phrase

HERE = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
    " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}

templates = Jinja2Templates(HERE / "templates")


def said(phrase: Phrase, language: str = "ja", **values: Any) -> str:
    """Return `phrase` in words, for a template."""
    return words(phrase(**values), language)


def paragraphs(text: str) -> Markup:
    """Return `text` with its line breaks, escaped."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


templates.env.filters["paragraphs"] = paragraphs
templates.env.globals["said"] = said


def page(request: Request, name: str, *, status: int = 200, **context: Any) -> Response:
    """Return the page made from the template `name`."""
    return templates.TemplateResponse(request, name, context, status_code=status)


class Headers:
    """Adds the headers that keep a page to itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
