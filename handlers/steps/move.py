"""To which day is the booking to move? (日時を変更)"""

from dataclasses import replace

from handlers.confirmation import when
from handlers.message import Choice, Field, Message
from handlers.phrases import buttons, change, closed, visit
from handlers.steps import booking, day, slot
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Booking, Slot
from rules.refusal import Refusal
from storage import slots


def ask(turn: Turn) -> Message:
    found = booking.movable(turn)
    if found is None:
        return booking.ask(turn)
    return Message(
        change.MOVE,
        (change.NOT_YET, *day.remarks(turn)),
        fields=(stands(found),),
        after=(day.example(turn),),
        choices=(*day.choices(turn), Choice(buttons.KEEP_AS_IS, "keep")),
    )


def answer(turn: Turn) -> Next:
    return stopped(turn) or _chosen(turn)


def stands(found: Booking) -> Field:
    """Return where `found` stands now, or stood until that was closed."""
    return Field(closed.WAS if found.is_cancelled else change.NOW, when(found.slot))


def stopped(turn: Turn) -> Next | None:
    """Return where the talk goes on when the booking is not to be moved, or cannot be any more; or None."""
    found = booking.looked_at(turn, is_moving=True)
    if isinstance(found, Goto):
        return found
    return booking.kept(turn) if turn.said == "keep" else None


def refused(turn: Turn, refusal: Refusal, wanted: Slot) -> Goto:
    """Return where to go on after `refusal` of the slot `wanted`: to another hour, another day, or nowhere else."""
    found = booking.named(turn)
    if found is None or refusal in (Refusal.SUSPENDED, Refusal.MODE_NOT_OFFERED, Refusal.ALREADY_BOOKED):
        return Goto("booking", turn.draft, refusal)
    if wanted.day in slots.closed(turn.tx):
        return Goto("move", turn.draft, visit.DAY_CLOSED(day=wanted.day))
    because = booking.too_many(turn, found, wanted) if refusal is Refusal.TOO_MANY_CASES else refusal
    return Goto("move" if slot.leaves_the_day(turn, refusal, wanted.day) else "move_hour", turn.draft, because)


def _chosen(turn: Turn) -> Next:
    said = day.said(turn)
    if isinstance(said, str):
        return Goto("move_hour", replace(turn.draft, wanted_day=said))
    return Again(said)
