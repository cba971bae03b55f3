"""At which hour? From here on the place is held (§3(2))."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from handlers.answers import date_in, hour_in, pick
from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, change, lines, visit
from handlers.steps import day, vacancy
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Booking, Slot
from rules.quota import cases_left, slots_left
from rules.refusal import Refusal
from storage import holds, slots
from storage.numbers import count_in


def ask(turn: Turn) -> Message:
    shown = date.fromisoformat(turn.draft.looking)
    offered = (*choices(turn, shown), *vacancy.way_there(turn, [shown]))
    return Message(visit.SLOT(day=shown), (visit.SLOT_BODY,), after=(example(turn),), choices=offered)


def answer(turn: Turn) -> Next:
    if turn.said in ("day", "vacancy"):
        return Goto(turn.said, turn.draft)
    hour = said(turn)
    if hour is not None:
        return chosen(turn, Slot(date.fromisoformat(turn.draft.looking), hour))
    return day.answer(turn) if date_in(turn.said, today=turn.today) else Again(lines.NOT_UNDERSTOOD)


def said(turn: Turn) -> int | None:
    """Return the hour that was said, by itself or by its place in the list, or None."""
    hour = hour_in(turn.said)
    if hour in turn.office.hours:
        return hour
    listed = pick(turn.said, [f"{hour}:00" for hour in turn.office.hours])
    return hour_in(listed) if listed else hour


def chosen(turn: Turn, slot: Slot) -> Next:
    """Hold `slot`, and go on to the numbers, or back to the review where they were given."""
    outcome = holds.hold(turn.tx, turn.office, turn.who, turn.chat, slot)
    draft = replace(turn.draft, looking=slot.day.isoformat())
    if isinstance(outcome, Refusal):
        return Goto("day" if leaves_the_day(turn, outcome, slot.day) else "slot", draft, outcome)
    draft = replace(draft.returned(), day=slot.day.isoformat(), hour=slot.hour)
    return Goto("review" if draft.numbers else "numbers", draft)


def leaves_the_day(turn: Turn, refusal: Refusal, chosen: date) -> bool:
    """Return whether after `refusal` of an hour of the day `chosen` another day is to be chosen."""
    if refusal is Refusal.SLOT_FULL:
        return not any(_left(turn, chosen).values())
    return refusal in (Refusal.DAY_NOT_OFFERED, Refusal.CERTIFICATE_EXPIRES_BEFORE, Refusal.ALL_SLOTS_HELD)


def choices(turn: Turn, shown: date, replacing: Booking | None = None) -> tuple[Choice, ...]:
    """Return the hours of the day `shown`, each with its places, for a booking or for the move of `replacing`."""
    held = holds.slots_of(turn.tx, turn.who, but_held_by="" if replacing else turn.chat, but_booked=replacing)
    has_slots_left = slots_left(turn.office, held, turn.days()) > 0 or holds.is_outside_quota(replacing, held)
    hours = []
    for slot, places in _left(turn, shown).items():
        label, closed = _label(turn, slot, places, is_mine=slot in held, replacing=replacing)
        if closed is None and slot not in held and not has_slots_left:
            closed = visit.SLOT_BEYOND
        if not places and slots.is_closed(turn.tx, slot):
            label, closed = visit.SLOT_HOURS(hour=slot.hour, end=slot.hour + 1), visit.SLOT_CLOSED
        hours.append(Choice(label, f"{slot.hour}:00", closed=closed))
    return (*hours, Choice(buttons.OTHER_DAY, "day"))


def example(turn: Turn) -> Words:
    """Return an hour as it can be typed."""
    return visit.SLOT_EXAMPLE(hour=turn.office.hours[0])


def _left(turn: Turn, shown: date) -> Mapping[Slot, int]:
    return slots.left(turn.tx, turn.office, [shown], agent=turn.who.id)


def _label(
    turn: Turn, slot: Slot, places: int, *, is_mine: bool, replacing: Booking | None
) -> tuple[Words, Words | None]:
    """Return what the button of `slot` says, and why it cannot be pressed, or None."""
    hours = {"hour": slot.hour, "end": slot.hour + 1}
    if replacing is not None and slot == replacing.slot and not replacing.is_cancelled:
        return visit.SLOT_HOURS(**hours), change.NOW_HERE
    if is_mine:
        others = replacing.id if replacing else ""
        count = cases_left(turn.office, count_in(turn.tx, turn.who, slot, but=others))
        is_short = replacing is not None and count < len(replacing.cases)
        return visit.SLOT_YOURS(**hours, count=count), change.TOO_FEW if is_short else None
    if not places:
        return visit.SLOT_HOURS(**hours), visit.SLOT_FULL
    return visit.SLOT_LABEL(**hours, count=places), None
