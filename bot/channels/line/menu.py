"""The menu of six below the chat, on a phone: its words, its picture, one a language."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from bot.card.drawing import png
from bot.card.setting import FAMILY, fitted
from bot.channels.line import flex
from bot.channels.line.flex import Json
from handlers.language import LANGUAGES, TAGS, words
from handlers.message import Phrase
from handlers.phrases import asides, buttons

WIDTH, HEIGHT = 2500, 1686  # pixels, of three by two
CELL = (833, 843)
LARGEST = 116  # pixels an em
ROOM = 40  # pixels beside a label
OURS = "yoyaku "  # begins the names of our menus
CELLS: Sequence[tuple[str, Phrase]] = (
    ("book", buttons.BOOK),
    ("bookings", buttons.BOOKINGS),
    ("change", buttons.CHANGE_OR_CANCEL),
    ("papers", asides.PAPERS),
    ("place", asides.PLACE),
    ("call", buttons.CALL_OFFICE),
)
"""Icon and label; what is pressed is said, as if it were typed."""

_templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the six, as it is drawn and pressed."""

    icon: str
    label: str
    x: int
    y: int
    width: int
    height: int
    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of one language. Its name tells its picture from every other."""

    language: str
    name: str
    drawing: str
    cells: tuple[Cell, ...]

    @property
    def alias(self) -> str:
        """Under what name it is found once it has its picture."""
        return f"yoyaku-{self.language}"

    def request(self) -> Json:
        """Return what LINE is asked to make."""
        areas = [
            {
                "bounds": {"x": cell.x, "y": cell.y, "width": cell.width, "height": cell.height},
                "action": {"type": "message", "label": cell.label, "text": cell.label},
            }
            for cell in self.cells
        ]
        size = {"width": WIDTH, "height": HEIGHT}
        bar = words(buttons.MENU, self.language)
        return {"size": size, "selected": True, "name": self.name, "chatBarText": bar, "areas": areas}

    def picture(self) -> bytes:
        """Return the PNG. Holds the GIL for a while: it is made where the menu has changed."""
        return png(self.drawing)


def menu(language: str) -> Menu:
    """Return the menu of `language`."""
    cells = tuple(_cell(n, icon, words(label, language)) for n, (icon, label) in enumerate(CELLS))
    size = min(fitted(cell.label, LARGEST, cell.width - 2 * ROOM, 700) for cell in cells)  # all alike
    drawing = _templates.get_template("menu.svg").render(
        width=WIDTH, height=HEIGHT, family=FAMILY, tag=TAGS[language], cells=cells, size=size
    )
    digest = blake2b(drawing.encode(), digest_size=6).hexdigest()
    return Menu(language, f"{OURS}{language} {digest}", drawing, cells)


def menus() -> tuple[Menu, ...]:
    """Return every menu; the first is of whoever has none of their own."""
    return tuple(map(menu, LANGUAGES))


def _cell(n: int, icon: str, label: str) -> Cell:
    x, y = (n % 3) * CELL[0], (n // 3) * CELL[1]
    width, height = (WIDTH - x if n % 3 == 2 else CELL[0]), CELL[1]
    is_first = n == 0
    ground, ink = (flex.GREEN, flex.WHITE) if is_first else (flex.WHITE, flex.INK)
    return Cell(icon, label, x, y, width, height, ground, ink)
