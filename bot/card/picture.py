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
PATIENCE = 20.0  # seconds for one picture


class Unpainted(Exception):
    """The picture could not be made; the words are enough at the counter."""


class Painter:
    """Draws each sheet once, one at a time, while anybody may wait for it."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Sheet, asyncio.Task[bytes]] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None

    async def picture(self, sheet: Sheet) -> bytes:
        """Return the PNG of `sheet`; raise Unpainted where it cannot be made."""
        if sheet not in self._pictures:
            self._pictures[sheet] = asyncio.create_task(self._painted(sheet))
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(sheet)
        try:
            return await asyncio.shield(self._pictures[sheet])
        except Unpainted:
            self._pictures.pop(sheet, None)  # the next who asks has it tried again
            raise

    def close(self) -> None:
        """End the process, and with it what it draws."""
        pool, self._pool = self._pool, None
        if pool is not None:
            for worker in list(pool._processes.values()):  # noqa: SLF001  what 3.14 calls kill_workers
                worker.kill()
            pool.shutdown(wait=False, cancel_futures=True)

    async def _painted(self, sheet: Sheet) -> bytes:
        async with self._one_at_a_time:
            for is_last in (False, True):
                try:
                    async with asyncio.timeout(PATIENCE):
                        return await self._drawn(sheet)
                except (BrokenProcessPool, TimeoutError) as error:  # it was killed, or hangs: once more, in a new one
                    self.close()
                    if is_last:
                        raise Unpainted(type(error).__name__) from error
                except Exception as error:
                    raise Unpainted(type(error).__name__) from error
            raise AssertionError

    async def _drawn(self, sheet: Sheet) -> bytes:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin)
        drawing = await asyncio.to_thread(self._pool.submit, _draw, sheet)  # starts the process, the first time
        return await asyncio.wrap_future(drawing)


def _begin() -> None:
    """Prepare the process: behind every turn, deaf to Ctrl-C, and gone when the program is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(10)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)


def _draw(sheet: Sheet) -> bytes:
    from bot.card.drawing import draw  # noqa: PLC0415  fonts and all that are the drawing process's alone

    return draw(sheet)
