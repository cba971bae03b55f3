"""The list of the day: made once for everybody who looks, and of what changed since only the rows."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from markupsafe import Markup

from bot.web.pages import templates
from bot.web.site import Site
from handlers.counter import today
from handlers.counter.today import Board, Listing
from handlers.phrases import names
from rules.model import Slot
from rules.visits import Visit
from storage.database import Transaction

Row = tuple[Visit, str, bool, Markup]
"""A visit, its state, whether it is the first of its hour, and the row that shows it."""


@dataclass(frozen=True)
class Listed:
    """The list of a board in words: its rows by their ids."""

    board: Board
    language: str
    rows: Mapping[str, Row]

    @cached_property
    def all(self) -> Markup:
        """All of it."""
        slots: defaultdict[Slot, list[Markup]] = defaultdict(list)
        for visit, _, _, row in self.rows.values():
            slots[visit.slot].append(row)
        bodies = [Markup("").join(rows) for rows in slots.values()]
        made = templates.get_template("counter_day.html")
        return Markup(made.render(language=self.language, board=self.board, bodies=bodies))  # noqa: S704  a template escapes

    @cached_property
    def seen(self) -> str:
        """By what a page tells its stream that it shows just that."""
        shown = (str(self.board.day), *(row for *_, row in self.rows.values()))
        return format(hash(shown) & 0xFFFFFFFFFFFF, "x")


@dataclass
class Kept:
    """What was listed last, of the whole day: it stands until something of the day changes."""

    listing: Listing | None = None
    listed: dict[str, Listed] = field(default_factory=dict)  # by language
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)  # so that it is looked up once for everybody


async def looked(site: Site, said: str) -> Board:
    """Return the board for whoever searches for `said`."""
    kept = _kept(site)

    def work(tx: Transaction) -> Board:
        return today.board(tx, site.premises, said=said, known=kept.listing)

    async with kept.lock:
        board = await site.db.read(work)
        kept.listing = board.listing
    return board


def listed(site: Site, board: Board, language: str) -> Listed:
    """Return the list of `board` in words."""
    before, is_whole = _kept(site).listed.get(language), board.visits is board.listing.visits
    if before is not None and is_whole and before.board.visits is board.visits and before.board.hour == board.hour:
        return before
    made = Listed(board, language, _rows(site, board, language, before))
    if is_whole:
        _kept(site).listed[language] = made
    return made


def _kept(site: Site) -> Kept:
    kept: Kept = site.kept.setdefault("day", Kept())
    return kept


def _rows(site: Site, board: Board, language: str, before: Listed | None) -> Mapping[str, Row]:
    """Return the rows of `board`, those of `before` where they show the same."""
    state_of = partial(today.state, site.premises.office, now=board.now)
    rows = before.rows if before is not None else {}
    is_this_hour = before is not None and (before.board.day, before.board.hour) == (board.day, board.hour)
    found: dict[str, Row] = {}
    slot: Slot | None = None
    for visit in board.visits:
        name, is_first = f"v-{visit.bookings[0].code}", visit.slot != slot
        slot, known = visit.slot, rows.get(name)
        is_same = known is not None and known[0] is visit and known[2] == is_first
        if known is not None and is_same and (is_this_hour or known[1] == state_of(visit)):
            found[name] = known
        else:
            state = state_of(visit)
            is_today = visit.slot.day == board.day
            found[name] = (visit, state, is_first, _row(visit, state, language, is_first=is_first, is_today=is_today))
    return found


def _row(visit: Visit, state: str, language: str, **how: bool) -> Markup:
    made = templates.get_template("counter_row.html")
    shown = {"visit": visit, "state": state, "states": today.STATES, "modes": names.MODES, **how}
    return Markup(made.render(language=language, **shown))  # noqa: S704  a template escapes
