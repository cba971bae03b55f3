"""That the counter is closed at the hour that was booked: why, and the nearest free hours to choose from."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any

from handlers.confirmation import when
from handlers.letters.mail import Mail, Post
from handlers.message import Attachment, Choice, Field, Message, Words
from handlers.phrases import booked, closed, vacancy
from handlers.steps.booking import LIST, command, command_to
from handlers.turn import Premises
from rules.closing import may_rebook
from rules.cutoff import last_minute
from rules.eligibility import refusal_of_certificate
from rules.model import Agent, Booking, Office, Slot
from rules.quota import refusal_of_cases
from rules.window import window
from storage import agents, bookings, closures, slots
from storage.database import Transaction, as_moment
from storage.letters import Letter
from storage.numbers import count_in

NEAREST = 3  # free hours that are offered


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where everything was chosen again already."""
    gone = _gone(tx, letter)
    if not gone:
        return None
    agent = agents.find(tx, gone[0].agent)
    free = tuple(when(slot) for slot in nearest(tx, premises.office, gone[0]))
    message = Message(
        closed.TITLE,
        (booked.MAIL_GREETING(name=agent.name), *_said(tx, premises, gone)),
        fields=(*_fields(tx, gone), *((Field(closed.NEAREST, free),) if free else ())),
        after=(*((closed.IN_MAIL,) if _may(tx, gone) else ()), booked.MAIL_FOOT),
        attachments=tuple(Attachment("calendar", booking.id, booking.version) for booking in gone),
    )
    return Mail(agent.address, agent.language, closed.SUBJECT(day=gone[0].slot.day), message)


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, with a button for each of the nearest free hours, or None as above."""
    gone = _gone(tx, letter)
    if not gone:
        return None
    message = Message(
        closed.TITLE,
        _said(tx, premises, gone),
        fields=_fields(tx, gone),
        choices=(*(_choices(tx, premises.office, gone) if _may(tx, gone) else ()), LIST),
    )
    return Post(gone[0].agent, message)


def nearest(tx: Transaction, office: Office, booking: Booking) -> Sequence[Slot]:
    """Return the free slots that are offered, those first that are nearest to what was closed."""
    days = window(office, slots.closed(tx), now=tx.now)
    left = slots.left(tx, office, days, agent=booking.agent)
    free = sorted((slot for slot, places in left.items() if places), key=lambda slot: (_away(slot, booking.slot), slot))
    agent = agents.find(tx, booking.agent)
    return sorted(islice((slot for slot in free if _takes(tx, office, agent, booking, slot)), NEAREST))


def _gone(tx: Transaction, letter: Letter) -> Sequence[Booking]:
    """Return the bookings that the letter is about, but for those for which another slot was chosen."""
    agent, day, until = letter.subject.split(" ")
    found = closures.rebookable(tx, agent, date.fromisoformat(day), as_moment(until))
    return [booking for name in found if (booking := bookings.find_by_id(tx, name))]


def _may(tx: Transaction, gone: Sequence[Booking]) -> bool:
    return may_rebook(gone[0], now=tx.now)


def _said(tx: Transaction, premises: Premises, gone: Sequence[Booking]) -> tuple[Words, ...]:
    office, until = premises.office, gone[0].rebook_until
    assert until is not None
    choose = closed.CHOOSE(until=last_minute(office, until), most=office.slots_per_agent)
    return (closed.BODY, choose if _may(tx, gone) else closed.BOOK_ANEW)


def _fields(tx: Transaction, gone: Sequence[Booking]) -> tuple[Field, ...]:
    reason = closures.reason(tx, gone[0].slot)
    return (
        *(field for booking in gone for field in _visit(booking)),
        *((Field(closed.WHY, reason),) if reason else ()),
    )


def _visit(booking: Booking) -> tuple[Field, ...]:
    numbers: tuple[Words, ...] = tuple(case.typed for case in booking.cases)
    return (
        Field(booked.WHEN, when(booking.slot)),
        Field(booked.CODE, booking.code),
        Field(booked.NUMBERS, numbers),
    )


def _choices(tx: Transaction, office: Office, gone: Sequence[Booking]) -> tuple[Choice, ...]:
    if len(gone) > 1:
        return tuple(Choice(closed.OTHER_OF(**_of(booking)), command=command("move", booking)) for booking in gone)
    (booking,) = gone
    free = nearest(tx, office, booking)
    return (
        *(
            Choice(vacancy.LABEL(day=slot.day, hour=slot.hour), command=command_to(slot, booking), tone="go")
            for slot in free
        ),
        Choice(closed.OTHER, command=command("move", booking)),
    )


def _takes(tx: Transaction, office: Office, agent: Agent, booking: Booking, slot: Slot) -> bool:
    """Return whether the certificate of `agent` is valid in `slot`, and the cases of `booking` are not too many."""
    cases = refusal_of_cases(office, booking.cases, booked=count_in(tx, agent, slot, but=booking.id))
    return not (refusal_of_certificate(agent, slot.day) or cases)


def _away(slot: Slot, gone: Slot) -> tuple[int, int]:
    """Return how many days, and how many hours of the day, `slot` is away from what is `gone`."""
    return abs((slot.day - gone.day).days), abs(slot.hour - gone.hour)


def _of(booking: Booking) -> dict[str, Any]:
    return {"hour": booking.slot.hour, "code": booking.code}
