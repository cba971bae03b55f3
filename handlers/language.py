"""Phrases become words of a language: catalogs, dates and lists as it writes them."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from babel import Locale
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.support import NullTranslations, Translations

from handlers.message import Field, Message, Phrase, Words

LOCALES = Path(__file__).parent.parent / "locales"
SOURCE = "en"
COUNTER_READS = "ja"  # whatever an agent reads: said first on every card and in every mail (§5)
LANGUAGES = ("ja", "en", "zh")
TAGS = {"ja": "ja", "en": "en", "zh": "zh-Hans"}  # as pages and mails name them
T = TypeVar("T")

SPEC: Mapping[str, Callable[[Any, Locale], str]] = {
    "date": lambda day, locale: format_skeleton("MMMEd", day, locale=locale),  # 12月1日(火)
    "day": lambda day, locale: format_skeleton("yMMMEd", day, locale=locale),  # 2026年12月1日(火)
    "plain": lambda day, locale: format_skeleton("yMMMd", day, locale=locale),  # 2026年12月1日
    "clock": lambda moment, _: f"{moment.hour}:{moment:%M}",
    "moment": lambda m, locale: f"{format_skeleton('MMMEd', m.date(), locale=locale)} {m.hour}:{m:%M}",
}


def likely(tag: str) -> str:
    """Return what whoever's program speaks `tag`, such as `zh-TW`, is likely to read; the counter's, where it is none.

    Whoever reads Chinese of any kind is served the one Chinese there is.
    """
    spoken = tag.partition("-")[0].lower() or COUNTER_READS
    return spoken if spoken in LANGUAGES else SOURCE


def words(said: Words, language: str) -> str:
    """Return `said` in `language`."""
    if isinstance(said, str):
        return said
    catalog = _catalog(language)
    count = said.values.get("count", 1)
    text = catalog.ngettext(said.text, said.plural, count) if said.plural else catalog.gettext(said.text)
    return _setter(language).vformat(text, (), said.values)


def counter_first(message: Message, language: str) -> tuple[tuple[str, Message], ...]:
    """Return `message` in words for the counter, and beneath it for an agent of `language` (§5).

    What reads the same in both, such as application numbers, is said once.
    """
    read = in_words(message, COUNTER_READS)
    if language == COUNTER_READS:
        return ((COUNTER_READS, read),)
    own = in_words(message, language)
    fields = tuple(field for field, same in zip(own.fields, read.fields, strict=True) if field.value != same.value)
    return ((COUNTER_READS, read), (language, replace(own, fields=fields)))


def on_screen(message: Message, language: str) -> Message:
    """Return `message` in words for a chat: title and fields of what is kept for the counter in both languages."""
    own = in_words(message, language)
    if not message.keep or language == COUNTER_READS:
        return own
    read = in_words(message, COUNTER_READS)
    fields = tuple(map(_in_both, read.fields, own.fields))
    return replace(own, title=f"{read.title} / {own.title}", fields=fields)


def _in_both(counter: Field, agent: Field) -> Field:
    lines = (*counter.lines, *(line for line in agent.lines if line not in counter.lines))
    return Field(f"{counter.label} / {agent.label}", lines)


def read_by(language: str) -> tuple[str, ...]:
    """Return the languages in which something is said to an agent of `language`: the counter's first (§5)."""
    return tuple(dict.fromkeys((COUNTER_READS, language)))


def in_words(message: Message, language: str) -> Message:
    """Return `message` with every phrase in it become words of `language`."""
    return _in_words(message, language)


class _Setter(Formatter):
    """Sets values into a sentence as a language writes them."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._locale = Locale.parse(language)

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, (date, datetime)):
            return SPEC[format_spec](value, self._locale)
        if isinstance(value, tuple):
            return format_list([words(item, self._language) for item in value], "standard", self._locale)
        return words(value, self._language) if isinstance(value, Phrase) else str(value)


def _in_words(value: T, language: str) -> T:
    said: Any = value
    if isinstance(said, Phrase):
        return words(said, language)  # type: ignore[return-value]
    if isinstance(said, tuple):
        return tuple(_in_words(item, language) for item in said)  # type: ignore[return-value]
    if is_dataclass(said):
        return replace(said, **{f.name: _in_words(getattr(said, f.name), language) for f in fields(said)})  # type: ignore[return-value,type-var]
    return value


@cache  # a locale is looked for on the disk, each time
def _setter(language: str) -> _Setter:
    return _Setter(language)


@cache
def _catalog(language: str) -> NullTranslations:
    return NullTranslations() if language == SOURCE else Translations.load(LOCALES, [language], "yoyaku")
