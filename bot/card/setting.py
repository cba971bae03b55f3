"""Setting text: how wide it is in the fonts that are packaged, and where its lines break (UAX #14)."""

from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import category, normalize

from fontTools.ttLib import TTFont
from noto_cjk_sans_jp_bold import FONT_PATH as BOLD
from noto_cjk_sans_jp_regular import FONT_PATH as REGULAR
from uniseg.graphemecluster import grapheme_clusters
from uniseg.linebreak import line_break_units

GETA = "〓"
FAMILY = "Noto Sans CJK JP"
FONTS = {400: str(REGULAR), 700: str(BOLD)}


def width(text: str, size: float, weight: int = 400) -> float:
    """Return how many pixels wide `text` is at `size` pixels an em."""
    return _ems(text, weight) * size


def known(text: str, weight: int = 400) -> str:
    """Return `text` with a geta mark for what the fonts do not have, as printers do; marks upon it are left out."""
    glyphs, _, _ = _metrics(weight)
    return "".join(
        c if ord(c) in glyphs else "" if category(c) in ("Mn", "Me", "Cf") else GETA for c in normalize("NFC", text)
    )


def wrapped(text: str, size: float, most: float, weight: int = 400) -> Iterator[str]:
    """Yield the lines of `text`, none wider than `most` pixels."""
    for paragraph in text.split("\n"):
        line, filled = "", 0.0
        for unit in _fitting(paragraph, size, most, weight):
            if line and filled + width(unit.rstrip(), size, weight) > most:
                yield line.rstrip()
                line, filled = "", 0.0
            line, filled = line + unit, filled + width(unit, size, weight)
        yield line.rstrip()


def fitted(text: str, size: float, most: float, weight: int = 400) -> float:
    """Return the size, `size` at most, at which `text` is no wider than `most` pixels."""
    return min(size, size * most / max(width(text, size, weight), 1))


def _fitting(text: str, size: float, most: float, weight: int) -> Iterator[str]:
    """Yield the pieces between which a line may break; one that is too wide by itself breaks anywhere."""
    for unit in _units(text):
        if width(unit.rstrip(), size, weight) <= most:
            yield unit
        else:
            yield from grapheme_clusters(unit)


@lru_cache(1000)
def _units(text: str) -> tuple[str, ...]:
    return tuple(line_break_units(text))


@lru_cache(4000)
def _ems(text: str, weight: int) -> float:
    glyphs, advances, per_em = _metrics(weight)
    return sum(advances[glyphs.get(ord(c), ".notdef")][0] for c in text) / per_em


@cache
def _metrics(weight: int) -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    with TTFont(FONTS[weight], lazy=True) as font:
        return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
