"""Looking at a sweep without running it: what it will take, from a few probe runs; and whether every part of it is whole."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from samvirke.analysis.run.folder import errors_in_sentences
from samvirke.analysis.sweep.chunk import Runs, runs_of
from samvirke.analysis.sweep.folder import manifest_in
from samvirke.analysis.sweep.parts import RECEIPTS, Receipt, Written, checksum, discard, file_of, part_of, receipts_in, whole_parts
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.storage import SCHEME, Storage, storage_at
from samvirke.analysis.sweep.sweep import Sweep
from samvirke.analysis.sweep.tables import SCHEMAS
from samvirke.model.language import ENGLISH

RUNS_PER_PROBE = 20
SECONDS_OF_PROBES = 2.0


@dataclass(frozen=True)
class Estimate:
    """Points, runs and parts in all, runs that are there already; seconds for what is missing, and bytes in all."""

    points: int
    runs: int
    there: int
    parts: int
    seconds_per_run: float
    bytes_per_run: float
    workers: int
    free_bytes: int | None
    probed: int

    @property
    def seconds(self) -> float:
        """How long the missing runs take with so many workers."""
        return (self.runs - self.there) * self.seconds_per_run / self.workers

    @property
    def bytes(self) -> float:
        """How large what is missing will be."""
        return (self.runs - self.there) * self.bytes_per_run


def estimate(sweep: Sweep, address: str | None, workers: int) -> Estimate:
    """Simulate a few runs, spread over the sweep, for some seconds, and extrapolate. Nothing is written."""
    runs = runs_of(sweep, points_of_sweep(sweep))
    receipts = [] if address is None else whole_parts(storage_at(address))
    missing = runs.missing(span for receipt in receipts for span in receipt.runs)
    seconds, size, probed = _probed(runs, min(len(runs), max(RUNS_PER_PROBE, sweep.runs_per_part)))
    parts = -(-len(missing) // sweep.runs_per_part) + len(receipts)
    return Estimate(len(runs.points.ids), len(runs), len(runs) - len(missing), parts, seconds, size, workers, _free(address), probed)


def _probed(runs: Runs, most: int) -> tuple[float, float, int]:
    """Seconds and bytes per run, over probes of growing size; the first only warms up."""
    part_of(runs.chunk(np.array([0])))
    began, simulated, bytes_, number = perf_counter(), 0, 0, min(RUNS_PER_PROBE, most)
    while simulated == 0 or (perf_counter() - began < SECONDS_OF_PROBES / 2 and number < most):
        number = number if simulated == 0 else min(most, 2 * number)
        _, receipt = part_of(runs.chunk(np.unique(np.linspace(0, len(runs) - 1, number).astype(int))))
        simulated += receipt.count
        bytes_ = sum(file.bytes for file in receipt.files.values()) + len(receipt.as_json())
        last = receipt.count
    return (perf_counter() - began) / simulated, bytes_ / last, simulated


def _free(address: str | None) -> int | None:
    """Room where the sweep is to go; None if it is unknown."""
    if address is None or address.startswith(SCHEME):
        return None
    path = Path(address).absolute()
    return shutil.disk_usage(next(each for each in (path, *path.parents) if each.exists())).free


@dataclass(frozen=True)
class Verified:
    """How many parts and runs hold; `problems` are sentences, `set_aside` the bad parts that were removed to be made anew."""

    parts: int
    runs: int
    wanted: int
    problems: tuple[str, ...]
    set_aside: int


def verify(address: str, progress: Callable[[int, int], None] | None = None) -> Verified:
    """Check every part at this address, and set bad ones aside where that is allowed. Raises RunFolderError."""
    storage = storage_at(address)
    with errors_in_sentences(address, "read"):
        wanted = manifest_in(storage)["runs"]["wanted"]
        receipts = list(receipts_in(storage))
        named = {f"{each.name}.json" for each in receipts}
        problems = [f"{RECEIPTS}/{each.name}: is no receipt any more" for each in storage.files(RECEIPTS) if each.name not in named]
        bad = {each.name.removesuffix(".json") for each in storage.files(RECEIPTS) if each.name not in named}
        for number, receipt in enumerate(receipts):
            found = list(_problems(storage, receipt))
            problems += found
            bad |= {receipt.name} if found else set()
            if progress:
                progress(number + 1, len(receipts))
        good = [each for each in receipts if each.name not in bad]
        return Verified(len(good), sum(each.count for each in good), wanted, tuple(problems), _set_aside(storage, bad))


def _problems(storage: Storage, receipt: Receipt) -> Iterator[str]:
    for table, file in receipt.files.items():
        name = file_of(table, receipt.name)
        try:
            content = storage.read(name)
        except FileNotFoundError:
            yield f"{name}: is missing"
            continue
        if what := _what_is_wrong(content, table, file):
            yield f"{name}: {what}"


def _what_is_wrong(content: bytes, table: str, file: Written) -> str:
    if len(content) != file.bytes:
        return f"has {ENGLISH.number(len(content))} bytes, not {ENGLISH.number(file.bytes)}"
    if checksum(content) != file.sha256:
        return "has another checksum than when it was written"
    try:
        found = pq.read_table(pa.BufferReader(content))
    except (pa.ArrowInvalid, OSError):
        return "cannot be read"
    if found.num_rows != file.rows:
        return f"has {ENGLISH.number(found.num_rows)} rows, not {ENGLISH.number(file.rows)}"
    return "" if found.schema.equals(SCHEMAS[table]) else "has other columns than it should"


def _set_aside(storage: Storage, bad: set[str]) -> int:
    """Remove bad parts, so that the next run makes them anew; how many could be removed."""
    removed = 0
    for name in sorted(bad):
        with suppress(OSError):
            discard(storage, name)
            removed += 1
    return removed
