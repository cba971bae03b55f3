"""The preview's ways to be somebody at once: a registered agent, or a manager at the counter."""

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.preview.sample import sample_agent, sample_clerk
from bot.web import chat
from bot.web.counter import shift
from bot.web.pages import browser_language, refused
from bot.web.site import site_of
from handlers.language import words
from handlers.phrases import pages, preview
from handlers.turn import Said


async def sample(request: Request) -> Response:
    """Let the chat speak as an agent who is registered already."""
    site = site_of(request)
    spoken, form = await chat.form_of(request)
    if spoken is None:
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    said = Said(
        spoken,
        f"{spoken}:{chat.text(form, 'update')[:40]}",
        text="/menu",
        language=browser_language(request),
        is_quiet=True,
    )
    await site.db.run(partial(sample_agent, office=site.premises.office, chat=spoken, language=said.language))
    await chat.hear(request, spoken, said)
    return RedirectResponse("/#latest", status_code=303)


async def counter(request: Request) -> Response:
    """Let whoever tries the preview look at the counter, as a manager who is there for that."""
    spoken, _ = await chat.form_of(request)
    if spoken is None:
        return refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
    name = words(preview.CLERK, browser_language(request))
    person = await site_of(request).db.run(partial(sample_clerk, name=name))
    return await shift.begin(request, person) or refused(request, 403, pages.EXPIRED, pages.EXPIRED_BODY)
