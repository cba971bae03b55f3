"""The days that are offered: §3(1)."""

from collections.abc import Collection
from datetime import date, datetime
from itertools import dropwhile, islice

from rules.cutoff import cutoff_of, is_past
from rules.model import Office
from rules.opendays import DAY, open_days_from


def window(office: Office, closed: Collection[date] = (), *, now: datetime) -> tuple[date, ...]:
    """Return the open days offered at `now`, as many as the profile says (§3(1)).

    They start with the first whose cutoff is still ahead, so that every booking can be changed when
    it is made; a profile with `first_day = "next-open-day"` starts tomorrow, cutoff or not.
    """
    tomorrow = now.astimezone(office.zone).date() + DAY
    days = open_days_from(office, tomorrow, closed)
    if office.first_day == "before-cutoff":
        days = dropwhile(lambda day: is_past(cutoff_of(office, day, closed), now=now), days)
    return tuple(islice(days, office.window_days))
