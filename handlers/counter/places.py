"""Places and closures: how many a slot takes, what is closed and opened again, and whom a closure would hit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from handlers.counter.desk import Desk, Done
from handlers.message import Phrase
from handlers.phrases import management
from rules.closing import Closing, objection_to_close
from rules.model import Office, Slot
from rules.objection import Objection
from rules.opendays import DAY
from storage import closures, slots
from storage.closures import Closure
from storage.database import Transaction

SHOWN = 10  # open days whose places can be set, today among them
MOST = 999  # places of a slot


@dataclass(frozen=True, slots=True)
class Taken:
    """How many places a slot has, and how many of them are taken; whether it is closed."""

    places: int
    taken: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Places:
    """What a manager looks at: the places of each day, by slot, and what is closed."""

    today: date
    days: Mapping[date, Sequence[tuple[Slot, Taken]]]
    closures: Sequence[Closure]


def shown(tx: Transaction, office: Office) -> Places:
    """Return the places of today and the open days to come, and every closure that stands."""
    today = tx.now.astimezone(office.zone).date()
    days = slots.open_days(tx, office, today, most=SHOWN)
    places, taken = slots.places(tx, office, days), slots.taken(tx, days, agent="")
    stand = closures.standing(tx, today)
    shut = {Slot(each.day, each.hour) for each in stand if each.hour is not None}
    found = {
        day: [(slot, Taken(places[slot], taken.get(slot, 0), slot in shut)) for slot in places if slot.day == day]
        for day in days
    }
    return Places(today, found, stand)


def understood(office: Office, form: Mapping[str, str], *, today: date) -> Closing | Objection:
    """Return the closing that `form` asks for, or why it cannot be done."""
    hours = tuple(hour for hour in office.hours if form.get(f"hour-{hour}"))
    try:
        first = date.fromisoformat(form.get("first", ""))
        last = date.fromisoformat(form.get("last") or form.get("first", ""))
    except ValueError:
        return Objection.NOT_UNDERSTOOD
    if first > today + DAY * 366:  # a slip: no office closes so far ahead
        return Objection.TOO_FAR
    closing = Closing(first, last, hours if set(hours) != set(office.hours) else (), form.get("reason", "").strip())
    objection = objection_to_close(office, closing, today=today)
    return objection or (closing if closing.reason else Objection.NO_REASON)


def hours_of(closing: Closing) -> Phrase:
    """Return which hours of its days are closed, in words."""
    hours = tuple(management.AT(hour=hour) for hour in closing.hours)
    return management.LIST(items=hours) if hours else management.WHOLE_DAYS


def close(desk: Desk) -> Done | Objection:
    """Close a slot, a day or a range; everybody who booked there is told, with the nearest free slots."""
    closing = understood(desk.office, {**desk.form, "reason": desk.reason}, today=desk.today)
    if isinstance(closing, Objection):
        return closing
    gone = closures.close(desk.tx, desk.office, closing)
    return Done(_named(closing), closing.reason, f"visits-cancelled={len(gone)}")


def reopen(desk: Desk) -> Done | Objection:
    """Open a day or a slot again."""
    day, hour = _day(desk), desk.form.get("hour", "")
    if day is None or hour not in ("", *map(str, desk.office.hours)):
        return Objection.NOT_UNDERSTOOD
    if not closures.reopen(desk.tx, desk.office, day, int(hour) if hour else None):
        return Objection.NOT_CLOSED
    return Done(f"{day} {hour}".strip(), desk.reason)


def change_places(desk: Desk) -> Done | Objection:
    """Let the slots of a day have as many places as were filled in; never fewer than are booked."""
    day, office = _day(desk), desk.office
    if day is None or not desk.today <= day <= desk.today + DAY * 366:
        return Objection.NOT_UNDERSTOOD
    wanted = {
        Slot(day, hour): normalize("NFKC", desk.form[f"places-{hour}"])
        for hour in office.hours
        if f"places-{hour}" in desk.form
    }
    if not wanted or not all(said.isascii() and said.isdecimal() and int(said) <= MOST for said in wanted.values()):
        return Objection.NOT_UNDERSTOOD
    places = {slot: slots.lock(desk.tx, office, slot) for slot in sorted(wanted)}
    if any(desk.form.get(f"was-{slot.hour}", str(places[slot])) != str(places[slot]) for slot in wanted):
        return Objection.CHANGED_MEANWHILE
    changed = {slot: int(said) for slot, said in wanted.items() if int(said) != places[slot]}
    if any(count < slots.taken_in(desk.tx, slot, agent="") for slot, count in changed.items()):
        return Objection.FEWER_THAN_TAKEN
    for slot, count in changed.items():
        closures.set_places(desk.tx, slot, count)
    return Done(f"{day} " + " ".join(f"{slot.hour}:{count}" for slot, count in changed.items()), desk.reason)


def _day(desk: Desk) -> date | None:
    try:
        return date.fromisoformat(desk.form.get("day", ""))
    except ValueError:
        return None


def _named(closing: Closing) -> str:
    """Return what was closed as the journal names it: days, and hours where it was not the whole of them."""
    return " ".join((str(closing.first), str(closing.last), *map(str, closing.hours)))
