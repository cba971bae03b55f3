"""What staff may allow beyond a rule, for a reason that is written on the booking: never what the law asks."""

from collections.abc import Iterable

from rules.refusal import Refusal

BEYOND = frozenset(
    {
        Refusal.DAY_NOT_OFFERED,
        Refusal.SLOT_FULL,
        Refusal.ALL_SLOTS_HELD,
        Refusal.TOO_MANY_CASES,
        Refusal.SUSPENDED,
    }
)
"""Rules of this system, which staff may go beyond: the day, the places, the quota, the cases, a suspension."""


def refusal_to_go_beyond(refusals: Iterable[Refusal | None], *, reason: str) -> Refusal | None:
    """Return the first of `refusals` that stands although staff say why: one that nobody may go beyond, if any."""
    found = [refusal for refusal in refusals if refusal is not None]
    firm = [refusal for refusal in found if refusal not in BEYOND]
    return next(iter(firm or ([] if reason else found)), None)
