"""On which day? (§3(1))"""

from dataclasses import replace
from datetime import date

from handlers.answers import date_in, digits, pick
from handlers.message import Choice, Message, Phrase, Words
from handlers.phrases import buttons, lines, visit
from handlers.steps import vacancy
from handlers.turn import Goto, Next, Turn
from rules.eligibility import refusal_of_certificate
from rules.opendays import is_open
from rules.quota import slots_left
from rules.refusal import Refusal
from storage import holds, slots


def ask(turn: Turn) -> Message:
    days = turn.days()
    remaining = slots_left(turn.office, holds.slots_of(turn.tx, turn.who, but_held_by=turn.chat), days)
    none_left = visit.DAY_NO_SLOTS_LEFT(most=turn.office.slots_per_agent)
    left = visit.DAY_BODY(count=remaining, slots=remaining) if remaining else none_left
    offered = (*choices(turn), *vacancy.way_there(turn, sorted(_full(turn, days))))
    return Message(visit.DAY, (left, *remarks(turn)), after=(example(turn),), choices=offered)


def answer(turn: Turn) -> Next:
    if turn.said == "vacancy":
        return Goto("vacancy", turn.draft)
    chosen = said(turn)
    if isinstance(chosen, str):
        return Goto("slot", replace(turn.draft, looking=chosen))
    return Goto("day", turn.draft, chosen)


def said(turn: Turn) -> str | Refusal | Phrase:
    """Return the day that was said, ISO, or why it cannot be chosen."""
    listed = pick(turn.said, [day.isoformat() for day in turn.days()])
    day = date_in(listed or turn.said, today=turn.today)
    if day is None:
        return lines.NO_SUCH_DATE if digits(turn.said) else lines.NOT_UNDERSTOOD
    if day not in turn.days():
        is_open_day = is_open(turn.office, day, slots.closed(turn.tx))
        return Refusal.DAY_NOT_OFFERED if is_open_day else visit.DAY_CLOSED(day=day)
    return refusal_of_certificate(turn.who, day) or day.isoformat()


def choices(turn: Turn) -> tuple[Choice, ...]:
    """Return the days that are offered, and the way to a renewed certificate where one is needed for the last."""
    days = turn.days()
    full = _full(turn, days)
    return (
        *(Choice(visit.DAY_LABEL(day=day), day.isoformat(), closed=_closed(turn, day, full)) for day in days),
        *((Choice(buttons.NEW_CERTIFICATE, "/certificate"),) if refusal_of_certificate(turn.who, days[-1]) else ()),
    )


def remarks(turn: Turn) -> tuple[Words, ...]:
    """Return, where all the days are full, when another opens."""
    days = turn.days()
    return (visit.DAYS_NONE(time=f"{turn.office.cutoff:%H:%M}"),) if _full(turn, days) >= set(days) else ()


def example(turn: Turn) -> Words:
    """Return a day as it can be typed."""
    return visit.DAY_EXAMPLE(day=turn.days()[0])


def _full(turn: Turn, days: tuple[date, ...]) -> set[date]:
    left = slots.left(turn.tx, turn.office, days, agent=turn.who.id)
    return {day for day in days if not any(places for slot, places in left.items() if slot.day == day)}


def _closed(turn: Turn, day: date, full: set[date]) -> Words | None:
    if refusal_of_certificate(turn.who, day):
        return visit.DAY_CERTIFICATE
    return visit.DAY_FULL if day in full else None
