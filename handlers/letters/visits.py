"""Reminders: one mail for all the visits of an agent on a day, worded from the bookings as they then stand."""

from handlers.confirmation import papers, when
from handlers.letters.mail import Mail
from handlers.message import Attachment, Field, Message, Phrase, Words
from handlers.phrases import booked, remind
from handlers.turn import Premises
from rules.cutoff import last_minute
from rules.model import Agent, Booking, Office
from rules.reminders import Reminder, useless_after
from storage import agents, bookings
from storage.database import Transaction
from storage.letters import Letter
from storage.reminders import Visits


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where none of its visits is to come as it was: cancelled, moved, or over."""
    office, reminder, about = premises.office, Reminder(letter.kind), Visits.named(letter.subject)
    visits = [
        booking
        for booking in bookings.on_day(tx, about.agent, about.day)
        if booking.cutoff == about.cutoff and tx.now < useless_after(office, reminder, booking.slot, booking.cutoff)
    ]
    if not visits:
        return None
    agent = agents.find(tx, about.agent)
    said = {
        "day": about.day,
        "hour": visits[0].slot.hour,
        "end": visits[0].slot.hour + 1,
        "until": last_minute(office, about.cutoff),
    }
    return Mail(
        agent.address,
        agent.language,
        remind.SUBJECTS[reminder](**said),
        _message(office, agent, reminder, visits, said),
    )


def _message(
    office: Office, agent: Agent, reminder: Reminder, visits: list[Booking], said: dict[str, object]
) -> Message:
    telephone = {"telephone": office.telephone, "extension": office.extension}
    return Message(
        remind.TITLES[reminder](**said),
        (booked.MAIL_GREETING(name=agent.name), remind.BODIES[reminder](**said, **telephone)),
        fields=(
            *(field for booking in visits for field in _visit(booking)),
            Field(booked.OFFICE, booked.OFFICE_VALUE(office=office.name, counter=office.counter)),
            Field(booked.BRING, _papers(office, agent, visits)),
            Field(booked.TELEPHONE, booked.TELEPHONE_VALUE(**telephone)),
        ),
        after=(*remind.AFTER[reminder], booked.MAIL_FOOT),
        attachments=tuple(Attachment("card", booking.id, booking.version) for booking in visits)
        if reminder is not Reminder.CAN_CHANGE
        else (),
    )


def _visit(booking: Booking) -> tuple[Field, ...]:
    numbers: tuple[Words, ...] = tuple(case.typed for case in booking.cases)
    return (
        Field(booked.WHEN, when(booking.slot)),
        Field(booked.CODE, booking.code),
        Field(booked.COUNT, booked.COUNT_VALUE(count=len(booking.cases))),
        Field(booked.NUMBERS, numbers),
    )


def _papers(office: Office, agent: Agent, visits: list[Booking]) -> tuple[Phrase, ...]:
    """Return what must be brought, of every mode among `visits`, each once."""
    papers_of = [paper for booking in visits for paper in papers(office, agent, booking.mode)]
    return tuple(paper for n, paper in enumerate(papers_of) if paper not in papers_of[:n])
