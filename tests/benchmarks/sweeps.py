"""Sweeps: what the runner costs over bare ensembles, and what a second worker gives; compared in turns within one run.

The machine may be busy with other things, so that times of one and the same work differ by half: what is compared takes turns, and
user and system time of the processes is said beside what the clock shows.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

from samvirke.analysis.sweep.chunk import Chunk, Runs, runs_of
from samvirke.analysis.sweep.executors import SINGLE_THREADED, Executor, in_processes, in_this_process
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.tables import _runs, world_of
from tests.benchmarks.row import Row

SWEEP = """
scenario = "{scenario}"
{more}
[design]
kind = "latin_hypercube"
points = {runs}
rest = "defaults"
[levers]
openness = {{ low = 0.2, high = 0.8 }}
second_person = {{ low = 0, high = 1 }}
[parameters]
halo = {{}}
"""
"""Every run is a point of its own, with levers and a parameter of its own: the hardest case for a runner."""

ONE, DK37 = "one-partnership", "partnerskabspuljen"
MOST_OVERHEAD, LEAST_GAIN = 0.15, 1.7
RUNS_OF_OVERHEAD, RUNS_OF_WORKERS = 4000, 40_000
ROUNDS, QUICK_ROUNDS = 7, 3
QUICK = 5
"""Quick measurements live so many times fewer runs."""


def write_sweep(folder: Path, runs: int, scenario: str = ONE, more: str = "") -> Path:
    """The file of a sweep of so many runs; `more` are further lines of it."""
    file = folder / f"{scenario}-{runs}.toml"
    file.write_text(SWEEP.format(runs=runs, scenario=scenario, more=more), encoding="utf-8")
    return file


def runs_of_file(file: Path) -> Runs:
    """Its runs."""
    sweep = read_sweep_file(str(file))
    return runs_of(sweep, points_of_sweep(sweep))


def live_bare(chunk: Chunk) -> None:
    """The same runs as ensembles, with nothing made of them."""
    assert len(_runs(chunk, world_of(chunk.base, chunk.arms[0]), np.arange(len(chunk))).seeds)


def overhead(quick: bool) -> float:
    """Median over rounds of what parts cost beyond bare runs, in processor time: 0.1 is a tenth more."""
    with TemporaryDirectory() as name:
        runs = runs_of_file(write_sweep(Path(name), RUNS_OF_OVERHEAD))
        chunks = list(runs.chunks(np.arange(len(runs))))
        ratios = [_ratio_of_a_round(chunks, name) for _ in range(1 + (QUICK_ROUNDS if quick else ROUNDS))]
    return median(ratios[1:]) - 1.0  # the first one warms up


def _ratio_of_a_round(chunks: list[Chunk], folder: str) -> float:
    bare = written = 0.0
    for chunk in chunks:
        began = process_time()
        live_bare(chunk)
        between = process_time()
        list(in_this_process(iter([chunk]), f"{folder}/out"))
        bare, written = bare + between - began, written + process_time() - between
    return written / bare


@dataclass(frozen=True)
class Rate:
    """Runs per second by the clock once all workers are at work, and processor time of a run in milliseconds."""

    per_second: float
    processor_milliseconds: float


def rate(executor: Executor, chunks: Iterator[Chunk], address: str, warm_up: int) -> Rate:
    """How fast an executor simulates chunks after so many of them."""
    marks: list[tuple[float, float, int]] = []
    for number, receipt in enumerate(executor(chunks, address), start=1):
        simulated = receipt.count + (marks[-1][2] if marks else 0)
        marks.append((perf_counter(), _processor_seconds() if number >= warm_up else 0.0, simulated))
    began, ended = marks[warm_up - 1], marks[-1]
    seconds, processor_seconds, runs = (last - first for first, last in zip(began, ended, strict=True))
    return Rate(runs / seconds, 1e3 * processor_seconds / runs)


def _processor_seconds() -> float:
    """Of this process and of its workers, as long as they are there."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="utf-8").split()
    return process_time() + sum(map(_processor_seconds_of, children))


def _processor_seconds_of(process: str) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


PARTS, WARM_UP = 40, 6
"""Parts in all, and those after which both workers are surely at work."""


def rates_in_turns(quick: bool) -> list[tuple[Rate, Rate]]:
    """One worker and two, in turns."""
    os.environ.update(SINGLE_THREADED)
    rounds, number = (QUICK_ROUNDS, RUNS_OF_WORKERS // QUICK) if quick else (ROUNDS, RUNS_OF_WORKERS)
    with TemporaryDirectory() as name:
        runs = runs_of_file(write_sweep(Path(name), number))
        size = number // PARTS
        chunks = [runs.chunk(np.arange(first, first + size)) for first in range(0, number, size)]
        executors: list[Executor] = [in_processes(1, print), in_processes(2, print)]
        return [_in_turn(executors, chunks, f"{name}/{turn}") for turn in range(rounds)]


def _in_turn(executors: list[Executor], chunks: list[Chunk], address: str) -> tuple[Rate, Rate]:
    one, two = (rate(executor, iter(chunks), f"{address}-{at}", WARM_UP) for at, executor in enumerate(executors))
    return one, two


def overhead_row(quick: bool) -> Row:
    """What the runner costs over bare ensembles."""
    share = overhead(quick)
    what = "sweep: processor time of parts over bare ensembles, every run with levers of its own"
    return Row(what, f"{MOST_OVERHEAD:.0%}", "5%", f"{share:+.1%}", share < MOST_OVERHEAD, {"overhead": share})


def workers_row(quick: bool) -> Row:
    """What a second worker gives."""
    found = rates_in_turns(quick)
    gains = [two.per_second / one.per_second for one, two in found]
    one, two = (median(each[at].per_second for each in found) for at in (0, 1))
    busy = [median(each[at].processor_milliseconds for each in found) for at in (0, 1)]
    gain = median(gains)
    reached = (
        f"{gain:.2f} × ({one:,.0f} and {two:,.0f} runs a second; {busy[0]:.2f} and {busy[1]:.2f} ms of processor time a run: "
        f"{2 * busy[0] / busy[1]:.2f} × with both processors free)"
    )
    what = "sweep of one partnership: 2 workers beside 1, each single-threaded, once at work"
    measured = {
        "gain": gain,
        "lowest": min(gains),
        "highest": max(gains),
        "one": one,
        "two": two,
        "gain_in_processor_time": 2 * busy[0] / busy[1],
    }
    return Row(what, f"{LEAST_GAIN} ×", "1.9 ×", reached, gain >= LEAST_GAIN, measured)
