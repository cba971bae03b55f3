"""The command line and the wiring: the only place that knows everything."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import partial
from types import FrameType
from typing import NoReturn

import typer
import uvicorn
from pydantic import ValidationError
from starlette.applications import Starlette

from bot.bell import Bell
from bot.card.files import Files
from bot.card.picture import Painter
from bot.clock import clock
from bot.delivery import into_maildir
from bot.demo import Hand, fill
from bot.housekeeping import keep_house
from bot.postman import LETTERS, Postman
from bot.preview.clock import OfficeClock
from bot.preview.routes import ROUTES
from bot.settings import PREVIEW_SENDER, VAR, Settings, complaints
from bot.web.app import application
from bot.web.session import Sessions
from bot.web.site import Site
from handlers.language import LANGUAGES, words
from handlers.phrases import pages
from handlers.turn import Premises
from storage import books
from storage.database import Unavailable
from storage.opening import look, open_database

GRACE = 8  # seconds for what is in flight when the program is told to stop
MAILDIR = VAR / "mail"
CLOCK = VAR / "clock"

app = typer.Typer(add_completion=False, no_args_is_help=False, help="Bookings for collecting residence cards.")


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """Start the program, where no command is given."""
    if context.invoked_subcommand is None:
        serve()


@app.command()
def serve() -> None:
    """Start the program."""
    settings = _settings()
    try:
        asyncio.run(_serve(settings))
    except Unavailable as error:
        _complain(f"YOYAKU_DATABASE: {error}")
    except ValueError as error:
        _complain(str(error))
    except KeyboardInterrupt:
        sys.exit(0)


@app.command()
def check() -> None:
    """Count the books, beside a running program, and say what does not add up."""
    settings = _settings()
    office = settings.profile()
    try:
        counted = asyncio.run(look(settings.database, lambda tx: books.check(tx, office), clock=OfficeClock(CLOCK)))
    except Unavailable as error:
        _complain(f"YOYAKU_DATABASE: {error}")
    except ValueError as error:
        _complain(str(error))
    for line in counted.wrong:
        print(line)
    figures = f"{counted.bookings} bookings, {counted.cases} cases, {counted.letters} letters"
    print(f"{figures}: {f'{len(counted.wrong)} wrong' if counted.wrong else 'the books are right'}")
    sys.exit(1 if counted.wrong else 0)


@app.command()
def demo() -> None:
    """Fill the database with a plausible fortnight; the program must not be running."""
    settings = _settings()
    try:
        print(asyncio.run(_demo(settings)))
    except Unavailable as error:
        _complain(f"YOYAKU_DATABASE: {error}")
    except ValueError as error:
        _complain(str(error))


async def _demo(settings: Settings) -> str:
    hand = Hand(OfficeClock(CLOCK)())
    db = await open_database(settings.database, clock=hand)
    try:
        return await fill(db, settings.profile(), hand)
    finally:
        await db.close()


class Server(uvicorn.Server):
    """Ends the event streams when told to stop: uvicorn would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, stop: Callable[[], object]) -> None:
        super().__init__(config)
        self._stop = stop

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop on a signal."""
        self._stop()
        super().handle_exit(sig, frame)


async def _serve(settings: Settings) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    for language in LANGUAGES:
        words(pages.TITLE, language)  # reads the catalog now, not within the first turn
    office_clock = OfficeClock(CLOCK)
    db = await open_database(settings.database, clock=office_clock)
    try:
        bell = Bell()
        premises = Premises(settings.profile(), settings.key(), settings.public_url, PREVIEW_SENDER, "/mailbox")
        sessions = Sessions(premises.secret, is_secure=settings.public_url.startswith("https:"))
        painter = Painter()
        site = Site(db, premises, sessions, bell, Files(db, premises, painter), MAILDIR, office_clock, home="/")
        web = application(site, hosts=_hosts(settings), routes=ROUTES, lifespan=_lifespan(site, painter))
        host, port = settings.address
        config = uvicorn.Config(
            web, host=host, port=port, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE
        )
        loop = asyncio.get_running_loop()
        print(f"{settings.public_url}/  (Ctrl-C ends it)", flush=True)
        await Server(config, partial(loop.call_soon_threadsafe, bell.close)).serve()
    finally:
        await db.close()


def _lifespan(site: Site, painter: Painter) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        postman = asyncio.create_task(Postman(site.db, site.premises, into_maildir(site), site.bell).work())
        knocking = clock(lambda: site.bell.ring(LETTERS))
        housekeeper = asyncio.create_task(keep_house(site.db, site.premises.office))
        knocking.start()
        yield
        knocking.shutdown(wait=False)
        for task in (postman, housekeeper):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        painter.close()
        await site.db.close()  # here: a signal ends the program right after the server

    return lifespan


def _hosts(settings: Settings) -> list[str]:
    """Return the names under which pages are served: no other name may lead here."""
    host, _ = settings.address
    return [host, "127.0.0.1", "localhost"]


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as wrong:
        _complain(*complaints(wrong))


def _complain(*lines: str) -> NoReturn:
    for line in lines:
        print(line, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    app()
