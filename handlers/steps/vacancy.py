"""Of which full hour is the agent to be told when a place becomes free?"""

from collections.abc import Sequence
from datetime import date

from handlers.answers import pick
from handlers.message import Choice, Message, Phrase
from handlers.phrases import buttons, lines, vacancy
from handlers.turn import Again, Next, Turn
from rules.model import Slot
from storage import holds, slots, wishes


def ask(turn: Turn) -> Message:
    full, wished = full_slots(turn), wishes.of(turn.tx, turn.who)
    return Message(
        vacancy.ASK,
        (vacancy.ASK_BODY if full else vacancy.ASK_NONE,),
        choices=tuple(Choice(_label(slot, is_wished=slot in wished), _value(slot)) for slot in full),
    )


def answer(turn: Turn) -> Next:
    full = {_value(slot): slot for slot in full_slots(turn)}
    slot = full.get(pick(turn.said, tuple(full)) or "")
    if slot is None:
        return Again(lines.NOT_UNDERSTOOD)
    said = {"day": slot.day, "hour": slot.hour, "end": slot.hour + 1}
    if slot in wishes.of(turn.tx, turn.who):
        wishes.drop(turn.tx, turn.who, slot)
        return Again(vacancy.DROPPED(**said))
    wishes.put(turn.tx, turn.who, turn.chat, slot)
    return Again(vacancy.NOTED(**said))


def full_slots(turn: Turn, days: Sequence[date] = ()) -> Sequence[Slot]:
    """Return the slots of `days`, or of all that are offered, in which this agent finds no place and has none."""
    left = slots.left(turn.tx, turn.office, days or turn.days(), agent=turn.who.id)
    mine = holds.slots_of(turn.tx, turn.who)
    return [slot for slot, places in left.items() if not places and slot not in mine]


def way_there(turn: Turn, days: Sequence[date]) -> tuple[Choice, ...]:
    """Return the button that leads here, where a slot of `days` is full."""
    return (Choice(buttons.TELL_ME, "vacancy"),) if days and full_slots(turn, days) else ()


def _label(slot: Slot, *, is_wished: bool) -> Phrase:
    label = vacancy.LABEL(day=slot.day, hour=slot.hour)
    return buttons.CHOSEN(what=label) if is_wished else label


def _value(slot: Slot) -> str:
    return f"{slot.day.isoformat()} {slot.hour}"
