"""One booking, with everything that the counter reads, and what can still be done with it until when."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.answers import pick
from handlers.confirmation import cancellation, confirmation, past, soon
from handlers.draft import Draft
from handlers.message import Choice, Message, Phrase, Tone, Words
from handlers.phrases import booked, buttons, change, closed, lines, welcome
from handlers.refused import call
from handlers.turn import Again, Goto, Next, Turn
from rules.changes import most_cases, refusal_to_change, refusal_to_leave
from rules.closing import may_rebook
from rules.cutoff import last_minute
from rules.eligibility import refusal_of_certified_mode
from rules.model import Booking, Slot
from rules.quota import cases_left, refusal_of_conduct
from rules.refusal import Refusal
from storage import bookings, holds
from storage.numbers import count_in

WAYS: Mapping[str, tuple[str, Phrase]] = {
    "move": ("move", buttons.MOVE),
    "correct": ("change", buttons.CORRECT_NUMBERS),
    "drop": ("change", buttons.DROP_CASES),
    "cancel": ("cancel", buttons.CANCEL),
}
"""What can be done with a booking: the step that does it, and what its button is called."""
LIST = Choice(buttons.BOOKINGS, command="list||")  # likewise outlives the talk


def ask(turn: Turn) -> Message:
    found = named(turn)
    to_list = Choice(buttons.BOOKINGS, "/bookings")
    if found is not None and may_rebook(found, now=turn.tx.now):
        again = Choice(closed.OTHER, "move", "go")
        return shown(turn, booked.BOOKING, remarks=(rebookable(turn, found),), choices=(again, to_list))
    if found is None or found.is_cancelled or _is_over(turn, found):
        return shown(turn, booked.BOOKING, choices=(Choice(buttons.BOOK, "/book"), to_list))
    if changeable(turn) is None:
        return shown(turn, booked.BOOKING, choices=(call(turn), to_list))
    room = most(turn, found) - len(found.cases)
    return shown(
        turn,
        booked.BOOKING,
        remarks=(change.MAY_FILL_UP(count=room, first=found.first_count),) if room > 0 else (),
        choices=(
            *(Choice(WAYS[way][1], way, _tone(way)) for way in ways(found)),
            to_list,
        ),
    )


def answer(turn: Turn) -> Next:
    found = changeable(turn)
    way = pick(turn.said, ways(found) if found else tuple(WAYS))
    return gone_about(turn, way) if way else Again(lines.NOT_UNDERSTOOD)


def ways(found: Booking) -> tuple[str, ...]:
    """Return what can be done with `found` while it can be changed."""
    return tuple(way for way in WAYS if way != "drop" or len(found.cases) > 1)


def standing(found: Booking) -> tuple[Choice, ...]:
    """Return a button for each of these ways, which outlives the talk: on letters, and what a vendor keeps."""
    return tuple(Choice(WAYS[way][1], command=command(way, found), tone=_tone(way)) for way in ways(found))


def command(way: str, found: Booking) -> str:
    """Return what a button carries that goes about `found`, as it is now, whenever it is pressed."""
    return f"{way}|{found.code}|{found.version}"


def command_to(slot: Slot, found: Booking) -> str:
    """Return what a button carries that moves `found`, as it is now, to `slot`."""
    return command(f"move@{slot.day}@{slot.hour}", found)


def gone_about(turn: Turn, way: str) -> Next:
    """Go about one of WAYS with the booking that the draft names, if it can still be changed."""
    found = movable(turn) if way == "move" else changeable(turn)
    if found is None:
        return _refused(turn)
    refusal = (
        None if found.is_cancelled else refusal_of_conduct(turn.who, today=turn.today)
    ) or refusal_of_certified_mode(turn.office, turn.who, found.mode)
    if way == "move" and refusal is not None:  # it would be a new booking
        return Goto("booking", turn.draft, refusal)
    step, _ = WAYS[way]
    return Goto(step, _begun(turn.draft, found))


def named(turn: Turn) -> Booking | None:
    """Return the booking of this agent that the draft names, or None."""
    return bookings.find(turn.tx, turn.draft.booking, agent=turn.who.id)


def changeable(turn: Turn) -> Booking | None:
    """Return the booking that the draft names if it can still be changed, or None."""
    found = named(turn)
    return found if found is not None and not refusal_to_change(found, now=turn.tx.now) else None


def movable(turn: Turn) -> Booking | None:
    """Return the booking that the draft names if another slot can be chosen for it, or None."""
    found = named(turn)
    return found if found is not None and not refusal_to_leave(found, now=turn.tx.now) else None


def looked_at(turn: Turn, *, is_moving: bool = False) -> Booking | Goto:
    """Return the booking as it was looked at, if it can still be changed, or where to go on with why it cannot."""
    found = movable(turn) if is_moving else changeable(turn)
    if found is None or turn.draft.version not in (0, found.version):  # 0: an older program asked
        return _refused(turn)
    return found


def kept(turn: Turn) -> Goto:
    """Leave the booking that the draft names as it is, and let go of what this chat holds for it."""
    found = named(turn)
    if found is not None and holds.of_chat(turn.tx, turn.chat, replacing=found.id):
        holds.release(turn.tx, found.id)
    return Goto("booking", turn.draft.unchanging(), change.KEPT_AS_IS)


def too_many(turn: Turn, found: Booking, slot: Slot) -> Phrase:
    """Return how many of the cases of `found` its agent may bring to `slot`."""
    others = count_in(turn.tx, turn.who, slot, but=found.id)
    return change.TOO_MANY(most=turn.office.cases_per_slot, count=cases_left(turn.office, others))


def most(turn: Turn, found: Booking) -> int:
    """Return how many cases `found` may have: those first booked, and no more than its slot takes."""
    others = count_in(turn.tx, turn.who, found.slot, but=found.id)
    return min(most_cases(turn.office, found), cases_left(turn.office, others))


def shown(turn: Turn, title: Words, *, remarks: tuple[Words, ...] = (), choices: tuple[Choice, ...] = ()) -> Message:
    """Return the booking that the draft names, as it stands, or that there is none any more."""
    booking = named(turn)
    if booking is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_NONE,), choices=choices)
    if booking.is_cancelled:
        return replace(cancellation(booking, remarks=remarks), choices=choices)
    if _is_over(turn, booking):
        return replace(past(booking), choices=choices)
    now = turn.tx.now
    remarks = (*remarks, *soon(turn.office, booking, now=now))
    return confirmation(turn.office, turn.who, booking, now=now, title=title, remarks=remarks, choices=choices)


def rebookable(turn: Turn, found: Booking) -> Phrase:
    """Return until when another slot can be chosen for `found`, whose own staff closed."""
    assert found.rebook_until is not None
    return closed.CHOOSE_UNTIL(until=last_minute(turn.office, found.rebook_until))


def _refused(turn: Turn) -> Goto:
    found = named(turn)
    refusal = refusal_to_change(found, version=turn.draft.version, now=turn.tx.now) if found else None
    return Goto("booking", turn.draft.unchanging(), refusal or Refusal.CANCELLED_ALREADY)


def _is_over(turn: Turn, booking: Booking) -> bool:
    return booking.slot.is_over(turn.office, now=turn.tx.now)


def _tone(way: str) -> Tone:
    return "danger" if way == "cancel" else "plain"


def _begun(draft: Draft, found: Booking) -> Draft:
    """Return `draft` with `found` to be changed; what was edited of this version before is kept."""
    if draft.edited and draft.version == found.version:
        return draft
    return replace(draft.unchanging(), version=found.version, edited=tuple(case.typed for case in found.cases))
