"""The map of the talk: which step is which module."""

from collections.abc import Mapping

from handlers.steps import (
    address,
    again,
    booked,
    booking,
    bookings,
    cancel,
    cancelled,
    cardless,
    certificate,
    certificate_expiry,
    certificate_number,
    change,
    changed,
    code,
    counter,
    day,
    doubts,
    eligibility,
    help_,
    kinds,
    language,
    menu,
    mode,
    move,
    move_hour,
    move_review,
    name,
    notice,
    number,
    numbers,
    profile,
    reading,
    replacement,
    review,
    slot,
    telephone,
    which,
    workplace,
)
from handlers.turn import Step

STEPS: Mapping[str, Step] = {
    "menu": menu,
    "help": help_,
    "which": which,
    "language": language,
    "reading": reading,
    "bookings": bookings,
    "booking": booking,
    "cancel": cancel,
    "cancelled": cancelled,
    "change": change,
    "replacement": replacement,
    "changed": changed,
    "move": move,
    "move_hour": move_hour,
    "move_review": move_review,
    "booked": booked,
    "eligibility": eligibility,
    "notice": notice,
    "address": address,
    "code": code,
    "name": name,
    "workplace": workplace,
    "certificate": certificate,
    "certificate_number": certificate_number,
    "certificate_expiry": certificate_expiry,
    "telephone": telephone,
    "profile": profile,
    "again": again,
    "mode": mode,
    "kinds": kinds,
    "cardless": cardless,
    "counter": counter,
    "day": day,
    "slot": slot,
    "numbers": numbers,
    "doubts": doubts,
    "number": number,
    "review": review,
}

AT_REST = frozenset({"", "menu", "booked"})
ROOMS: Mapping[str, str] = {
    "menu": "",
    "help": "",
    "language": "",
    "which": "",
    "reading": "",
    "bookings": "",
    "booking": "bookings",
    "cancel": "booking",
    "cancelled": "bookings",
    "change": "booking",
    "replacement": "change",
    "changed": "bookings",
    "move": "booking",
    "move_hour": "move",
    "move_review": "move_hour",
}
"""Rooms that one looks into without leaving the talk where it is, each with the one behind it: nothing is the talk."""

ON_THE_WAY = frozenset(STEPS) - AT_REST - set(ROOMS)
"""Steps at which something is being entered."""


def step(name: str) -> Step:
    """Return the step called `name`; a talk that has not begun, or knows an older program's, is at the menu."""
    return STEPS.get(name, menu)
