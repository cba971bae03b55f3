"""Strikes and suspension: §6(4). Only staff record them; this proposes and never decides."""

from collections.abc import Iterable
from datetime import date

from rules.model import Office, Strike


def standing(office: Office, strikes: Iterable[Strike], *, today: date) -> tuple[Strike, ...]:
    """Return the strikes that still count on `today`, oldest first."""
    return tuple(sorted((s for s in strikes if today < lapses(office, s)), key=lambda s: s.day))


def lapses(office: Office, strike: Strike) -> date:
    """Return the day from which `strike` no longer counts."""
    return strike.day + office.strikes_within


def proposed_suspension(
    office: Office, strikes: Iterable[Strike], *, today: date, atoned: date | None = None
) -> date | None:
    """Return the last day of the suspension that the standing strikes propose, or None; staff confirm it.

    Those until the day `atoned` have had their suspension, and propose no other.
    """
    counting = [s for s in standing(office, strikes, today=today) if atoned is None or s.day > atoned]
    if len(counting) < office.strikes:
        return None
    return today + office.suspension
