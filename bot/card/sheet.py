"""A card in words, ready to be drawn: in Japanese, because the counter reads it; the agent's language beneath (§5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.card import Card
from handlers.language import COUNTER_READS, TAGS, counter_first, words
from handlers.mark import Mark
from handlers.message import Field, Message
from handlers.phrases import booked


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the picture, from top to bottom; `fields` are label and value."""

    title: str
    office: str
    year: str
    date: str
    hours: str
    mark: Mark
    url: str
    code: Field
    agent: Field
    fields: tuple[Field, ...]
    sentences: tuple[str, ...]
    language: str
    beneath: tuple[str, ...]
    is_cancelled: bool


def sheet(card: Card) -> Sheet:
    """Return `card` in words."""
    slot = card.booking.slot
    (_, message), *others = counter_first(card.message, card.language)
    _, code, office, agent, *fields = message.fields
    return Sheet(
        title=str(message.title),
        office=str(office.value),
        year=words(booked.CARD_YEAR(year=slot.day.year), COUNTER_READS),
        date=words(booked.CARD_DATE(day=slot.day), COUNTER_READS),
        hours=words(booked.CARD_HOURS(hour=slot.hour, end=slot.hour + 1), COUNTER_READS),
        mark=card.mark,
        url=card.url,
        code=code,
        agent=agent,
        fields=tuple(fields),
        sentences=tuple(map(str, (*message.body, *message.after))),
        language=TAGS[card.language],
        beneath=tuple(line for _, own in others for line in _beneath(own)),
        is_cancelled=card.booking.is_cancelled,
    )


def _beneath(message: Message) -> Iterator[str]:
    yield str(message.title)
    for field in message.fields:
        yield f"{field.label}: {' / '.join(map(str, field.lines))}"
    yield from map(str, (*message.body, *message.after))
