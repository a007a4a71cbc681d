"""Chunk executors: run chunks in this process, in worker processes of this machine, or on a Dask cluster that is there already.

All yield receipts, in whatever order the chunks finish. Only some chunks are handed out at a time, so that the memory of this
process does not grow with the sweep. Workers of a cluster need the same samvirke, numpy and numba, and must reach the storage the
parts are written to: a shared folder, or a bucket.
"""

import asyncio
import logging
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any

import pyarrow as pa

from samvirke.analysis.sweep.chunk import Chunk
from samvirke.analysis.sweep.parts import Receipt, run_and_write
from samvirke.model.errors import SamvirkeError
from samvirke.model.extensions import modules_of_extensions

AHEAD = 2
"""Chunks handed out for each thread of a cluster."""

MOST_DEATHS = 3
"""So many deaths of workers in a row without a finished part in between: then something is wrong that another try does not mend."""

SECONDS_TO_CONNECT = 10
LOGGED_BY = ("distributed", "tornado")
SINGLE_THREADED = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Executor = Callable[[Iterator[Chunk], str], Iterator[Receipt]]
"""Runs chunks and writes their parts at an address."""


class WorkersDiedError(SamvirkeError):
    """Worker processes that are killed again and again."""


class ClusterError(SamvirkeError):
    """A cluster that is not there, or not there any more."""


def in_this_process(chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
    """One chunk after the other."""
    for chunk in chunks:
        yield run_and_write(chunk, address)


def in_processes(workers: int, say: Callable[[str], None]) -> Executor:
    """In so many processes of this machine; one worker is this process itself. `say` gets a sentence when a worker was killed."""
    if workers == 1:
        return in_this_process
    modules_of_extensions()  # raises for one that a worker could not import
    return lambda chunks, address: _in_processes(chunks, address, workers, say)


def _in_processes(chunks: Iterator[Chunk], address: str, number: int, say: Callable[[str], None]) -> Iterator[Receipt]:
    """The chunk of a worker that is killed goes to a new one. Raises WorkersDiedError, and what a worker raised."""
    again: list[Chunk] = []
    first = list(islice(chunks, number))
    workers = [_Worker(address) for _ in first]
    deaths = 0
    try:
        for worker, chunk in zip(workers, first, strict=True):
            worker.begin(chunk)
        while busy := {worker.connection: worker for worker in workers if worker.chunk is not None}:
            for worker in (busy[connection] for connection in wait(list(busy))):  # type: ignore[index]
                outcome = worker.outcome()
                if outcome is None:
                    deaths += 1
                    again += [] if worker.chunk is None else [worker.chunk]
                    if deaths == MOST_DEATHS:
                        raise WorkersDiedError(f"workers were killed {deaths} times in a row (is there enough memory?)")
                    say("A worker was killed; its part is run again.")
                    worker.restart()
                worker.begin(again.pop() if again else next(chunks, None))
                if isinstance(outcome, Exception):
                    raise outcome
                if outcome is not None:
                    deaths = 0
                    yield outcome
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    """A worker process, the connection to it, and the chunk that it is running (None: it is idle)."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.chunk: Chunk | None = None
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.connection, far_end = context.Pipe()
        self._process = context.Process(target=run_worker, args=(far_end, self._address), daemon=True)
        with _single_threaded():
            self._process.start()
        far_end.close()  # with the process its end is gone, and reading here ends

    def begin(self, chunk: Chunk | None) -> None:
        """Hand it a chunk, if there is one."""
        self.chunk = chunk
        if chunk is not None:
            with suppress(ConnectionError):  # a worker that was killed shows in its outcome
                self.connection.send(chunk)

    def outcome(self) -> Receipt | Exception | None:
        """The receipt of its chunk, or what it raised; None if the process was killed."""
        try:
            found: Receipt | Exception = self.connection.recv()
        except (EOFError, OSError):
            return None
        return found

    def stop(self) -> None:
        """End the process at once: what it has not finished does not count."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    def restart(self) -> None:
        """A new process in its stead."""
        self.stop()
        self._start()


def run_worker(connection: Connection, address: str) -> None:
    """In a worker process: run chunks as they come. It ignores Ctrl-C (the parent handles it) and ends with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    Thread(target=_end_with_the_parent, daemon=True).start()
    with suppress(EOFError):
        while True:
            connection.send(_outcome_of(connection.recv(), address))


def _outcome_of(chunk: Chunk, address: str) -> Receipt | Exception:
    try:
        return run_and_write(chunk, address)
    except Exception as error:  # noqa: BLE001  (the parent raises it)
        return error


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
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


def on_dask(scheduler: str) -> Executor:
    """On the workers of the Dask scheduler at that address. Running raises ClusterError."""
    modules_of_extensions()  # raises for one that a worker could not import
    return lambda chunks, address: _on_dask(chunks, address, scheduler)


def _on_dask(chunks: Iterator[Chunk], address: str, scheduler: str) -> Iterator[Receipt]:
    try:
        import distributed
        from distributed.comm.core import CommClosedError
    except ImportError as error:
        raise ClusterError("--dask needs Dask: pip install 'samvirke[cluster]'") from error
    with _silent_loggers():
        client = _client(distributed, scheduler)
        try:
            yield from _receipts(distributed, client, chunks, address)
        except (CancelledError, asyncio.CancelledError, CommClosedError) as error:
            raise ClusterError(f"the Dask scheduler at {scheduler} is gone") from error
        except distributed.KilledWorker as error:
            raise ClusterError(f"workers of the cluster at {scheduler} died again and again (is there enough memory?)") from error
        finally:
            client.close(timeout=2)


@contextmanager
def _silent_loggers() -> Iterator[None]:
    """A lost connection becomes one sentence instead of the library's log."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.partition(".")[0] in LOGGED_BY]
    before = [each.level for each in loggers]
    for each in loggers:
        each.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for each, level in zip(loggers, before, strict=True):
            each.setLevel(level)


def _client(distributed: Any, scheduler: str) -> Any:
    try:
        client = distributed.Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"there is no Dask scheduler with workers at {scheduler}; it is an address like tcp://127.0.0.1:8786") from error
    return client


def _receipts(distributed: Any, client: Any, chunks: Iterator[Chunk], address: str) -> Iterator[Receipt]:
    def submitted(chunk: Chunk) -> Any:
        return client.submit(run_and_write, chunk, address, pure=False, key=f"samvirke-{chunk.name}")

    done = distributed.as_completed(loop=client.loop)
    for chunk in islice(chunks, max(1, sum(client.nthreads().values())) * AHEAD):
        done.add(submitted(chunk))
    for future in done:
        yield future.result()
        for following in islice(chunks, 1):
            done.add(submitted(following))
