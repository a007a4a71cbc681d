"""Who lives the chunks: this process, processes here, or a cluster. All give receipts, in whatever order they come.

Only some chunks are handed out at a time, so that the parent's memory does not grow with the sweep.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from threading import Thread

import pyarrow as pa

from samvirke.analysis.sweep.chunk import Chunk
from samvirke.analysis.sweep.parts import Receipt, live_and_write
from samvirke.model.errors import SamvirkeError
from samvirke.model.extensions import modules_of_extensions

AHEAD = 2
"""Chunks handed out for each worker."""

MOST_DEATHS = 3
"""So many deaths of workers in a row without a finished part in between: then something is wrong that another try does not mend."""

SINGLE_THREADED = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Executor = Callable[[Iterator[Chunk], str], Iterator[Receipt]]
"""Lives chunks and writes their parts at an address."""


class WorkersDiedError(SamvirkeError):
    """Workers that die again and again."""


def here(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
    """In this process, one after the other."""
    for chunk in chunks:
        yield live_and_write(chunk, address)


def in_processes(workers: int, say: Callable[[str], None]) -> Executor:
    """In so many processes of this machine; one worker is this process itself."""
    if workers == 1:
        return here
    modules_of_extensions()  # raises for one that a worker could not import
    return lambda chunks, address: _in_processes(chunks, address, workers, say)


def _in_processes(chunks: Iterator[Chunk], address: str, workers: int, say: Callable[[str], None]) -> Iterator[Receipt]:
    """A worker that is killed takes the others of its pool with it: what they were living is lived again by a new pool."""
    again: list[Chunk] = []
    deaths = 0
    while True:
        pool = _Pool(workers, address)
        try:
            with _single_threaded():
                for receipt in pool.receipts(again, chunks):
                    deaths = 0
                    yield receipt
            return
        except BrokenProcessPool as error:
            deaths += 1
            again = pool.unfinished()
            if deaths >= MOST_DEATHS:
                raise WorkersDiedError(f"workers were killed {deaths} times in a row (is there enough memory?)") from error
            say(f"A worker was killed; what it was living is lived again ({len(again)} parts).")
        finally:
            pool.stop()


class _Pool:
    """Processes that live chunks; knows which are under way."""

    def __init__(self, workers: int, address: str) -> None:
        self._most = workers * AHEAD
        self._address = address
        self._executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin_worker)
        self._under_way: dict[Future[Receipt], Chunk] = {}

    def receipts(self, first: list[Chunk], chunks: Iterator[Chunk]) -> Iterator[Receipt]:
        """Receipts as they come. Raises BrokenProcessPool when a worker is killed."""
        waiting = list(reversed(first))
        exhausted = False
        while True:
            while not exhausted and len(self._under_way) < self._most:
                chunk = waiting.pop() if waiting else next(chunks, None)
                if chunk is None:
                    exhausted = True
                else:
                    self._hand_out(chunk, waiting)
            if not self._under_way:
                return
            for future in wait(self._under_way, return_when=FIRST_COMPLETED).done:
                receipt = future.result()
                del self._under_way[future]
                yield receipt

    def _hand_out(self, chunk: Chunk, waiting: list[Chunk]) -> None:
        try:
            self._under_way[self._executor.submit(live_and_write, chunk, self._address)] = chunk
        except BrokenProcessPool:
            self._under_way |= {Future(): each for each in (chunk, *waiting)}
            raise

    def unfinished(self) -> list[Chunk]:
        """Chunks whose receipts were not given yet; one that was finished just before is lived again to the same bits."""
        return list(self._under_way.values())

    def stop(self) -> None:
        """End the processes at once: what they have not finished does not count.

        Waits for the pool's own threads, too: at the end of the program Python wakes one that is left, and where it closes its
        pipe just then, a traceback follows our sentence. A pipe that nobody reads any more is closed first: before Python 3.11.5 a
        thread would write to it for ever (cpython issue 94777).
        """
        for process in list((getattr(self._executor, "_processes", None) or {}).values()):
            process.terminate()
        if sys.version_info < (3, 11, 5):
            self._executor._call_queue._reader.close()  # type: ignore[attr-defined]
        self._executor.shutdown(cancel_futures=True)


def begin_worker() -> None:
    """In a new worker: one thread, deaf to Ctrl-C (the parent hears it), and gone when the parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Workers inherit the environment: libraries take one thread each."""
    before = {name: os.environ.get(name) for name in SINGLE_THREADED}
    os.environ.update(SINGLE_THREADED)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
