"""What stands above the numbers and the review: the hold, and the agent's own remainder."""

from dataclasses import replace
from datetime import datetime

from handlers.message import Phrase, Words
from handlers.phrases import lines
from handlers.turn import Goto, Turn, onward
from rules.cutoff import cutoff_after_closure, cutoff_of
from rules.model import Booking, Slot
from rules.quota import cases_left, slots_left
from storage import holds, slots
from storage.holds import Hold
from storage.numbers import count_in


def place_or_day(turn: Turn) -> Goto:
    """Go on after what is collected is known: to which day, but once past it where the place was taken before."""
    if not turn.draft.is_placed:
        return onward("day", turn.draft)
    held = holds.of_chat(turn.tx, turn.chat)
    draft = replace(turn.draft, is_placed=False)  # whoever comes back here wants to choose another
    if held is not None and held.slot == draft.slot:
        return onward("numbers", draft)
    return replace(onward("day", draft), because=lines.HOLD_ENDED)


def limits(turn: Turn) -> tuple[Words, ...]:
    """Return until when the place is held, and how many slots and cases the agent has left."""
    left = slots_left(turn.office, holds.slots_of(turn.tx, turn.who), turn.days())
    return (held_until(turn), lines.REMAINDER(slots=left, cases=room(turn) - len(turn.draft.numbers)))


def held_until(turn: Turn, replacing: Booking | None = None) -> Phrase:
    """Return until when the place is held, for a booking or for `replacing` to move to, or that it is not any more."""
    held = _held(turn, replacing)
    if held is None:
        return lines.HOLD_ENDED
    slot = held.slot
    return lines.HELD_UNTIL(day=slot.day, hour=slot.hour, end=slot.hour + 1, until=turn.local(held.until))


def cutoff_in(turn: Turn, slot: Slot, replacing: Booking | None = None) -> datetime:
    """Return until when a booking of `slot` could be changed: no earlier than it was told when the place was held."""
    held, closed = _held(turn, replacing), slots.closed(turn.tx)
    if held is None or held.slot != slot:
        return cutoff_of(turn.office, slot.day, closed)
    return cutoff_after_closure(held.cutoff, turn.office, slot.day, closed)


def _held(turn: Turn, replacing: Booking | None) -> Hold | None:
    return holds.of_chat(turn.tx, turn.chat, replacing=replacing.id if replacing else "")


def room(turn: Turn) -> int:
    """Return how many cases the agent may bring to the slot of the draft."""
    slot = turn.draft.slot
    return cases_left(turn.office, count_in(turn.tx, turn.who, slot)) if slot else 0
