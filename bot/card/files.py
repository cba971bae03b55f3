"""What is attached to a message, fetched: the card's picture, the calendar file; and links that name them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from itsdangerous import BadSignature

from bot.card.calendar import calendar_file
from bot.card.picture import Painter
from bot.card.sheet import sheet
from handlers import card as cards
from handlers.card import Card
from handlers.message import Attachment
from handlers.signed import signer
from handlers.turn import Premises
from storage.database import Database

Kind = Literal["card", "calendar"]


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent: its name, its type, and its bytes."""

    name: str
    type: str
    content: bytes
    parameters: tuple[tuple[str, str], ...] = ()  # of the type


class Files:
    """Fetches what a message only names. A token holds for one version, until the day of the visit is over."""

    def __init__(self, db: Database, premises: Premises, painter: Painter) -> None:
        self._db, self._premises, self._painter = db, premises, painter
        self._signer = signer(premises.secret, "card")

    async def card(self, attachment: Attachment) -> Card | None:
        """Return the card that `attachment` names, or None: it is void, or over."""
        return await self._db.read(lambda tx: cards.find(tx, self._premises, attachment))

    async def file(self, attachment: Attachment) -> File | None:
        """Return the file that `attachment` names, or None; raise Unpainted where a picture cannot be made."""
        found = await self.card(attachment)
        if found is None:
            return None
        name = f"yoyaku-{found.booking.code}"
        if attachment.kind == "calendar":
            method = "CANCEL" if found.booking.is_cancelled else "PUBLISH"
            parameters = (("method", method), ("charset", "utf-8"))
            return File(f"{name}.ics", "text/calendar", await asyncio.to_thread(calendar_file, found), parameters)
        return File(f"{name}.png", "image/png", await self._painter.picture(sheet(found)))

    def token(self, attachment: Attachment) -> str:
        """Return what a link to `attachment` carries: URL-safe, and made by nobody else."""
        return self._signer.sign(f"{attachment.booking}.{attachment.version}").decode()

    def path(self, attachment: Mapping[str, Any]) -> str:
        """Return where `attachment`, as a stored screen holds it, is found; without its ending the page for A4."""
        return f"/card/{self.token(Attachment(**attachment))}"

    def named(self, token: str, kind: Kind) -> Attachment | None:
        """Return what `token` names, or None: it is not ours."""
        try:
            booking, version = self._signer.unsign(token).decode().split(".")
        except (BadSignature, ValueError):
            return None
        return Attachment(kind, booking, int(version))
