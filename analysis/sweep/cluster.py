"""Chunks lived on a cluster that is there already: Dask's distributed scheduler and its workers.

Workers need the same samvirke, numpy and numba, and must reach the place the parts are written to: a shared folder, or a bucket.
"""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice
from typing import Any

from samvirke.analysis.sweep.chunk import Chunk
from samvirke.analysis.sweep.executors import AHEAD, Executor
from samvirke.analysis.sweep.parts import Receipt, live_and_write
from samvirke.model.errors import SamvirkeError
from samvirke.model.extensions import modules_of_extensions

SECONDS_TO_CONNECT = 10
LOUD = ("distributed", "tornado")


class ClusterError(SamvirkeError):
    """A cluster that is not there, or not there any more."""


def on_dask(scheduler: str) -> Executor:
    """On the workers of the scheduler at that address. Raises ClusterError."""
    modules_of_extensions()  # raises for one that a worker could not import
    return lambda chunks, address: _on_dask(chunks, address, scheduler)


def _on_dask(chunks: Iterator[Chunk], address: str, scheduler: str) -> Iterator[Receipt]:
    distributed = _library()
    with _quiet():
        yield from _on_library(distributed, chunks, address, scheduler)


def _on_library(distributed: Any, chunks: Iterator[Chunk], address: str, scheduler: str) -> Iterator[Receipt]:
    client = _client(distributed, scheduler)
    try:
        yield from _receipts(distributed, client, chunks, address)
    except (CancelledError, asyncio.CancelledError) as error:
        raise ClusterError(f"the Dask scheduler at {scheduler} is gone") from error
    except OSError as error:
        if type(error).__name__ != "CommClosedError":  # what the disk refuses is said elsewhere
            raise
        raise ClusterError(f"the Dask scheduler at {scheduler} is gone") from error
    except distributed.scheduler.KilledWorker as error:
        raise ClusterError(f"workers of the cluster at {scheduler} died again and again (is there enough memory?)") from error
    finally:
        client.close(timeout=2)


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("--dask needs Dask: pip install 'samvirke[cluster]'") from error
    return distributed


@contextmanager
def _quiet() -> Iterator[None]:
    """What the library logs of a lost connection is said in a sentence."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.partition(".")[0] in LOUD]
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
    most = max(1, sum(client.nthreads().values())) * AHEAD
    done = distributed.as_completed(loop=client.loop)
    for chunk in islice(chunks, most):
        done.add(_submit(client, chunk, address))
    for future in done:
        yield future.result()
        for following in islice(chunks, 1):
            done.add(_submit(client, following, address))


def _submit(client: Any, chunk: Chunk, address: str) -> Any:
    return client.submit(live_and_write, chunk, address, pure=False, key=f"samvirke-{chunk.name}")
