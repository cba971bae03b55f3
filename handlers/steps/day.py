"""On which day? (§3(1))"""

from dataclasses import replace
from datetime import date

from handlers.answers import date_in, digits, pick
from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, lines, visit
from handlers.turn import Again, Goto, Next, Turn
from rules.eligibility import refusal_of_certificate
from rules.opendays import is_open
from rules.quota import slots_left
from rules.refusal import Refusal
from storage import holds, slots


def ask(turn: Turn) -> Message:
    days = turn.days()
    full = _full(turn, days)
    remaining = slots_left(turn.office, holds.slots_of(turn.tx, turn.who, but_held_by=turn.chat), days)
    return Message(
        visit.DAY,
        (
            visit.DAY_BODY(count=remaining, slots=remaining)
            if remaining
            else visit.DAY_NO_SLOTS_LEFT(most=turn.office.slots_per_agent),
            *((visit.DAYS_NONE(time=f"{turn.office.cutoff:%H:%M}"),) if full >= set(days) else ()),
        ),
        after=(visit.DAY_EXAMPLE(day=days[0]),),
        choices=(
            *(Choice(visit.DAY_LABEL(day=day), day.isoformat(), closed=_closed(turn, day, full)) for day in days),
            *((Choice(buttons.NEW_CERTIFICATE, "/certificate"),) if refusal_of_certificate(turn.who, days[-1]) else ()),
        ),
    )


def answer(turn: Turn) -> Next:
    listed = pick(turn.said, [day.isoformat() for day in turn.days()])
    day = date_in(listed or turn.said, today=turn.today)
    if day is None:
        return Again(lines.NO_SUCH_DATE if digits(turn.said) else lines.NOT_UNDERSTOOD)
    if day not in turn.days():
        is_open_day = is_open(turn.office, day, slots.closed(turn.tx))
        return Goto("day", turn.draft, Refusal.DAY_NOT_OFFERED if is_open_day else visit.DAY_CLOSED(day=day))
    refusal = refusal_of_certificate(turn.who, day)
    if refusal is not None:
        return Goto("day", turn.draft, refusal)
    return Goto("slot", replace(turn.draft, looking=day.isoformat()))


def _full(turn: Turn, days: tuple[date, ...]) -> set[date]:
    left = slots.left(turn.tx, turn.office, days, agent=turn.who.id)
    return {day for day in days if not any(places for slot, places in left.items() if slot.day == day)}


def _closed(turn: Turn, day: date, full: set[date]) -> Words | None:
    if refusal_of_certificate(turn.who, day):
        return visit.DAY_CERTIFICATE
    return visit.DAY_FULL if day in full else None
