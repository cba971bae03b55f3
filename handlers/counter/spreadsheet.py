"""A file that spreadsheets open, in Japanese too."""

import csv
import io
from collections.abc import Iterable

from handlers.language import words
from handlers.message import Words

FORMULA = tuple("=+-@＝＋－＠\t\r\n")  # what a spreadsheet would calculate, in the first place of a cell


def as_csv(rows: Iterable[Iterable[Words | int]], language: str) -> str:
    """Return `rows`, heads first, as CSV; with the mark by which spreadsheets know UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([_cell(cell, language) for cell in row] for row in rows)
    return "\ufeff" + file.getvalue()


def _cell(cell: Words | int, language: str) -> str | int:
    if isinstance(cell, int):
        return cell
    said = words(cell, language)
    return f"'{said}" if said.startswith(FORMULA) else said
