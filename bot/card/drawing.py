"""A card is drawn: words are placed from top to bottom, smaller where there are many, and become a PNG."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import resvg_py
import segno
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from PIL import Image

from bot.card.setting import FAMILY, FONTS, fitted, known, width, wrapped
from bot.card.sheet import Sheet
from handlers.message import Field

WIDTH, HEIGHT = 1080, 1920
MARGIN = 48
LABEL = 180  # pixels from a label to its value
SIDE = 700  # where the column with mark and QR code begins
QR = 316  # pixels: four tenths of them still hold three a module
COLOURS = 32  # shades of what is black, white, green and grey
INK, SOFT, WHITE = "#111814", "#4b5750", "#ffffff"
SMALLEST = 0.4

_templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text at its place; `y` is its baseline."""

    x: float
    y: float
    size: float
    text: str
    weight: int = 400
    fill: str = INK
    language: str = "ja"


def draw(sheet: Sheet) -> bytes:
    """Return the PNG of `sheet`, of WIDTH × HEIGHT pixels. Takes half a second, and holds the GIL."""
    return png(svg(sheet))


def png(drawing: str) -> bytes:
    """Return the PNG of `drawing`, an SVG in the fonts that are packaged, of few colours."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=drawing, skip_system_fonts=True, font_files=list(FONTS.values()), font_family=FAMILY
    )
    picture = (
        Image.open(io.BytesIO(drawn))
        .convert("RGB")
        .quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    )
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def svg(sheet: Sheet) -> str:
    """Return the drawing of `sheet`, everything within it."""
    head = tuple(_head(sheet))
    top = max(head[-1].y + 24, 530 + QR)
    scale = 1.0
    while (body := _Body(sheet, top, scale)).end > HEIGHT - MARGIN / 2 and scale > SMALLEST:
        scale -= 0.02
    return _templates.get_template("card.svg").render(
        sheet=sheet,
        texts=(*head, *body.texts),
        rules=body.rules,
        qr=_qr(sheet.url),
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        family=FAMILY,
    )


def _head(sheet: Sheet) -> Iterator[Text]:
    """Yield what is read from a metre away: what this is, where, when, the code, who."""
    most = SIDE - MARGIN - 24
    whole = WIDTH - 2 * MARGIN
    yield Text(MARGIN, 82, fitted(sheet.title, 60, whole, 700), sheet.title, 700, WHITE)
    yield Text(MARGIN, 138, fitted(sheet.office, 34, whole), sheet.office, fill=WHITE)
    yield Text(MARGIN, 234, 40, sheet.year)
    yield Text(MARGIN, 342, fitted(sheet.date, 112, most, 700), sheet.date, 700)
    yield Text(MARGIN, 440, fitted(sheet.hours, 76, most, 700), sheet.hours, 700)
    code = "  ".join((str(sheet.code.value)[:4], str(sheet.code.value)[4:]))
    yield Text(MARGIN, 516, 30, str(sheet.code.label), fill=SOFT)
    yield Text(MARGIN, 606, fitted(code, 92, most, 700), code, 700)
    yield Text(MARGIN, 674, 30, str(sheet.agent.label), fill=SOFT)
    y = 680.0
    for text, size, weight in zip(
        (known(str(line), 700) for line in sheet.agent.lines), (48, 34), (700, 400), strict=True
    ):
        for line in wrapped(text, size, most, weight):
            y += size * 1.25
            yield Text(MARGIN, y, size, line, weight)


class _Body:
    """What is read at the counter, from `top` down, at `scale`."""

    def __init__(self, sheet: Sheet, top: float, scale: float) -> None:
        self.texts: list[Text] = []
        self.rules: list[float] = []
        self.end = top
        self._scale = scale
        for field in sheet.fields:
            self._rule()
            self._field(field)
        self._rule()
        for sentence in sheet.sentences:
            self._paragraph(f"・{sentence}", 26, hang=26)
        if sheet.beneath:
            self._rule()
            for sentence in sheet.beneath:
                self._paragraph(sentence, 23, fill=SOFT, language=sheet.language)

    def _rule(self) -> None:
        self.end += 10 * self._scale
        self.rules.append(self.end)
        self.end += 6 * self._scale

    def _field(self, field: Field) -> None:
        size = 29 * self._scale
        most = WIDTH - 2 * MARGIN - LABEL
        first = self.end + size * 1.3
        labels = list(wrapped(str(field.label), size * 0.9, LABEL - 12))
        for n, label in enumerate(labels):
            self.texts.append(Text(MARGIN, first + n * size * 1.15, size * 0.9, label, fill=SOFT))
        least = self.end + size * (1.38 + 1.15 * (len(labels) - 1))
        for row in _rows(tuple(known(str(line), 700) for line in field.lines), size, most):
            self.end += size * 1.38
            for n, cell in enumerate(row):
                self.texts.append(Text(MARGIN + LABEL + n * most / 2, self.end - size * 0.08, size, cell, 700))
        self.end = max(self.end, least)

    def _paragraph(self, text: str, size: float, *, hang: float = 0, fill: str = INK, language: str = "ja") -> None:
        size *= self._scale
        for n, line in enumerate(wrapped(text, size, WIDTH - 2 * MARGIN - hang)):
            self.end += size * 1.42
            self.texts.append(
                Text(MARGIN + (hang * self._scale if n else 0), self.end, size, line, 400, fill, language)
            )


def _rows(values: Sequence[str], size: float, most: float) -> Iterator[tuple[str, ...]]:
    """Yield lines of a field: two beside each other where there are many, and all are short."""
    if len(values) > 4 and all(width(value, size, 700) < most / 2 - size for value in values):
        half = (len(values) + 1) // 2
        for n in range(half):
            yield tuple(values[n::half])
    else:
        for value in values:
            for line in wrapped(value, size, most, 700):
                yield (line,)


def _qr(url: str) -> dict[str, Any]:
    """Return where the QR code of `url` stands, and its drawing: whole pixels a module, white around."""
    code = segno.make(url, error="m", micro=False)
    modules = code.symbol_size(border=0)[0]
    scale = QR // modules
    drawing = code.svg_inline(scale=scale, border=0)
    return {"x": 874 - modules * scale // 2, "y": 510, "drawing": Markup(drawing)}  # noqa: S704  made here
