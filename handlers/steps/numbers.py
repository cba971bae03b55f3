"""Which application numbers? (§3(2))"""

from dataclasses import replace

from handlers.held import limits, room
from handlers.message import Choice, Message, Phrase
from handlers.phrases import buttons, lines, visit
from handlers.steps import slot
from handlers.turn import Again, Goto, Next, Turn
from rules.numbers import Reading, read
from rules.refusal import Refusal
from storage import bookings, holds

OTHER_SLOT = Choice(buttons.OTHER_SLOT, "slot")


def ask(turn: Turn) -> Message:
    so_far = (visit.NUMBERS_SO_FAR(count=len(turn.draft.numbers)),) if turn.draft.numbers else ()
    return Message(
        visit.NUMBERS,
        (*limits(turn), visit.NUMBERS_BODY, *so_far),
        after=(visit.NUMBERS_EXAMPLE,),
        choices=() if holds.of_chat(turn.tx, turn.chat) else (Choice(buttons.HOLD_AGAIN, "hold", "go"), OTHER_SLOT),
    )


def answer(turn: Turn) -> Next:
    if turn.said == "slot":
        return Goto("day", turn.draft)
    if turn.said == "hold" and turn.draft.slot:
        return slot.chosen(turn, turn.draft.slot)
    reading = read(turn.office, "\n".join((*turn.draft.numbers, turn.said)))
    if len(reading.numbers) == len(turn.draft.numbers):
        return Again(_not_read(reading) or lines.NOTHING_READ)
    if len(reading.numbers) > room(turn):
        return Again(Refusal.TOO_MANY_CASES)
    clashes = bookings.clashes(turn.tx, turn.office, turn.who, reading.numbers)
    if clashes:
        number, code = clashes[0]
        return Again(lines.CLASH(number=number.typed, code=code))
    draft = replace(turn.draft, numbers=tuple(number.typed for number in reading.numbers))
    is_doubtful = any(number.is_doubtful for number in reading.numbers)
    return Goto("doubts" if is_doubtful else "review", draft, _not_read(reading))


def _not_read(reading: Reading) -> Phrase | None:
    """Return what was dropped or left aside, so that nothing goes missing unsaid."""
    if reading.aside:
        return lines.ASIDE(pieces=" / ".join(reading.aside)[:300])
    if reading.repeated:
        return lines.REPEATED(numbers=" / ".join(reading.repeated)[:300])
    return None
