"""Reminders: one for all the visits of an agent on a day, worded from the bookings as they then stand."""

from collections.abc import Sequence
from typing import Any

from handlers.confirmation import papers, when
from handlers.letters.mail import Mail, Post
from handlers.message import Attachment, Choice, Field, Message, Phrase, Words
from handlers.phrases import booked, buttons, remind
from handlers.steps.booking import command, standing
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
    office, reminder, visits = premises.office, Reminder(letter.kind), _visits(tx, premises, letter)
    if not visits:
        return None
    agent, said = agents.find(tx, visits[0].agent), _said(office, visits)
    message = Message(
        remind.TITLES[reminder](**said),
        (booked.MAIL_GREETING(name=agent.name), remind.BODIES[reminder](**said)),
        fields=_fields(office, agent, visits),
        after=(
            *_where(premises, reminder, visits),
            *remind.AFTER[reminder],
            booked.MAIL_FOOT,
        ),
        attachments=_cards(visits) if reminder is not Reminder.CAN_CHANGE else (),
    )
    return Mail(agent.address, agent.language, _subject(reminder, visits, said), message)


def post(tx: Transaction, premises: Premises, letter: Letter) -> Post | None:
    """Return what is said in the chat, with buttons that outlive the talk, or None as above."""
    office, reminder, visits = premises.office, Reminder(letter.kind), _visits(tx, premises, letter)
    if not visits:
        return None
    agent, said = agents.find(tx, visits[0].agent), _said(office, visits)
    message = Message(
        remind.TITLES[reminder](**said),
        (remind.IN_CHAT.get(reminder, remind.BODIES[reminder])(**said),),
        fields=_fields(office, agent, visits),
        choices=_choices(office, reminder, visits),
        attachments=_cards(visits) if reminder is Reminder.TODAY else (),
    )
    return Post(agent.id, message)


def _where(premises: Premises, reminder: Reminder, visits: Sequence[Booking]) -> tuple[Words, ...]:
    """Return where it can be changed, as long as it can, and there is such a place."""
    if reminder is not Reminder.CAN_CHANGE or not premises.opens(visits[0].chat):
        return ()
    return (remind.CHAT(url=f"{premises.url}/chat"),)


def _subject(reminder: Reminder, visits: Sequence[Booking], said: dict[str, Any]) -> Phrase:
    """Return the subject: of the first visit, and how many there are besides."""
    subject, others = remind.SUBJECTS[reminder](**said), len({booking.slot for booking in visits}) - 1
    return remind.AND_MORE(subject=subject, count=others) if others else subject


def _visits(tx: Transaction, premises: Premises, letter: Letter) -> Sequence[Booking]:
    """Return the visits that `letter` is about, as they stand and while it is of use."""
    reminder, about = Reminder(letter.kind), Visits.named(letter.subject)
    return [
        booking
        for booking in bookings.on_day(tx, about.agent, about.day)
        if booking.cutoff == about.cutoff
        and tx.now < useless_after(premises.office, reminder, booking.slot, booking.cutoff)
    ]


def _said(office: Office, visits: Sequence[Booking]) -> dict[str, Any]:
    """Return the figures of the sentences: of the first visit, and of the office."""
    slot = visits[0].slot
    return {
        "day": slot.day,
        "hour": slot.hour,
        "end": slot.hour + 1,
        "until": last_minute(office, visits[0].cutoff),
        "telephone": office.telephone,
        "extension": office.extension,
    }


def _fields(office: Office, agent: Agent, visits: Sequence[Booking]) -> tuple[Field, ...]:
    telephone = booked.TELEPHONE_VALUE(telephone=office.telephone, extension=office.extension)
    return (
        *(field for booking in visits for field in _visit(booking)),
        Field(booked.OFFICE, booked.OFFICE_VALUE(office=office.name, counter=office.counter)),
        Field(booked.BRING, _papers(office, agent, visits)),
        Field(booked.TELEPHONE, telephone),
    )


def _visit(booking: Booking) -> tuple[Field, ...]:
    numbers: tuple[Words, ...] = tuple(case.typed for case in booking.cases)
    return (
        Field(booked.WHEN, when(booking.slot)),
        Field(booked.CODE, booking.code),
        Field(booked.COUNT, booked.COUNT_VALUE(count=len(booking.cases))),
        Field(booked.NUMBERS, numbers),
    )


def _papers(office: Office, agent: Agent, visits: Sequence[Booking]) -> tuple[Phrase, ...]:
    """Return what must be brought, of every mode among `visits`, each once."""
    papers_of = [paper for booking in visits for paper in papers(office, agent, booking.mode)]
    return tuple(paper for n, paper in enumerate(papers_of) if paper not in papers_of[:n])


def _cards(visits: Sequence[Booking]) -> tuple[Attachment, ...]:
    return tuple(Attachment("card", booking.id, booking.version) for booking in visits)


def _choices(office: Office, reminder: Reminder, visits: Sequence[Booking]) -> tuple[Choice, ...]:
    """Return what can be done with the visits: each way of a single one, or a button that opens each."""
    if reminder is Reminder.CAN_CHANGE and len(visits) == 1:
        return standing(visits[0])
    call = Choice(buttons.CALL(telephone=office.telephone), call=office.telephone)
    opened = (Choice(_opens(booking, visits), command=command("open", booking)) for booking in visits)
    return (*opened, *(() if reminder is Reminder.CAN_CHANGE else (call,)))


def _opens(booking: Booking, visits: Sequence[Booking]) -> Phrase:
    slot = booking.slot
    return buttons.OPEN_IT if len(visits) == 1 else remind.OPEN(hour=slot.hour, end=slot.hour + 1, code=booking.code)
