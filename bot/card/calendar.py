"""The calendar file of a booking: one event, which takes itself away when the booking is cancelled (RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from bot.plain import plain
from handlers.card import Card
from handlers.language import counter_first, read_by, words
from handlers.message import Phrase
from handlers.phrases import booked
from rules.cutoff import last_minute
from rules.reminders import before_cutoff, on_the_morning


def calendar_file(card: Card) -> bytes:
    """Return the file of `card`: UID from its code, SEQUENCE from its version, times of the office's zone."""
    booking, office = card.booking, card.office
    event = Event()
    event.add("uid", f"{booking.code}@{office.domain}")
    event.add("sequence", booking.version)
    event.add("dtstamp", card.now)
    event.add("dtstart", booking.slot.begins(office))
    event.add("dtend", booking.slot.ends(office))
    event.add("organizer", f"mailto:{card.sender}", parameters={"CN": office.name})
    event.add("summary", _in_both(card, booked.EVENT(code=booking.code)))
    event.add("location", f"{office.name}\n{office.address}")
    event.add("description", "\n".join(plain(said) for _, said in counter_first(card.message, card.language)))
    event.add("status", "CANCELLED" if booking.is_cancelled else "CONFIRMED")
    for alarm in () if booking.is_cancelled else _alarms(card):
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//yoyaku//collection booking//JA")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if booking.is_cancelled else "PUBLISH")
    calendar.add_component(_zone(office.zone))
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


@cache
def _zone(zone: ZoneInfo) -> Timezone:
    """Return the times of `zone` as calendars know them: reckoned once, for it takes longer than all the rest."""
    return Timezone.from_tzinfo(zone, zone.key)


def _alarms(card: Card) -> Iterator[Alarm]:
    """Yield what is still to be said: one whose moment has passed would ring at once."""
    booking, office = card.booking, card.office
    until = booked.ALARM_CUTOFF(until=last_minute(office, booking.cutoff))
    today = booked.ALARM_VISIT(hour=booking.slot.hour, end=booking.slot.hour + 1)
    for moment, phrase in (
        (before_cutoff(office, booking.cutoff), until),
        (on_the_morning(office, booking.slot), today),
    ):
        if moment > card.now:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("trigger", moment.astimezone(UTC), parameters={"VALUE": "DATE-TIME"})
            alarm.add("description", _in_both(card, phrase))
            yield alarm


def _in_both(card: Card, phrase: Phrase) -> str:
    return " / ".join(words(phrase, spoken) for spoken in read_by(card.language))
