"""What is kept about an agent: the page and the file that their chat links to."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import Response

from bot.web.pages import page, refused
from bot.web.site import site_of
from handlers import data
from handlers.language import in_words
from handlers.message import Message
from handlers.phrases import pages
from storage.database import Transaction


async def show(request: Request) -> Response:
    """Show it to be read."""
    site = site_of(request)

    def work(tx: Transaction) -> tuple[str, tuple[Message, ...]] | None:
        agent = data.opened(tx, site.premises, request.path_params["token"])
        return None if agent is None else (agent.language, data.sections(tx, site.premises.office, agent))

    found = await site.db.read(work)
    if found is None:
        return refused(request, 410, pages.DATA_GONE, pages.DATA_GONE_BODY)
    language, sections = found
    told = [asdict(in_words(section, language)) for section in sections]
    return page(request, "data.html", sections=told, token=request.path_params["token"], language=language)


async def save(request: Request) -> Response:
    """Send it as a file."""
    site = site_of(request)

    def work(tx: Transaction) -> Mapping[str, data.Json] | None:
        agent = data.opened(tx, site.premises, request.path_params["token"])
        return None if agent is None else data.exported(tx, site.premises.office, agent)

    found = await site.db.read(work)
    if found is None:
        return refused(request, 410, pages.DATA_GONE, pages.DATA_GONE_BODY)
    content = json.dumps(found, ensure_ascii=False, indent=1)
    headers = {"Content-Disposition": 'attachment; filename="yoyaku-data.json"'}
    return Response(content, media_type="application/json", headers=headers)
