"""Which version of the notice (留意事項) is in force: §6(5)."""

from datetime import date

from rules.model import Office


def in_force(office: Office, *, today: date) -> str:
    """Return the version in force on `today`, named by its first day (ISO); before any is, the first there is."""
    begun = [version for version in office.notices if version <= today.isoformat()]
    return begun[-1] if begun else office.notices[0]
