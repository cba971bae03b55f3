"""Which days are open (開庁日)."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from holidays import HolidayBase, country_holidays

from rules.model import Office

DAY = timedelta(days=1)
SATURDAY = 5


def is_open(office: Office, day: date, closed: Collection[date] = ()) -> bool:
    """Return whether `office` is open on `day`; `closed` are the days it closed on top of its profile's."""
    return _is_open_by_profile(office, day) and day not in closed


def open_days_from(office: Office, day: date, closed: Collection[date] = ()) -> Iterator[date]:
    """Yield the open days from `day` on, `day` included, without end."""
    while True:
        if is_open(office, day, closed):
            yield day
        day += DAY


def open_day_before(office: Office, day: date, closed: Collection[date] = ()) -> date:
    """Return the last open day before `day`, which itself need not be open."""
    day -= DAY
    while not is_open(office, day, closed):
        day -= DAY
    return day


@lru_cache(maxsize=1000)  # asked for the same few days in every turn
def _is_open_by_profile(office: Office, day: date) -> bool:
    return not (
        day.weekday() >= SATURDAY or _is_year_end(office, day) or day in _national_holidays() or day in office.closures
    )


@cache
def _national_holidays() -> HolidayBase:
    return country_holidays("JP")  # substitute and citizens' holidays included


def _is_year_end(office: Office, day: date) -> bool:
    first, last = office.year_end
    return (day.month, day.day) >= first or (day.month, day.day) <= last
