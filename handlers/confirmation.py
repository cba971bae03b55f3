"""The words of the confirmation (§5): the same in the chat, in the mail and on the card."""

from datetime import datetime

from handlers.message import Attachment, Choice, Field, Message, Phrase, Words
from handlers.phrases import booked, change, names
from rules.cutoff import is_past, last_minute
from rules.eligibility import papers as papers_of
from rules.model import Agent, Booking, Mode, Office, Slot
from rules.reminders import before_cutoff


def confirmation(
    office: Office,
    agent: Agent,
    booking: Booking,
    *,
    now: datetime,
    title: Words,
    remarks: tuple[Words, ...] = (),
    show: Words = booked.SHOW,
    choices: tuple[Choice, ...] = (),
) -> Message:
    """Return everything that the counter reads, and what must be said with it."""
    telephone = {"telephone": office.telephone, "extension": office.extension}
    is_late, cutoff = is_past(booking.cutoff, now=now), last_minute(office, booking.cutoff)
    return Message(
        title,
        (
            *remarks,
            show,
            *(_late(office, booking, now=now) if is_late and not booking.is_cancelled else ()),
        ),
        fields=(
            Field(booked.WHEN, when(booking.slot)),
            Field(booked.CODE, booking.code),
            Field(booked.OFFICE, booked.OFFICE_VALUE(office=office.name, counter=office.counter)),
            Field(booked.AGENT, (agent.name, agent.workplace)),
            Field(booked.MODE, names.MODES[booking.mode]),
            Field(booked.KINDS, booked.LIST(items=tuple(names.KINDS[kind] for kind in booking.kinds))),
            Field(booked.COUNT, booked.COUNT_VALUE(count=len(booking.cases))),
            Field(booked.NUMBERS, tuple(case.typed for case in booking.cases)),
            Field(booked.BRING, papers(office, agent, booking.mode)),
            Field(booked.CUTOFF, (booked.CUTOFF_OVER if is_late else booked.CUTOFF_VALUE)(cutoff=cutoff)),
            Field(booked.TELEPHONE, booked.TELEPHONE_VALUE(**telephone)),
        ),
        after=()
        if booking.is_cancelled
        else (
            booked.NOT_DELIVERED,
            booked.MAY_FAIL,
            booked.LATE,
            *(() if is_late else (change.UNTIL(cutoff=cutoff), booked.AFTER_CUTOFF(**telephone))),
        ),
        choices=choices,
        attachments=(
            Attachment("card", booking.id, booking.version),
            Attachment("calendar", booking.id, booking.version),
        ),
        keep=True,
    )


def soon(office: Office, booking: Booking, *, now: datetime) -> tuple[Words, ...]:
    """Return how many minutes are left to change `booking`, where no reminder will say it any more; or nothing."""
    if not before_cutoff(office, booking.cutoff) <= now < booking.cutoff:
        return ()
    minutes = max(1, int((booking.cutoff - now).total_seconds() // 60))
    return (change.SOON(until=last_minute(office, booking.cutoff), count=minutes),)


def cancellation(booking: Booking, *, remarks: tuple[Words, ...] = ()) -> Message:
    """Return what is said of a booking that was cancelled, with the file that takes it out of the calendar."""
    return Message(
        change.CANCELLED,
        (*remarks, change.CANCELLED_VOID),
        fields=(
            Field(booked.WHEN, when(booking.slot)),
            Field(booked.CODE, booking.code),
            Field(booked.NUMBERS, tuple(case.typed for case in booking.cases)),
        ),
        attachments=(Attachment("calendar", booking.id, booking.version),),
        keep=True,
    )


def past(booking: Booking) -> Message:
    """Return what is still to be known of a booking whose hour is over."""
    return Message(
        change.PAST,
        fields=(
            Field(booked.WHEN, when(booking.slot)),
            Field(booked.CODE, booking.code),
            Field(booked.MODE, names.MODES[booking.mode]),
            Field(booked.COUNT, booked.COUNT_VALUE(count=len(booking.cases))),
            Field(booked.NUMBERS, tuple(case.typed for case in booking.cases)),
        ),
    )


def when(slot: Slot) -> Phrase:
    """Return date, weekday and hour, as the card says them."""
    return booked.WHEN_VALUE(day=slot.day, hour=slot.hour, end=slot.hour + 1)


def papers(office: Office, agent: Agent, mode: Mode) -> tuple[Phrase, ...]:
    """Return what must be brought, the certificate first."""
    assert agent.certificate is not None
    certificate = names.CERTIFICATES[agent.certificate]
    return tuple(names.PAPERS[paper](certificate=certificate) for paper in papers_of(office, mode))


def _late(office: Office, booking: Booking, *, now: datetime) -> tuple[Words, ...]:
    begins = booking.slot.begins(office)
    if now >= begins:
        return (booked.NOW(end=booking.slot.hour + 1),)
    return (booked.PAST_CUTOFF(until=begins),)
