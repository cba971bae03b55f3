"""At which hour? From here on the place is held (§3(2))."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from handlers.answers import date_in, hour_in, pick
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, visit
from handlers.steps import day
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Slot
from rules.quota import cases_left, slots_left
from rules.refusal import Refusal
from storage import holds, slots
from storage.numbers import count_in


def ask(turn: Turn) -> Message:
    left = _left(turn)
    mine = holds.slots_of(turn.tx, turn.who, but_held_by=turn.chat)
    has_slots_left = slots_left(turn.office, mine, turn.days()) > 0
    return Message(
        visit.SLOT(day=_day(turn)),
        (visit.SLOT_BODY,),
        after=(visit.SLOT_EXAMPLE(hour=turn.office.hours[0]),),
        choices=(
            *(
                _choice(turn, slot, places, is_mine=slot in mine, has_slots_left=has_slots_left)
                for slot, places in left.items()
            ),
            Choice(buttons.OTHER_DAY, "day"),
        ),
    )


def answer(turn: Turn) -> Next:
    if turn.said == "day":
        return Goto("day", turn.draft)
    hours = [f"{hour}:00" for hour in turn.office.hours]
    hour = hour_in(turn.said)
    if hour not in turn.office.hours:
        hour = hour_in(pick(turn.said, hours) or turn.said)  # its place in the list, where that is no hour
    if hour is not None:
        return chosen(turn, Slot(_day(turn), hour))
    return day.answer(turn) if date_in(turn.said, today=turn.today) else Again(lines.NOT_UNDERSTOOD)


def chosen(turn: Turn, slot: Slot) -> Next:
    """Hold `slot`, and go on to the numbers, or back to the review where they were given."""
    outcome = holds.hold(turn.tx, turn.office, turn.who, turn.chat, slot)
    draft = replace(turn.draft, looking=slot.day.isoformat())
    match outcome:
        case Refusal.DAY_NOT_OFFERED | Refusal.CERTIFICATE_EXPIRES_BEFORE | Refusal.ALL_SLOTS_HELD:
            return Goto("day", draft, outcome)
        case Refusal.SLOT_FULL if not any(slots.left(turn.tx, turn.office, [slot.day], agent=turn.who.id).values()):
            return Goto("day", draft, outcome)
        case Refusal():
            return Goto("slot", draft, outcome)
        case _:
            draft = replace(draft, day=slot.day.isoformat(), hour=slot.hour, return_to="")
            return Goto("review" if draft.numbers else "numbers", draft)


def _day(turn: Turn) -> date:
    return date.fromisoformat(turn.draft.looking)


def _left(turn: Turn) -> Mapping[Slot, int]:
    return slots.left(turn.tx, turn.office, [_day(turn)], agent=turn.who.id)


def _choice(turn: Turn, slot: Slot, places: int, *, is_mine: bool, has_slots_left: bool) -> Choice:
    hours = {"hour": slot.hour, "end": slot.hour + 1}
    if is_mine:
        count = cases_left(turn.office, count_in(turn.tx, turn.who, slot))
        return Choice(visit.SLOT_YOURS(**hours, count=count), f"{slot.hour}:00")
    if not places:
        return Choice(visit.SLOT_HOURS(**hours), f"{slot.hour}:00", closed=visit.SLOT_FULL)
    closed = None if has_slots_left else visit.SLOT_BEYOND
    return Choice(visit.SLOT_LABEL(**hours, count=places), f"{slot.hour}:00", closed=closed)
