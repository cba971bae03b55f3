"""The office as plain dicts, against which rules and storage are held."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rules.model import Slot
from rules.refusal import Refusal
from rules.window import window
from tests.factories import YOKOHAMA

AGENTS = ("sato", "tanaka", "li")
PLACES = 2
HOURS = (9, 10, 11)


@dataclass
class Model:
    """The office as plain dicts: who holds what until when, who has booked what."""

    holds: dict[str, tuple[Slot, datetime]] = field(default_factory=dict)
    booked: dict[str, list[tuple[Slot, set[str]]]] = field(default_factory=lambda: {name: [] for name in AGENTS})
    closed: set[date] = field(default_factory=set)

    def days(self, now: datetime) -> tuple[date, ...]:
        return window(YOKOHAMA, self.closed, now=now)

    def visits(self, name: str, now: datetime, *, with_hold: bool = True) -> set[Slot]:
        held = (
            {slot for slot, until in [self.holds[name]] if until > now} if with_hold and name in self.holds else set()
        )
        return {slot for slot, _ in self.booked[name]} | held

    def may_take(self, name: str, slot: Slot, now: datetime) -> Refusal | None:
        mine = self.visits(name, now, with_hold=False)
        if slot.day not in self.days(now):
            return Refusal.DAY_NOT_OFFERED
        if slot not in mine and sum(visit.day in self.days(now) for visit in mine) >= YOKOHAMA.slots_per_agent:
            return Refusal.ALL_SLOTS_HELD
        if sum(slot in self.visits(other, now) for other in AGENTS if other != name) >= PLACES:
            return Refusal.SLOT_FULL
        return None

    def may_book(self, name: str, cases: set[str], now: datetime) -> Refusal | None:
        slot, until = self.holds.get(name, (None, now))
        if slot is None or until <= now:
            return Refusal.HOLD_ENDED
        live = {case for visit, known in self.booked[name] if visit.ends(YOKOHAMA) > now for case in known}
        already = sum(len(known) for visit, known in self.booked[name] if visit == slot)
        return (
            self.may_take(name, slot, now)
            or (Refusal.TOO_MANY_CASES if already + len(cases) > YOKOHAMA.cases_per_slot else None)
            or (Refusal.ALREADY_BOOKED if live & cases else None)
        )
