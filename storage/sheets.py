"""What the day sheet is made of, besides the visits: numbers that clash, and what was cancelled after the cutoff."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rules.cutoff import cutoff_of
from rules.model import Office, Slot
from rules.opendays import DAY
from storage import letters, slots
from storage.database import Transaction, as_moment, as_text

FINAL = "sheet-final"  # the kind of letter that tells the counter that no agent can change a day any more


@dataclass(frozen=True, slots=True)
class Gone:
    """A booking that was on the sheet when that was final: its code, its hour then, its numbers as typed."""

    code: str
    hour: int
    cases: tuple[str, ...]


def unannounced(tx: Transaction, office: Office) -> Sequence[date]:
    """Return the days to come that no agent can change any more, and of which the counter was not told."""
    rows = tx.rows(
        "SELECT day, MAX(cutoff) AS cutoff FROM booking WHERE day > ? AND state = 'booked'"
        " AND NOT EXISTS (SELECT 1 FROM letter WHERE about = ? || booking.day) GROUP BY day",
        *(tx.now.astimezone(office.zone).date().isoformat(), f"{FINAL}:"),
    )
    last = {date.fromisoformat(row["day"]): as_moment(row["cutoff"]) for row in rows}
    closed = slots.closed(tx)
    return [day for day, told in last.items() if final(office, day, [told], closed) <= tx.now]


def final(office: Office, day: date, told: Iterable[datetime], closed: Collection[date]) -> datetime:
    """Return from when on no agent can change anything on `day`, where the cutoffs `told` are those of its bookings."""
    return max([cutoff_of(office, day, closed), *told])


def cutoffs(tx: Transaction, day: date) -> Sequence[datetime]:
    """Return the cutoffs that were told of bookings of `day`, cancelled since or not, but for those beyond a rule."""
    rows = tx.rows("SELECT DISTINCT cutoff FROM booking WHERE day = ? AND beyond IS NULL", day.isoformat())
    return [as_moment(row["cutoff"]) for row in rows]


def announce(tx: Transaction, office: Office) -> Sequence[date]:
    """Put the letters that tell the counter which days are final; those of days that are over are forgotten."""
    tx.rows("DELETE FROM letter WHERE kind = ? AND useless_after < ?", FINAL, as_text(tx.now - DAY))
    days = unannounced(tx, office)
    for day in days:
        letters.put(tx, FINAL, day.isoformat(), useless_after=Slot(day, max(office.hours)).ends(office))
    return days


def clashing(tx: Transaction, day: date) -> frozenset[str]:
    """Return the numbers of `day`, as they are compared, that another agent has in a booking from that day on."""
    rows = tx.rows(
        "SELECT DISTINCT mine.comparable FROM booking"
        " JOIN booking_case AS mine ON mine.booking = booking.id"
        " JOIN booking_case AS theirs ON theirs.comparable = mine.comparable AND theirs.agent <> mine.agent"
        " JOIN booking AS other ON other.id = theirs.booking"
        " WHERE booking.day = ? AND booking.state = 'booked' AND other.state = 'booked' AND other.day >= ?",
        *(day.isoformat(), day.isoformat()),
    )
    return frozenset(row["comparable"] for row in rows)


def gone_since(tx: Transaction, day: date, final: datetime) -> Sequence[Gone]:
    """Return what was booked on `day` when it was final, and is not there any more: cancelled, or in another slot."""
    rows = tx.rows(
        "SELECT booking.code, earlier.hour, earlier.cases FROM earlier JOIN booking ON booking.id = earlier.booking"
        " WHERE earlier.day = ? AND earlier.until >= ? AND booking.booked < ?"
        " AND NOT (booking.state = 'booked' AND booking.day = earlier.day AND booking.hour = earlier.hour)"
        " ORDER BY earlier.hour, booking.code, earlier.version",
        *(day.isoformat(), as_text(final), as_text(final)),
    )
    found = {row["code"]: Gone(row["code"], row["hour"], tuple(row["cases"].split("\n"))) for row in reversed(rows)}
    return list(reversed(found.values()))


def added_since(tx: Transaction, day: date, final: datetime) -> frozenset[str]:
    """Return the ids of the bookings of `day` that were made when it was final already: by staff, on the telephone."""
    rows = tx.rows(
        "SELECT id FROM booking WHERE day = ? AND state = 'booked' AND booked >= ?", day.isoformat(), as_text(final)
    )
    return frozenset(row["id"] for row in rows)
