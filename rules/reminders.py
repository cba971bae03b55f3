"""When an agent is reminded: before the cutoff, and on the morning of the visit."""

from datetime import datetime

from rules.model import Office, Slot


def before_cutoff(office: Office, cutoff: datetime) -> datetime:
    """Return the moment at which to say that a visit can still be changed: on the day of its `cutoff`."""
    return datetime.combine(cutoff.astimezone(office.zone).date(), office.remind_cutoff, office.zone)


def on_the_morning(office: Office, slot: Slot) -> datetime:
    """Return the moment at which to say that the visit in `slot` is today."""
    return datetime.combine(slot.day, office.remind_visit, office.zone)
