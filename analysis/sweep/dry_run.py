"""What a sweep will take, before it is begun: how many runs, how long, how many bytes; measured on a few of its runs."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from samvirke.analysis.sweep.chunk import runs_of
from samvirke.analysis.sweep.parts import part_of, whole_parts
from samvirke.analysis.sweep.place import SCHEME, place_at
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.sweep import Sweep

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
    """Live a few runs, spread over the sweep, for some seconds, and reckon from them. Nothing is written."""
    runs = runs_of(sweep, points_of_sweep(sweep))
    receipts = [] if address is None else whole_parts(place_at(address))
    missing = runs.missing(span for receipt in receipts for span in receipt.runs)
    seconds, size, probed = _probed(runs, min(len(runs), max(RUNS_PER_PROBE, sweep.runs_per_part)))
    parts = -(-len(missing) // sweep.runs_per_part) + len(receipts)
    return Estimate(len(runs.points.ids), len(runs), len(runs) - len(missing), parts, seconds, size, workers, _free(address), probed)


def _probed(runs: Any, most: int) -> tuple[float, float, int]:
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
    """Room where the sweep is to go; None if nobody can say."""
    if address is None or address.startswith(SCHEME):
        return None
    path = Path(address).absolute()
    return shutil.disk_usage(next(each for each in (path, *path.parents) if each.exists())).free
