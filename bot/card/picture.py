"""Pictures of cards, drawn in a process of its own: drawing holds the GIL, and would hold up every turn."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.process import BaseProcess

from bot.card.sheet import Sheet

KEPT = 64  # pictures, of some 100 KB
PATIENCE = 45.0  # seconds for one picture: half a second, but behind everything else on a busy machine


class Unpainted(Exception):
    """The picture could not be made; the words are enough at the counter."""


class Painter:
    """Draws each sheet once, one at a time, while anybody may wait for it."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Sheet, asyncio.Task[bytes]] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._is_closed = False

    async def picture(self, sheet: Sheet) -> bytes:
        """Return the PNG of `sheet`; raise Unpainted where it cannot be made."""
        if sheet not in self._pictures:
            self._forget_some()
            self._pictures[sheet] = task = asyncio.create_task(self._painted(sheet))
            task.add_done_callback(lambda done: self._forget_failed(sheet, done))
        self._pictures.move_to_end(sheet)
        return await asyncio.shield(self._pictures[sheet])

    def close(self) -> None:
        """End the process, and with it what it draws."""
        self._is_closed = True
        self._kill()

    def _forget_some(self) -> None:
        """Keep the pictures that were asked for last; one that is being drawn is not forgotten."""
        done = [sheet for sheet, task in self._pictures.items() if task.done()]
        for sheet in done[: max(0, len(self._pictures) - KEPT + 1)]:
            del self._pictures[sheet]

    def _forget_failed(self, sheet: Sheet, done: asyncio.Task[bytes]) -> None:
        """Let the next who asks have it tried again."""
        if done.cancelled() or done.exception() is not None:
            self._pictures.pop(sheet, None)

    def _kill(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            for worker in list(pool._processes.values()):  # noqa: SLF001  what 3.14 calls kill_workers
                worker.kill()
            pool.shutdown(wait=True, cancel_futures=True)  # soon: what it waits for is dead

    async def _painted(self, sheet: Sheet) -> bytes:
        async with self._one_at_a_time:
            for is_last in (False, True):
                try:
                    async with asyncio.timeout(PATIENCE):
                        return await self._drawn(sheet)
                except (BrokenProcessPool, TimeoutError) as error:  # it was killed, or hangs: once more, in a new one
                    if is_last or self._is_closed:
                        raise Unpainted(type(error).__name__) from error
                    self._kill()
                except Exception as error:
                    raise Unpainted(type(error).__name__) from error
            raise AssertionError

    async def _drawn(self, sheet: Sheet) -> bytes:
        if self._is_closed:
            raise Unpainted("the program ends")
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin)
        drawing = await asyncio.to_thread(self._pool.submit, _draw, sheet)  # starts the process, the first time
        return await asyncio.wrap_future(drawing)


def _begin() -> None:
    """Prepare the process: behind every turn, deaf to Ctrl-C, and gone when the program is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(5)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)


def _draw(sheet: Sheet) -> bytes:
    from bot.card.drawing import draw  # noqa: PLC0415  fonts and all that are the drawing process's alone

    return draw(sheet)
