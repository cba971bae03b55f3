"""Until when a visit can be changed or cancelled: §4(1)."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from rules.model import Office
from rules.opendays import open_day_before

MINUTE = timedelta(minutes=1)


def cutoff_of(office: Office, day: date, closed: Collection[date] = ()) -> datetime:
    """Return the first moment at which a visit on `day` can no longer be changed (§4(1)).

    The notice says 11:59 of the open day before; 11:59:59 is still in time, so the moment is noon.
    """
    return datetime.combine(open_day_before(office, day, closed), office.cutoff, office.zone)


def is_past(cutoff: datetime, *, now: datetime) -> bool:
    """Return whether `cutoff`, as it was told, has passed."""
    return now >= cutoff


def last_minute(office: Office, cutoff: datetime) -> datetime:
    """Return `cutoff` as the notice tells it: the last minute in time, such as 11:59, in the office's time."""
    return cutoff.astimezone(office.zone) - MINUTE


def cutoff_after_closure(told: datetime, office: Office, day: date, closed: Collection[date]) -> datetime:
    """Return the cutoff of a visit on `day` after closures were declared: never earlier than it was `told`."""
    return max(told, cutoff_of(office, day, closed))
