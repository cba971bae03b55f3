"""What is counted while the program runs, for whoever watches it: figures alone, nothing of anybody."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from storage.census import Census
from storage.database import Clock
from storage.letters import Letter

LATE = (1, 5, 15, 60, 300, 900, 3600, 21600)  # seconds after a letter was due
QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)  # seconds of a turn


class Metrics:
    """Counters of this process, and gauges of what stands in the database, set when they are asked for."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._registry = CollectorRegistry()
        of: dict[str, Any] = {"registry": self._registry, "namespace": "yoyaku"}
        self._letters = Counter("letters", "Letters, by what became of them", ["channel", "kind", "outcome"], **of)
        self._late = Histogram("letter_late_seconds", "From due to sent", ["channel"], buckets=LATE, **of)
        self._turns = Histogram("turn_seconds", "A turn, heard and committed", ["channel"], buckets=QUICK, **of)
        self._refused = Counter("turns_not_committed", "Turns that could not be committed", ["channel"], **of)
        self._pushes = Counter("line_pushes", "Letters pushed on LINE, which counts them", **of)
        self._used = Gauge("line_quota_used", "Messages of this month, as LINE counts them", **of)
        self._quota = Gauge("line_quota", "Messages that LINE takes in a month, where it is limited", **of)
        self.quota(None, None)
        self._bookings = Gauge("bookings", "Bookings to come", **of)
        self._holds = Gauge("holds", "Places held", **of)
        self._due = Gauge("letters_due", "Letters that are due and wait", ["channel"], **of)
        self._failed = Gauge("letters_failed", "Letters that were given up", **of)

    def letter(self, letter: Letter, outcome: str) -> None:
        """Count what became of `letter`: sent, skipped, failed, or postponed."""
        self._letters.labels(letter.channel, letter.kind, outcome).inc()
        if outcome == "sent" and letter.due is not None:
            self._late.labels(letter.channel).observe((self._clock() - letter.due).total_seconds())

    def push(self) -> None:
        """Count a letter that was pushed on LINE."""
        self._pushes.inc()

    def quota(self, used: int | None, most: int | None) -> None:
        """Remember what LINE said of this month: how many messages it counted, of how `most` that it takes.

        None: it is not known here, or not limited.
        """
        self._used.set(float("nan") if used is None else used)
        self._quota.set(float("nan") if most is None else most)

    @contextmanager
    def turn(self, channel: str) -> Iterator[None]:
        """Measure a turn of `channel`."""
        with self._refused.labels(channel).count_exceptions(), self._turns.labels(channel).time():
            yield

    def told(self, census: Census) -> bytes:
        """Return everything as Prometheus reads it."""
        self._bookings.set(census.bookings)
        self._holds.set(census.holds)
        self._failed.set(census.failed)
        self._due.clear()
        for channel, due in census.due.items():
            self._due.labels(channel).set(due)
        return generate_latest(self._registry)
