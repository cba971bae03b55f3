"""A card in words, ready to be drawn: in Japanese, because the counter reads it; the agent's language beneath (§5)."""

from dataclasses import dataclass

from handlers.card import Card
from handlers.language import COUNTER_READS, in_words, words
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
    message = in_words(card.message, COUNTER_READS)
    _, code, office, agent, *fields = message.fields
    title = card.message.title if card.booking.is_cancelled else booked.CARD
    return Sheet(
        title=words(title, COUNTER_READS),
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
        language=card.language,
        beneath=_beneath(message, in_words(card.message, card.language)),
        is_cancelled=card.booking.is_cancelled,
    )


def _beneath(counter: Message, agent: Message) -> tuple[str, ...]:
    """Return what the agent reads in their own language: what is the same in both is said once."""
    if counter == agent:
        return ()
    fields = [
        f"{own.label}: {' / '.join(map(str, own.lines))}"
        for own, read in zip(agent.fields, counter.fields, strict=True)
        if own.value != read.value
    ]
    return (str(agent.title), *fields, *map(str, (*agent.body, *agent.after)))
