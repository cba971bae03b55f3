"""The rate of a channel: no more than it allows, and answers before letters."""

import asyncio
import time

import pytest

from bot.rate import Rate

pytestmark = pytest.mark.once("asks no database")


class Seconds:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_no_more_leave_than_the_rate_allows_and_little_is_saved_up() -> None:
    clock = Seconds()
    rate = Rate(100, clock=clock)
    assert rate.room() == 2
    rate.take(2)
    assert rate.room() == 0
    clock.now += 0.0103
    assert rate.room() == 1
    clock.now += 60
    assert rate.room() == 2


def test_a_slow_channel_still_lets_one_leave() -> None:
    clock = Seconds()
    rate = Rate(0.5, clock=clock)
    assert rate.room() == 1
    rate.take(1)
    clock.now += 1.9
    assert rate.room() == 0
    clock.now += 0.2
    assert rate.room() == 1


def test_while_it_is_halted_nothing_leaves() -> None:
    clock = Seconds()
    rate = Rate(100, clock=clock)
    rate.halt(30)
    rate.halt(5)
    clock.now += 29
    assert rate.room() == 0
    clock.now += 2
    assert rate.room() == 2


async def test_letters_keep_to_the_rate() -> None:
    rate = Rate(200)
    begun = time.monotonic()
    for _ in range(41):
        await rate.ready()
        rate.take(1)
    assert time.monotonic() - begun >= 37 / 200


async def test_an_answer_goes_before_letters() -> None:
    rate, left = Rate(20), list[str]()

    async def letters() -> None:
        for _ in range(4):
            await rate.ready()
            rate.take(1)
            left.append("letter")

    writing = asyncio.create_task(letters())
    await asyncio.sleep(0.01)
    for _ in range(3):
        await rate.answer()
        left.append("answer")
    await writing
    assert left == ["letter", *["answer"] * 3, *["letter"] * 3]


async def test_answers_leave_in_the_order_in_which_they_came() -> None:
    rate, left = Rate(200), list[int]()

    async def answer(n: int) -> None:
        await rate.answer()
        left.append(n)

    await asyncio.gather(*(answer(n) for n in range(30)))
    assert left == list(range(30))


async def test_nobody_waits_longer_than_a_halt() -> None:
    rate = Rate(100)
    rate.halt(0.1)
    assert 0.05 < rate.halted_for <= 0.1
    await rate.answer()
    assert (rate.is_halted, rate.halted_for) == (False, 0.0)
