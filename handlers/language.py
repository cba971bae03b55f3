"""Phrases become words of a language: catalogs, dates and lists as it writes them."""

import io
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
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from handlers.message import Message, Phrase, Words

LOCALES = Path(__file__).parent.parent / "locales"
SOURCE = "en"
LANGUAGES = ("ja", "en")
T = TypeVar("T")

SPEC: Mapping[str, Callable[[Any, Locale], str]] = {
    "date": lambda day, locale: format_skeleton("MMMEd", day, locale=locale),  # 12月1日(火)
    "day": lambda day, locale: format_skeleton("yMMMEd", day, locale=locale),  # 2026年12月1日(火)
    "plain": lambda day, locale: format_skeleton("yMMMd", day, locale=locale),  # 2026年12月1日
    "clock": lambda moment, _: f"{moment:%H:%M}",
    "moment": lambda moment, locale: f"{format_skeleton('MMMEd', moment.date(), locale=locale)} {moment:%H:%M}",
}


def words(said: Words, language: str) -> str:
    """Return `said` in `language`."""
    if isinstance(said, str):
        return said
    catalog = _catalog(language)
    count = said.values.get("count", 1)
    text = catalog.ngettext(said.text, said.plural, count) if said.plural else catalog.gettext(said.text)
    return _Setter(language).vformat(text, (), said.values)


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


@cache
def _catalog(language: str) -> NullTranslations:
    """Return the catalog of `language`, read from its source, so that it cannot be stale."""
    if language == SOURCE:
        return NullTranslations()
    compiled = io.BytesIO()
    with (LOCALES / language / "LC_MESSAGES" / "yoyaku.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled, domain="yoyaku")
