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
    name,
    notice,
    number,
    numbers,
    profile,
    reading,
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
SIDE_ROOMS = frozenset({"menu", "help", "language", "which", "reading", "bookings", "booking", "cancel", "cancelled"})
"""Rooms that one looks into without leaving the talk where it is."""

ON_THE_WAY = frozenset(STEPS) - AT_REST - SIDE_ROOMS
"""Steps at which something is being entered."""


def step(name: str) -> Step:
    """Return the step called `name`; a talk that has not begun, or knows an older program's, is at the menu."""
    return STEPS.get(name, menu)
