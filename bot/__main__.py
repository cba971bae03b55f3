"""The command line."""

import asyncio
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from bot.beside import SOCKET
from bot.control import Refused, command
from bot.demo import Hand, fill
from bot.operations import move
from bot.operations import restore as restored
from bot.serving import office_clock, run
from bot.settings import Settings, complaints
from storage import books
from storage.database import Unavailable
from storage.opening import backup as back_up
from storage.opening import look, open_database

app = typer.Typer(add_completion=False, no_args_is_help=False, help="Bookings for collecting residence cards.")
staff = typer.Typer(no_args_is_help=True, help="Who works at the counter; beside a running program, or without one.")
app.add_typer(staff, name="staff")


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """Start the program, where no command is given."""
    os.umask(0o077)  # whatever is written is for its owner alone
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
def migrate(
    source: Annotated[str, typer.Option("--from", help="The address of a database that is left.")] = "",
    destination: Annotated[str, typer.Option("--to", help="The address of an empty one.")] = "",
) -> None:
    """Bring the tables up to date; or move everything to another database. The program must not be running."""
    settings = _settings()
    if bool(source) != bool(destination):
        _complain("both --from and --to are needed")
    for address in filter(None, (source, destination)):
        if not address.startswith(("sqlite:///", "postgresql://")):
            _complain("--from, --to: must begin with sqlite:/// or postgresql://")
    clock = office_clock(settings)
    if source:
        _operated(move(source, destination, settings.profile(), clock=clock))
    else:
        _operated(_migrated(settings))


@app.command()
def backup(file: Path) -> None:
    """Write everything into FILE, a database of SQLite, beside a running program."""
    settings = _settings()

    async def work() -> str:
        await back_up(settings.database, file, clock=office_clock(settings))
        return f"written: {file}"

    _operated(work())


@app.command()
def restore(file: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Restore FILE into an empty database, or, without one, finish what another tool restored.

    Letters that were due wait for a decision of the counter's staff. The program must not be running.
    """
    settings = _settings()
    _operated(restored(settings.database, file, settings.profile(), clock=office_clock(settings)))


@app.command()
def demo() -> None:
    """Fill the database with a plausible fortnight; the program must not be running."""
    _operated(_demo(_settings()))


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


def _operated(work: Coroutine[Any, Any, str]) -> None:
    try:
        print(asyncio.run(work))
    except Unavailable as error:
        _complain(f"YOYAKU_DATABASE: {error}")
    except ValueError as error:
        _complain(str(error))


async def _migrated(settings: Settings) -> str:
    await (await open_database(settings.database, clock=office_clock(settings))).close()
    return "the tables are up to date"


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
