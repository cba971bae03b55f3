"""The days that are offered: §3(1)."""

from collections.abc import Collection
from datetime import date, datetime
from functools import lru_cache
from itertools import islice

from rules.cutoff import cutoff_of, is_past
from rules.model import Office
from rules.opendays import DAY, open_days_from


def window(office: Office, closed: Collection[date] = (), *, now: datetime) -> tuple[date, ...]:
    """Return the open days offered at `now`, as many as the profile says (§3(1)).

    They start with the first whose cutoff is still ahead, so that every booking can be changed when
    it is made; a profile with `first_day = "next-open-day"` starts tomorrow, cutoff or not.
    """
    tomorrow = now.astimezone(office.zone).date() + DAY
    days, cutoff = _next_days(office, frozenset(closed), tomorrow)
    if office.first_day == "before-cutoff" and is_past(cutoff, now=now):
        return days[1:]
    return days[:-1]


@lru_cache(maxsize=100)  # the same within a day, and asked for in every turn
def _next_days(office: Office, closed: frozenset[date], tomorrow: date) -> tuple[tuple[date, ...], datetime]:
    """Return one open day more than is offered, from `tomorrow` on, and the cutoff of the first.

    Of the others the cutoff is ahead in any case: the open day before them is tomorrow or later.
    """
    days = tuple(islice(open_days_from(office, tomorrow, closed), office.window_days + 1))
    return days, cutoff_of(office, days[0], closed)
