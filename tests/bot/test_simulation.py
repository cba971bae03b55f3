"""Seven days of a simulated office: every reminder at its time, none of what is not to come, none twice."""

import os
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rules.model import Booking, Slot
from rules.reminders import Reminder, due, useless_after
from storage import books
from storage.database import Row
from storage.reminders import Visits
from tests.bot.simulated import World, simulated
from tests.factories import YOKOHAMA

pytestmark = pytest.mark.once("virtual time stands still for each answer of a server: minutes")

SLACK = timedelta(seconds=60)  # for the rate, and for what is on its way
SEEDS = 5


@pytest.mark.slow
@pytest.mark.no_cover  # random: what it happens to reach is no test of that
@pytest.mark.parametrize("nth", range(SEEDS))
def test_seven_days(tmp_path: Path, nth: int) -> None:
    seed = int(os.environ.get("SEED", random.randrange(10**6))) + nth
    assert wrong_after(tmp_path, seed=seed, days=7) == [], seed


def wrong_after(folder: Path, *, seed: int, days: int) -> list[str]:
    """Return what is wrong with the letters of so many days, a line each."""
    world, db = simulated(folder, seed=seed, days=days)
    letters = world.loop.run_until_complete(db.read(lambda tx: tx.rows("SELECT * FROM letter")))
    bubbles = world.loop.run_until_complete(db.read(lambda tx: tx.rows("SELECT * FROM bubble WHERE about <> ''")))
    booked = world.loop.run_until_complete(db.read(lambda tx: tx.rows("SELECT id, version, state FROM booking")))
    counted = world.loop.run_until_complete(db.read(lambda tx: books.check(tx, YOKOHAMA)))
    said: dict[str, list[datetime]] = {row["about"]: world.taken.get(row["about"], []) for row in letters}
    abouts = {row["id"]: row["about"] for row in letters}
    for bubble in bubbles:
        said[abouts[bubble["about"]]].append(datetime.fromisoformat(bubble["at"]))
    world.loop.run_until_complete(db.close())
    world.loop.close()
    assert world.acts > days * 20, "hardly anything happened"
    return [
        *counted.wrong,
        *(
            f"{row['about']} is {row['state']} after {len(said[row['about']])} times"
            for row in letters
            if _is_odd(world, row, said)
        ),
        *untold({row["about"]: row for row in letters}, booked, world.now()),
        *needless(world, said),
        *missing(world, said),
    ]


def _is_odd(world: World, row: Row, said: dict[str, list[datetime]]) -> bool:
    """Return whether a letter was said more often than what was uncertain of it explains, or not though it is sent."""
    times, extra = len(said[row["about"]]), world.uncertain[row["about"]]
    if row["state"] == "sent":
        return not 1 <= times <= 1 + extra
    is_given_up = row["state"] == "failed" and not row["about"].endswith("@chat")  # signed out: by mail instead
    return times > extra or is_given_up


def untold(letters: Mapping[str, Row], booked: Sequence[Row], end: datetime) -> Iterator[str]:
    """Yield bookings of which the last that became of them was not told, though there was time."""
    for row in booked:
        kind = "cancellation" if row["state"] == "cancelled" else "confirmation"
        letter = letters[f"{kind}:{row['id']}:{row['version']}"]
        is_new = end - datetime.fromisoformat(letter["put"]) < timedelta(hours=8)  # an outage, and tries after it
        if letter["state"] != "sent" and not (is_new and letter["state"] in ("pending", "leased")):
            yield f"{letter['about']}, put at {letter['put']}, is {letter['state']}"


def needless(world: World, said: dict[str, list[datetime]]) -> Iterator[str]:
    """Yield reminders that were said of no visit that was still to come."""
    for about, moments in said.items():
        kind, _, subject = about.removesuffix("@chat").partition(":")
        if kind in set(Reminder):
            for moment in moments:
                lately = [b for stood in standing_between(world, moment - SLACK, moment) for b in stood]
                visits = [b for b in lately if Visits.of(b).subject == subject]
                if not any(moment < _end(Reminder(kind), b) + SLACK for b in visits):
                    yield f"{about} was said at {moment}, and is of no use"


def missing(world: World, said: dict[str, list[datetime]]) -> Iterator[str]:
    """Yield reminders of visits that stood, which were not said, or too late for all that went wrong."""
    end = world.now()
    visits = {Visits.of(b).subject: b for _, stood in world.stood for b in stood}
    for subject, b in visits.items():
        for reminder in Reminder:
            moment = due(YOKOHAMA, reminder, b.slot, b.cutoff)
            for about in _abouts(world, reminder, b):
                first = min(said.get(about, []), default=end)
                until = min(first, _last(reminder, b), end)
                is_late = until > moment + _allowed(world, about, moment, until)
                if is_late and _stands(world, subject, moment, until):
                    yield f"{about} was due at {moment}, and said at {said.get(about)}"


def _abouts(world: World, reminder: Reminder, b: Booking) -> Sequence[str]:
    """Return the letters that there must be: the mail, and the one in the chat where its agent is signed in."""
    mail = f"{reminder}:{Visits.of(b).subject}"
    return [mail, f"{mail}@chat"] if b.chat in world.signed_in else [mail]


def _stands(world: World, subject: str, begin: datetime, end: datetime) -> bool:
    """Return whether a visit named `subject` stood all the time from before `begin` on."""
    before = [stood for moment, stood in world.stood if moment < begin][-1:] or [frozenset()]  # nothing was booked yet
    every = [*before, *(stood for moment, stood in world.stood if begin <= moment <= end)]
    return all(any(Visits.of(b).subject == subject for b in stood) for stood in every)


def _allowed(world: World, about: str, begin: datetime, end: datetime) -> timedelta:
    """Return how late a letter may be: as long as nothing could be sent, and the pauses after its own failures."""
    down = sum((max(timedelta(), min(span.end, end) - max(span.begin, begin)) for span in world.spans), timedelta())
    pauses = sum(1.25 * min(600, 10 * 2**n) for n in range(world.faults[about]))
    return SLACK + down + timedelta(seconds=pauses)


def _end(reminder: Reminder, b: Booking) -> datetime:
    return useless_after(YOKOHAMA, reminder, b.slot, b.cutoff)


def _last(reminder: Reminder, b: Booking) -> datetime:
    """Return when `reminder` is of no use, of whichever visit of the day."""
    return useless_after(YOKOHAMA, reminder, Slot(b.slot.day, min(YOKOHAMA.hours)), b.cutoff)


def standing_between(world: World, begin: datetime, end: datetime) -> Iterator[frozenset[Booking]]:
    """Yield what stood at any time from `begin` to `end`."""
    before = [stood for moment, stood in world.stood if moment < begin][-1:]
    yield from before
    yield from (stood for moment, stood in world.stood if begin <= moment <= end)
