"""Which application numbers? (§3(2))"""

from dataclasses import replace

from handlers.held import limits, room
from handlers.message import Choice, Message, Phrase
from handlers.phrases import buttons, lines, visit
from handlers.steps import slot
from handlers.turn import Again, Goto, Next, Turn
from rules.numbers import Reading, merged, read
from storage import holds
from storage.numbers import clashes

OTHER_SLOT = Choice(buttons.OTHER_SLOT, "slot")


def ask(turn: Turn) -> Message:
    so_far = (visit.NUMBERS_SO_FAR(count=len(turn.draft.numbers)),) if turn.draft.numbers else ()
    return Message(
        visit.NUMBERS,
        (*limits(turn), visit.NUMBERS_BODY, *so_far),
        after=(visit.NUMBERS_EXAMPLE,),
        choices=(
            *((Choice(buttons.TO_REVIEW, "review", "go"),) if turn.draft.numbers else ()),
            *(() if holds.of_chat(turn.tx, turn.chat) else (Choice(buttons.HOLD_AGAIN, "hold"), OTHER_SLOT)),
        ),
    )


def answer(turn: Turn) -> Next:
    pressed = _pressed(turn)
    if pressed is not None:
        return pressed
    reading = merged(turn.cases(), read(turn.office, turn.said))
    if len(reading.numbers) == len(turn.draft.numbers):
        return Again(_not_read(reading) or lines.NOTHING_READ)
    taken, beyond = reading.numbers[: room(turn)], reading.numbers[room(turn) :]
    if len(taken) <= len(turn.draft.numbers):
        return Again(lines.TOO_MANY(count=len(reading.numbers), most=room(turn)))
    for number, code in clashes(turn.tx, turn.office, turn.who, taken):
        return Again(lines.CLASH(number=number.typed, code=code))
    draft = replace(turn.draft, numbers=tuple(number.typed for number in taken), return_to="")
    is_doubtful = any(number.is_doubtful for number in taken)
    left_out = lines.LEFT_OUT(numbers=" / ".join(number.typed for number in beyond)[:300], most=room(turn))
    return Goto("doubts" if is_doubtful else "review", draft, left_out if beyond else _not_read(reading))


def _pressed(turn: Turn) -> Next | None:
    """Return where a button leads, or None where words were typed."""
    match turn.said:
        case "review" if turn.draft.numbers:
            return Goto("review", replace(turn.draft, return_to=""))
        case "slot":
            return Goto("day", turn.draft)
        case "hold" if turn.draft.slot is not None:
            return slot.chosen(turn, turn.draft.slot)
        case _:
            return None


def _not_read(reading: Reading) -> Phrase | None:
    """Return what was dropped or left aside, so that nothing goes missing unsaid."""
    if reading.aside:
        return lines.ASIDE(pieces=" / ".join(dict.fromkeys(reading.aside))[:300])
    if reading.repeated:
        return lines.REPEATED(numbers=" / ".join(reading.repeated)[:300])
    return None
