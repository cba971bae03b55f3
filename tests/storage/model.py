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
class Visit:
    """A booking: where, what, until when it can be changed, and what is held for it to move to, until when."""

    slot: Slot
    cases: list[str]
    first_count: int
    cutoff: datetime
    version: int = 1
    target: tuple[Slot, datetime] | None = None
    rebook_until: datetime | None = None  # staff closed it


@dataclass
class Model:
    """The office as plain dicts: who holds what until when, who has booked what, by its code."""

    holds: dict[str, tuple[Slot, datetime]] = field(default_factory=dict)
    booked: dict[str, dict[str, Visit]] = field(default_factory=lambda: {name: {} for name in AGENTS})
    shut: dict[str, dict[str, Visit]] = field(default_factory=lambda: {name: {} for name in AGENTS})
    closed: set[date] = field(default_factory=set)

    def days(self, now: datetime) -> tuple[date, ...]:
        return window(YOKOHAMA, self.closed, now=now)

    def mine(self, name: str, but: Visit | None = None) -> list[Visit]:
        return [visit for visit in self.booked[name].values() if visit is not but]

    def slots(self, name: str, now: datetime) -> set[Slot]:
        """Return where `name` has a place: booked, or held."""
        held = [self.holds[name]] if name in self.holds else []
        held += [visit.target for visit in (*self.mine(name), *self.shut[name].values()) if visit.target]
        return {visit.slot for visit in self.mine(name)} | {slot for slot, until in held if until > now}

    def may_take(self, name: str, slot: Slot, now: datetime, replacing: Visit | None = None) -> Refusal | None:
        mine = {visit.slot for visit in self.mine(name, replacing)}
        if replacing is not None and name in self.holds and self.holds[name][1] > now:
            mine.add(self.holds[name][0])  # a booking being entered elsewhere
        if slot.day not in self.days(now):
            return Refusal.DAY_NOT_OFFERED
        is_beyond = replacing is not None and (replacing.rebook_until is not None or replacing.slot not in mine)
        days = self.days(now)
        held = sum(visit.day in days or visit.day > days[-1] for visit in mine)
        if not is_beyond and slot not in mine and held >= YOKOHAMA.slots_per_agent:
            return Refusal.ALL_SLOTS_HELD
        if sum(slot in self.slots(other, now) for other in AGENTS if other != name) >= PLACES:
            return Refusal.SLOT_FULL
        if replacing is not None and self.brought(name, slot, replacing) > YOKOHAMA.cases_per_slot:
            return Refusal.TOO_MANY_CASES
        return None

    def brought(self, name: str, slot: Slot, also: Visit) -> int:
        """Return how many cases `name` brings to `slot`, those of `also` among them."""
        return sum(len(other.cases) for other in self.mine(name, also) if other.slot == slot) + len(also.cases)

    def may_have(
        self, name: str, slot: Slot, cases: set[str], now: datetime, replacing: Visit | None = None
    ) -> Refusal | None:
        """Return why `name` may not bring `cases` to `slot`."""
        others = self.mine(name, replacing)
        if sum(len(visit.cases) for visit in others if visit.slot == slot) + len(cases) > YOKOHAMA.cases_per_slot:
            return Refusal.TOO_MANY_CASES
        live = {case for visit in others if visit.slot.ends(YOKOHAMA) > now for case in visit.cases}
        return Refusal.ALREADY_BOOKED if live & cases else None

    def may_book(self, name: str, cases: set[str], now: datetime) -> Refusal | None:
        slot, until = self.holds.get(name, (None, now))
        if slot is None or until <= now:
            return Refusal.HOLD_ENDED
        return self.may_take(name, slot, now) or self.may_have(name, slot, cases, now)

    def may_correct(self, name: str, visit: Visit, cases: list[str], now: datetime) -> Refusal | None:
        if now >= visit.cutoff:
            return Refusal.CUTOFF_PASSED
        if len(cases) > visit.first_count:
            return Refusal.COUNT_GROWS
        if cases == visit.cases:
            return Refusal.UNCHANGED
        return self.may_have(name, visit.slot, set(cases), now, visit)

    def may_move(self, name: str, visit: Visit, now: datetime) -> Refusal | None:
        if visit.rebook_until is not None and now >= visit.rebook_until:
            return Refusal.CANCELLED_ALREADY
        if visit.rebook_until is None and now >= visit.cutoff:
            return Refusal.CUTOFF_PASSED
        slot, until = visit.target or (visit.slot, now)
        if until <= now:
            return Refusal.HOLD_ENDED
        if slot == visit.slot and visit.rebook_until is None:
            return Refusal.SAME_SLOT
        return self.may_take(name, slot, now, visit) or (
            self.may_have(name, slot, set(visit.cases), now, visit) if visit.rebook_until else None
        )

    def close(self, day: date, now: datetime, until: datetime) -> None:
        """Close `day`: what is booked there can be chosen again `until` then, and nothing is held there."""
        self.closed.add(day)
        for name in AGENTS:
            hit = {code: visit for code, visit in self.booked[name].items() if visit.slot.day == day}
            for code, visit in hit.items():
                if visit.slot.ends(YOKOHAMA) > now:
                    self.shut[name][code] = self.booked[name].pop(code)
                    visit.version, visit.rebook_until, visit.target = visit.version + 1, until, None
            for visit in (*self.booked[name].values(), *self.shut[name].values()):
                if visit.target and visit.target[0].day == day:
                    visit.target = None
            if name in self.holds and self.holds[name][0].day == day:
                del self.holds[name]
