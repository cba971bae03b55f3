"""The command line."""

import asyncio
import sys
from typing import NoReturn

import typer
from pydantic import ValidationError

from bot.beside import SOCKET
from bot.control import Refused, command
from bot.demo import Hand, fill
from bot.serving import office_clock, run
from bot.settings import Settings, complaints
from storage import books
from storage.database import Unavailable
from storage.opening import look, open_database

app = typer.Typer(add_completion=False, no_args_is_help=False, help="Bookings for collecting residence cards.")
staff = typer.Typer(no_args_is_help=True, help="Who works at the counter; beside a running program, or without one.")
app.add_typer(staff, name="staff")


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
        asyncio.run(run(settings))
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
        counted = asyncio.run(look(settings.database, lambda tx: books.check(tx, office), clock=office_clock(settings)))
    except Unavailable as error:
        _complain(f"YOYAKU_DATABASE: {error}")
    except ValueError as error:
        _complain(str(error))
    for line in counted.wrong:
        print(line)
    figures = f"{counted.bookings} bookings, {counted.cases} cases, {counted.letters} letters"
    if counted.failed:
        figures += f" ({counted.failed} given up)"
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


@staff.command("list")
def staff_list() -> None:
    """Say who works at the counter."""
    _commanded("staff", "list")


@staff.command("add")
def staff_add(name: str, *, manager: bool = False) -> None:
    """Let NAME work at the counter; prints the link by which they set a passphrase, once."""
    _commanded("staff", "add", name, "manager" if manager else "clerk")


@staff.command("reset")
def staff_reset(name: str) -> None:
    """Sign NAME out, and print a link by which they set another passphrase."""
    _commanded("staff", "reset", name)


@staff.command("remove")
def staff_remove(name: str) -> None:
    """Let NAME work at the counter no more; the journal still names them."""
    _commanded("staff", "remove", name)


def _commanded(*asked: str) -> None:
    settings = _settings()
    try:
        work = command(SOCKET, settings.database, settings.public_url, asked, clock=office_clock(settings))
        print("\n".join(asyncio.run(work)))
    except Unavailable as error:
        _complain(f"YOYAKU_DATABASE: {error}")
    except (Refused, ValueError) as error:
        _complain(str(error))


async def _demo(settings: Settings) -> str:
    hand = Hand(office_clock(settings)())
    db = await open_database(settings.database, clock=hand)
    try:
        return await fill(db, settings.profile(), hand)
    finally:
        await db.close()


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
