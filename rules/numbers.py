"""Application numbers (申請番号): read from what was typed or pasted, compared, doubted: §3, §4(3).

No official grammar exists; `東労一E12345`, `東永P1234` and `阪永C 24999` are what they look like.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from rules.model import Number, Office

LONGEST = 20  # characters, as typed
MOST_WORDS = LONGEST // 2  # parted by blanks

# Before NFKC, which would turn ① into a digit of the number behind it.
LIST_MARK = re.compile(r"^\s*(?:[①-⑳⑴-⒇⒈-⒛]|[（(]?[0-9０-９]{1,2}(?:[.．)）]|$)|[・*●○■□▪•>＞]|[-‐–—―−](?=\s))\s*")
ITEMS = re.compile(r"[\n\r\v\f\x85\u2028\u2029,，、､;；]+|(?=[①-⑳])")
COLUMNS = re.compile(r"[\t:：|｜（）()]+")
DASHES = re.compile(r"[-‐‑‒–—―−ー]")
USUAL = re.compile(r"(?P<head>[一-鿿々])[一-鿿々]{0,5}-?[A-Z]{0,3}-?[0-9]{2,8}(?:-[0-9]{1,4})?")
HAS_DIGIT = re.compile(r"[0-9]")
LINE_NUMBER = re.compile(r"[0-9]{1,3}")
QUOTES = " \u3000\"'“”‘’「」『』【】()（）<>。.="
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text: the numbers, those said twice, and what was left aside as typed."""

    numbers: tuple[Number, ...] = ()
    repeated: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def read(office: Office, text: str) -> Reading:
    """Return the application numbers in `text`: parted by lines, tabs, commas, or blanks between digits."""
    numbers: dict[str, Number] = {}
    repeated: list[str] = []
    aside: list[str] = []
    for item in ITEMS.split(INVISIBLE.sub("", text)):
        found, left = _read_item(office, item)
        aside += left
        for number in found:
            if number.comparable in numbers:
                repeated.append(number.typed)
            numbers.setdefault(number.comparable, number)
    return Reading(tuple(numbers.values()), tuple(repeated), tuple(aside))


def merged(known: Sequence[Number], reading: Reading) -> Reading:
    """Return `reading` behind the numbers `known` before; what was known already is said twice."""
    before = {number.comparable for number in known}
    added = [number for number in reading.numbers if number.comparable not in before]
    again = [number.typed for number in reading.numbers if number.comparable in before]
    return Reading((*known, *added), (*reading.repeated, *again), reading.aside)


def as_typed(office: Office, typed: Sequence[str]) -> tuple[Number, ...]:
    """Return the numbers that were read as `typed` before."""
    return tuple(Number(number, comparable(number), not is_usual(office, number)) for number in typed)


def comparable(typed: str) -> str:
    """Return `typed` as numbers are compared: NFKC, upper case, dashes alike, no blanks."""
    plain = re.sub(r"\s", "", normalize("NFKC", typed)).upper()
    return DASHES.sub("-", plain)


def is_usual(office: Office, typed: str) -> bool:
    """Return whether `typed` looks as application numbers do, and begins with a kanji that `office` expects."""
    match = USUAL.fullmatch(comparable(typed))
    return match is not None and match["head"] in office.number_heads


def _read_item(office: Office, item: str) -> tuple[list[Number], list[str]]:
    """Return the numbers of a line or list item, and what stands beside them.

    Where it holds numbers that look usual, whatever else it holds is a neighbouring column. Where it
    holds none, every piece with a digit may be one, and is doubted.
    """
    cells = [LIST_MARK.sub("", cell).strip(QUOTES) for cell in COLUMNS.split(item)]
    pieces = [piece for cell in cells for piece in _pieces(office, cell) if piece]
    usual = [piece for piece in pieces if is_usual(office, piece)]
    taken = usual or [piece for piece in pieces if _may_be_one(piece)]
    numbers = [Number(piece, comparable(piece), is_doubtful=not usual) for piece in taken]
    return numbers, [piece for piece in pieces if piece not in taken and not LINE_NUMBER.fullmatch(piece)]


def _pieces(office: Office, cell: str) -> Iterator[str]:
    """Yield the numbers of a cell whose words are parted by blanks, and what stands between them."""
    words, between = cell.split(), list[str]()
    while words:
        length = next((n for n in range(min(len(words), MOST_WORDS), 0, -1) if _is_one(office, words[:n])), 0)
        if length == 0:
            between.append(words.pop(0))
            continue
        yield " ".join(between)
        yield " ".join(words[:length])
        words, between = words[length:], []
    yield " ".join(between)


def _is_one(office: Office, words: list[str]) -> bool:
    """Return whether `words`, parted by blanks, are one number: only the last holds digits, and is none by itself."""
    *before, last = words
    return (
        _may_be_one(" ".join(words))
        and _has_digit(last)
        and not any(_has_digit(word) for word in before)
        and not (before and any(is_usual(office, " ".join(words[n:])) for n in range(1, len(words))))
    )


def _may_be_one(piece: str) -> bool:
    return len(piece) <= LONGEST and _has_digit(piece)


def _has_digit(piece: str) -> bool:
    return HAS_DIGIT.search(normalize("NFKC", piece)) is not None
