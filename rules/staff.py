"""Who works at the counter, and what each may do there."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the counter."""

    CLERK = "clerk"  # looks, checks in, records, takes calls
    MANAGER = "manager"  # and decides on places, closures, conduct and staff


def may(role: Role, needed: Role) -> bool:
    """Return whether a person of `role` may do what `needed` is needed for: a manager may do what a clerk may."""
    return role is Role.MANAGER or needed is Role.CLERK
