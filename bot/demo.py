"""A plausible fortnight: fictitious agents who booked over the last days, under the rules, at their own times."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from rules.eligibility import modes
from rules.model import CARDLESS, Agent, Certificate, Number, Office, Slot
from rules.notice import in_force
from rules.numbers import comparable
from rules.refusal import Refusal
from rules.window import window
from storage import agents, bookings, holds, slots
from storage.database import Database, Transaction
from storage.reminders import Visits

SURNAMES = (
    *"田中・鈴木・高橋・伊藤・渡辺・山本・中村・小林・加藤・吉田".split("・"),
    *"山田・佐々木・松本・井上・木村・林・清水・斎藤・阿部・森".split("・"),
)
GIVEN = "太郎・花子・一郎・美咲・健・由美・誠・恵子・翔・直美".split("・")
WORKPLACES = {
    Certificate.NOTIFIED: "{}行政書士事務所（見本）",
    Certificate.AGENT: "株式会社{}国際人材（見本）",
}
HEADS = ["東労一E", "東労二E", "東永P", "東変K", "阪永C", "東資S"]
AGENTS = 40
DAYS = 14
VISITS = 26  # tried on each day
EARLY_HOURS = (2, 5, 4, 4, 2, 1)  # how well liked the hours of a day are
ADDRESS = "mihon-{}@example.jp"


@dataclass(slots=True)
class Hand:
    """The hand of a clock, moved as the fortnight passes."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


async def fill(db: Database, office: Office, hand: Hand) -> str:
    """Fill `db` with the fortnight that ends at `hand`; return what was done, or why nothing was."""
    if await db.read(lambda tx: tx.row("SELECT id FROM booking WHERE chat LIKE 'demo:%'")) is not None:
        return "The fortnight is there already."
    until, chance = hand.now, Random(2026)
    hand.now = until - timedelta(days=DAYS)
    who = await db.run(lambda tx: [_agent(tx, office, n) for n in range(AGENTS)])
    made = 0
    begun = hand.now
    for n in range(DAYS * VISITS):  # the clock never passes `until`: nobody books in the time to come
        hand.now = begun + (until - begun) * n / (DAYS * VISITS)
        made += await db.run(_visit(office, chance.choice(who), chance.randrange(2**32)))
    hand.now = until
    return f"{made} bookings of {AGENTS} agents."


def _agent(tx: Transaction, office: Office, n: int) -> Agent:
    chance = Random(n)
    surname = SURNAMES[n % len(SURNAMES)]
    certificate = chance.choice(list(WORKPLACES))
    known = agents.proven(tx, ADDRESS.format(n), notice=in_force(office, today=tx.now.astimezone(office.zone).date()))
    agent = replace(
        known,
        name=f"{surname} {chance.choice(GIVEN)}",
        workplace=WORKPLACES[certificate].format(surname),
        certificate=certificate,
        certificate_number=f"見本第{chance.randrange(1000, 9999)}号",
        certificate_expiry=(tx.now + timedelta(days=chance.randrange(60, 900))).date(),
    )
    agents.remember(tx, agent)
    return agent


def _visit(office: Office, agent: Agent, seed: int) -> Callable[[Transaction], bool]:
    """Return work that books a visit, where the rules allow it, as often as it is run the same."""

    def work(tx: Transaction) -> bool:
        chance = Random(seed)
        chat = f"demo:{agent.id}"
        days = window(office, slots.closed(tx), now=tx.now)
        day = chance.choices(days, range(len(days), 0, -1))[0]
        hour = chance.choices(office.hours, _liked(office))[0]
        if isinstance(holds.hold(tx, office, agent, chat, Slot(day, hour)), Refusal):
            return False
        assert agent.certificate is not None
        mode = chance.choice(modes(office, agent.certificate))
        cases = [_number(chance) for _ in range(chance.choice((1, 1, 2, 3, 5, 8)))]
        kinds = [chance.choice([kind for kind in office.kinds if kind not in CARDLESS])]
        booked = bookings.book(tx, office, agent, chat, mode=mode, kinds=kinds, cases=cases[: office.cases_per_slot])
        if isinstance(booked, Refusal):
            holds.release(tx, chat)
            return False
        for subject in (f"{booked.id}:{booked.version}", Visits.of(booked).subject):  # nobody reads them
            tx.rows("UPDATE letter SET state = 'sent' WHERE subject = ? AND state = 'pending'", subject)
        return True

    return work


def _liked(office: Office) -> list[int]:
    return [EARLY_HOURS[n % len(EARLY_HOURS)] for n in range(len(office.hours))]


def _number(chance: Random) -> Number:
    typed = f"{chance.choice(HEADS)}{chance.randrange(10000, 99999)}"
    return Number(typed, comparable(typed))
