"""The commands that can be given at any step, and where they lead."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from handlers.beginning import beginning
from handlers.details import registered
from handlers.held import held_until
from handlers.message import Phrase
from handlers.phrases import lines, welcome
from handlers.rooms import ENTERED_IN, OF_A_BOOKING, ROOMS, is_entering, is_on_the_way, left_off
from handlers.steps import booking, bookings, code, language, move_hour, slot
from handlers.turn import Again, Goto, Next, Turn
from rules.model import Slot
from rules.refusal import Refusal
from storage import holds

RENEWABLE = frozenset({"again", "day", "slot", "numbers", "doubts", "review", "move", "move_hour", "move_review"})
"""Steps at which a renewed certificate can be entered, to go on there."""


def obeyed(turn: Turn, step: str) -> Next | None:
    """Return where the command in `turn.said` leads from `step`, or None where it is none."""
    verb, _, rest = turn.said.partition(" ")
    command = COMMANDS.get(verb)
    if command:
        return command(replace(turn, said=rest), step)
    return Again(lines.NO_SUCH_COMMAND) if verb.startswith("/") else None


def _book(turn: Turn, step: str) -> Next:
    if is_on_the_way(step):
        return Again(lines.UNFINISHED)
    begun = left_off(turn.path, is_on_the_way)
    return Goto(begun, turn.draft, lines.UNFINISHED) if begun else beginning(turn)


def _continue(turn: Turn, step: str) -> Next:
    left = left_off(turn.path)
    return Goto(left, turn.draft) if left else Again(lines.NOT_UNDERSTOOD)


def _back(turn: Turn, step: str) -> Next:
    if step == "menu" and left_off(turn.path):
        return _continue(turn, step)
    target = turn.path[-1] if turn.path else "menu"
    is_over = target == turn.draft.returns_to  # the correction was not made
    return Goto(target, turn.draft.returned() if is_over else turn.draft, is_back=bool(turn.path))


def _restart(turn: Turn, step: str) -> Next:
    left = _room_left(turn, step)
    if left is not None:
        return left
    holds.release(turn.tx, turn.chat)
    return beginning(turn)


def _stop(turn: Turn, step: str) -> Next:
    left = _room_left(turn, step)
    if left is not None:
        return left
    holds.release(turn.tx, turn.chat)
    return Goto("menu", turn.draft.afresh(), welcome.STOPPED, is_fresh=True)


def _room_left(turn: Turn, step: str) -> Next | None:
    """Stop what is being entered in a room, or for one; what is being booked besides goes on. None: it is that."""
    entered = step if is_entering(step) else left_off(turn.path)
    if entered in OF_A_BOOKING:
        return booking.kept(turn)
    if entered in ENTERED_IN:
        return Goto("settings", turn.draft)
    room = turn.draft.returns_to
    return Goto(room, turn.draft.returned()) if entered and room in ROOMS else None


def _certificate(turn: Turn, step: str) -> Next:
    if step not in RENEWABLE:
        return Again(lines.NOT_UNDERSTOOD)
    return Goto("certificate_number", registered(turn.who, turn.draft).returning_to(step))


def _welcome(turn: Turn, step: str) -> Next:
    return Goto("menu", turn.draft, lines.WELCOME_BACK)


def _verify(turn: Turn, step: str) -> Next:
    return code.proven_by_link(turn)


def _language(turn: Turn, step: str) -> Next:
    chosen = language.chosen_in(turn)
    return Again(language=chosen) if chosen else Goto("language", turn.draft)


def _bookings(turn: Turn, step: str) -> Next:
    return Goto("bookings", replace(turn.draft, first_row=0))


def _booking(turn: Turn, step: str) -> Next:
    """Go about a booking as a button says that outlives the talk: `way code version`; without code, about any."""
    way, code, version = (*turn.said.split(" "), "", "", "")[:3]
    if not code and way in OF_NONE:
        return OF_NONE[way](turn, step)
    if way == "book":
        return _book_slot(turn, step, code, version)
    way, _, to = way.partition("@")
    looking = replace(turn, draft=turn.draft.looking_at(code))
    found = booking.named(looking) if turn.agent else None
    if found is None:
        return Again(lines.OLD_SCREEN)
    if version != str(found.version):
        return Goto(
            "booking", looking.draft, Refusal.CANCELLED_ALREADY if found.is_cancelled else Refusal.CHANGED_SINCE
        )
    if way not in booking.WAYS:
        return Goto("booking", looking.draft)
    begun = booking.gone_about(looking, way)
    return _moved_to(replace(looking, draft=begun.draft), begun, to) if to and isinstance(begun, Goto) else begun


def _moved_to(turn: Turn, begun: Goto, to: str) -> Next:
    """Hold the slot that a button names for the booking that is being moved, or go on to where it is chosen."""
    day, _, hour = to.partition("@")
    try:
        wanted = Slot(date.fromisoformat(day), int(hour))
    except ValueError:
        return begun
    if begun.step != "move":
        return begun
    return move_hour.chosen(replace(turn, draft=replace(begun.draft, wanted_day=wanted.day.isoformat())), wanted)


OF_NONE: Mapping[str, Callable[[Turn, str], Next]] = {"list": _bookings, "book": _book}
"""What a button that outlives the talk goes about without a booking."""


def _book_slot(turn: Turn, step: str, day: str, hour: str) -> Next:
    """Hold the place that became free, and begin a booking of it, or go on with the one that is being entered."""
    try:
        wanted = Slot(date.fromisoformat(day), int(hour))
    except ValueError:
        return Again(lines.OLD_SCREEN)
    if turn.agent is None or wanted.day not in turn.days():
        return Again(lines.OLD_SCREEN if turn.agent is None else Refusal.DAY_NOT_OFFERED)
    if step in ("day", "slot"):
        return slot.chosen(turn, wanted)
    begun = _book(turn, step)
    if isinstance(begun, Again) or begun.because or not turn.agent.is_complete:
        return begun
    held = slot.chosen(replace(turn, draft=begun.draft), wanted)
    assert isinstance(held, Goto)
    if held.because:
        return replace(begun, because=held.because)
    return replace(begun, draft=replace(held.draft, is_placed=True), because=held_until(turn))


def _room(name: str) -> Callable[[Turn, str], Next]:
    return lambda turn, step: Goto(name, turn.draft)


def _asked_again(because: Phrase) -> Callable[[Turn, str], Next]:
    return lambda turn, step: Again(because)


def _about(way: str) -> Callable[[Turn, str], Next]:
    return lambda turn, step: bookings.meant(turn, way)


COMMANDS: Mapping[str, Callable[[Turn, str], Next]] = {
    "/book": _book,
    "/back": _back,
    "/continue": _continue,
    "/restart": _restart,
    "/stop": _stop,
    "/certificate": _certificate,
    "/verify": _verify,
    "/welcome": _welcome,
    "/menu": _room("menu"),
    "/help": _room("help"),
    "/papers": _room("papers"),
    "/place": _room("place"),
    "/call": _room("call"),
    "/language": _language,
    "/notice": _room("reading"),
    "/bookings": _bookings,
    "/booking": _booking,
    "/which": _room("which"),
    "/settings": _room("settings"),
    "/edited": _asked_again(lines.EDITED),
    "/unreadable": _asked_again(lines.ONLY_WORDS),
    "/late": _asked_again(lines.CAME_LATE),
    "/change": _about(""),
    "/correct": _about("correct"),
    "/move": _about("move"),
}
