"""A scan, or what was typed: the code in what arrives, and what is to be said of it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from unicodedata import normalize

from handlers.message import Phrase
from handlers.phrases import counter
from rules.model import Office
from rules.visits import Coming, Visit, coming
from storage.keys import CODE_LENGTH, LETTERS

DASHES = re.compile("[‐-―−ーｰ]")
CODE = re.compile(rf"(?:^|[^A-Z0-9]|C)([{LETTERS}]{{{CODE_LENGTH}}})(?:-(\d{{1,4}}))?$")
Tone = Literal["good", "doubtful", "bad"]


@dataclass(frozen=True, slots=True)
class Scanned:
    """The code of a booking, and the version of the card that it was read from: 0, where that is not known."""

    code: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a visit to whoever stands before the counter."""

    tone: Tone
    said: Phrase


def scanned(said: str) -> Scanned | None:
    """Return the code at the end of `said`, or None.

    Scanners type as keyboards do: with another layout `://` and `/` become other signs, with an input method every
    sign is full-width. Letters, digits and the dash before the version stay what they are.
    """
    plain = DASHES.sub("-", normalize("NFKC", said)).strip().upper()
    found = CODE.search(plain)
    return Scanned(found[1], int(found[2] or 0)) if found else None


def verdict(office: Office, visit: Visit, card: Scanned, *, now: datetime) -> Verdict:
    """Return the first thing to be said: of the booking, the card's version, the day, the arrival, the hour."""
    booking = next((booking for booking in visit.bookings if booking.code == card.code), visit.bookings[0])
    if booking.is_cancelled:
        return Verdict("bad", counter.SAYS_CANCELLED)
    if card.version > booking.version:
        return Verdict("doubtful", counter.SAYS_NO_VERSION(version=card.version, current=booking.version))
    if card.version and card.version != booking.version:
        return Verdict("doubtful", counter.SAYS_OLD(version=card.version, current=booking.version))
    return _when(office, visit, now=now)


def _when(office: Office, visit: Visit, *, now: datetime) -> Verdict:
    slot, local = visit.slot, now.astimezone(office.zone)
    hours = {"day": slot.day, "hour": slot.hour, "end": slot.hour + 1}
    if slot.day != local.date():
        return Verdict("bad", counter.SAYS_OTHER_DAY(**hours))
    if visit.arrived is not None:
        return Verdict("doubtful", counter.SAYS_HERE(at=visit.arrived.astimezone(office.zone)))
    if visit.is_absent:
        return Verdict("doubtful", counter.SAYS_ABSENT)
    match coming(office, slot, now=now):
        case Coming.EARLY:
            return Verdict("doubtful", counter.SAYS_EARLY(**hours))
        case Coming.LATE:
            return Verdict("bad", counter.SAYS_LATE_TOLD(**hours) if visit.is_late_told else counter.SAYS_LATE(**hours))
        case _:
            return Verdict("good", counter.SAYS_WELCOME(**hours))
