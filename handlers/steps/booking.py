"""One booking, with everything that the counter reads, and what can still be done with it until when."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.answers import pick
from handlers.confirmation import cancellation, confirmation, past, soon
from handlers.draft import Draft
from handlers.message import Choice, Message, Phrase, Words
from handlers.phrases import booked, buttons, change, lines, welcome
from handlers.refused import call
from handlers.turn import Again, Goto, Next, Turn
from rules.changes import most_cases, refusal_to_change
from rules.model import Booking
from rules.quota import refusal_of_conduct
from rules.refusal import Refusal
from storage import bookings

WAYS: Mapping[str, tuple[str, Phrase]] = {
    "move": ("move", buttons.MOVE),
    "correct": ("change", buttons.CORRECT_NUMBERS),
    "drop": ("change", buttons.DROP_CASES),
    "cancel": ("cancel", buttons.CANCEL),
}
"""What can be done with a booking: the step that does it, and what its button is called."""


def ask(turn: Turn) -> Message:
    found = named(turn)
    to_list = Choice(buttons.BOOKINGS, "/bookings")
    if found is None or found.is_cancelled or _is_over(turn, found):
        return shown(turn, booked.BOOKING, choices=(Choice(buttons.BOOK, "/book"), to_list))
    if changeable(turn) is None:
        return shown(turn, booked.BOOKING, choices=(call(turn), to_list))
    room = most_cases(turn.office, found) - len(found.cases)
    return shown(
        turn,
        booked.BOOKING,
        remarks=(change.MAY_FILL_UP(count=room, first=found.first_count),) if room else (),
        choices=(
            *(
                Choice(label, way, "danger" if way == "cancel" else "plain")
                for way, (_, label) in WAYS.items()
                if way != "drop" or len(found.cases) > 1
            ),
            to_list,
        ),
    )


def answer(turn: Turn) -> Next:
    way = pick(turn.said, tuple(WAYS))
    return gone_about(turn, way) if way else Again(lines.NOT_UNDERSTOOD)


def gone_about(turn: Turn, way: str) -> Next:
    """Go about one of WAYS with the booking that the draft names, if it can still be changed."""
    found = changeable(turn)
    if found is None:
        return _refused(turn)
    refusal = refusal_of_conduct(turn.who, today=turn.today)
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


def looked_at(turn: Turn) -> Booking | Goto:
    """Return the booking as it was looked at, if it can still be changed, or where to go on with why it cannot."""
    found = changeable(turn)
    if found is None or found.version != turn.draft.version:
        return _refused(turn)
    return found


def shown(turn: Turn, title: Words, *, remarks: tuple[Words, ...] = (), choices: tuple[Choice, ...] = ()) -> Message:
    """Return the booking that the draft names, as it stands, or that there is none any more."""
    booking = named(turn)
    if booking is None:
        return Message(welcome.BOOKINGS, (welcome.BOOKINGS_NONE,), choices=choices)
    if booking.is_cancelled:
        return replace(cancellation(booking), choices=choices)
    if _is_over(turn, booking):
        return replace(past(booking), choices=choices)
    now = turn.tx.now
    remarks = (*remarks, *soon(turn.office, booking, now=now))
    return confirmation(turn.office, turn.who, booking, now=now, title=title, remarks=remarks, choices=choices)


def _refused(turn: Turn) -> Goto:
    found = named(turn)
    refusal = refusal_to_change(found, version=turn.draft.version, now=turn.tx.now) if found else None
    return Goto("booking", replace(turn.draft, edited=()), refusal or Refusal.CANCELLED_ALREADY)


def _is_over(turn: Turn, booking: Booking) -> bool:
    return booking.slot.is_over(turn.office, now=turn.tx.now)


def _begun(draft: Draft, found: Booking) -> Draft:
    """Return `draft` with `found` to be changed; what was edited of this version before is kept."""
    if draft.edited and (draft.booking, draft.version) == (found.code, found.version):
        return draft
    edited = tuple(case.typed for case in found.cases)
    return replace(draft, version=found.version, edited=edited, wanted_day="", wanted_hour=0)
