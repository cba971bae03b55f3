"""When an agent is reminded: before the cutoff, when it has passed, and on the morning of the visit."""

from datetime import datetime
from enum import StrEnum

from rules.model import Office, Slot


class Reminder(StrEnum):
    """What an agent is reminded of, unasked."""

    CAN_CHANGE = "can-change"  # this can be changed or cancelled until the cutoff
    DEADLINE = "deadline"  # the cutoff has passed: what to bring, and where to call
    TODAY = "today"  # the visit is today


def before_cutoff(office: Office, cutoff: datetime) -> datetime:
    """Return the moment at which to say that a visit can still be changed: on the day of its `cutoff`."""
    return datetime.combine(cutoff.astimezone(office.zone).date(), office.remind_cutoff, office.zone)


def on_the_morning(office: Office, slot: Slot) -> datetime:
    """Return the moment at which to say that the visit in `slot` is today."""
    return datetime.combine(slot.day, office.remind_visit, office.zone)


def due(office: Office, reminder: Reminder, slot: Slot, cutoff: datetime) -> datetime:
    """Return when `reminder` is due of a visit in `slot` that can be changed until `cutoff`."""
    if reminder is Reminder.TODAY:
        return on_the_morning(office, slot)
    return before_cutoff(office, cutoff) if reminder is Reminder.CAN_CHANGE else cutoff


def useless_after(office: Office, reminder: Reminder, slot: Slot, cutoff: datetime) -> datetime:
    """Return the moment from which `reminder` is of no use any more."""
    if reminder is Reminder.TODAY:
        return slot.ends(office)
    return cutoff if reminder is Reminder.CAN_CHANGE else slot.begins(office)
