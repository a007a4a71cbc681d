"""Large sweeps as a person types them: time, processor time, and the most memory of the process that hands them out."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, process_time, sleep

from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import sweep_to
from tests.benchmarks.command import COMMAND, run_command
from tests.benchmarks.row import Row
from tests.benchmarks.sweeps import DK37, ONE, write_sweep

RUNS, QUICK_RUNS = 100_000, 10_000
RUNS_OF_DK37, QUICK_RUNS_OF_DK37 = 10_000, 200
WORKERS = "2"
MANY_PARTS = "runs_per_part = 250"
"""So that both workers have something to do, and the parent has much to keep in mind."""
MOST_GIGABYTES, MOST_UNEVEN = 0.5, 1.15
SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True)
class Taken:
    """What a sweep took: seconds by the clock, processor seconds of the process and its workers, most memory of the process."""

    runs: int
    seconds: float
    processor_seconds: float
    gigabytes: float


def run_sweep(runs: int, scenario: str) -> Taken:
    """The command, from its first to its last breath."""
    with TemporaryDirectory() as name:
        file, out = write_sweep(Path(name), runs, scenario, MANY_PARTS), Path(name) / "out"
        began = perf_counter()
        words = [*COMMAND, "sweep", str(file), "--out", str(out), "--workers", WORKERS]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        most = _Most(process.pid)
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = code
        if code:
            raise RuntimeError(f"samvirke sweep of {runs} runs of {scenario} ended with {code}")
        return Taken(runs, perf_counter() - began, used.ru_utime + used.ru_stime, most.gigabytes)


class _Most:
    """Looks at how much memory a process has had at most, as long as it is there; its workers do not count."""

    def __init__(self, process: int) -> None:
        self.gigabytes = 0.0
        self._status = Path(f"/proc/{process}/status")
        Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            try:
                lines = self._status.read_text(encoding="utf-8").splitlines()
            except OSError:
                return
            found = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
            self.gigabytes = max([self.gigabytes, *(each / 1e6 for each in found)])
            sleep(SECONDS_BETWEEN_LOOKS)


def unevenness(quick: bool) -> tuple[float, float]:
    """Processor milliseconds of a run in the first and in the last tenth of one sweep in this process, parts and manifest included."""
    runs = QUICK_RUNS if quick else RUNS
    marks: list[tuple[int, float]] = []
    with TemporaryDirectory() as name:
        sweep = read_sweep_file(str(write_sweep(Path(name), runs, more=MANY_PARTS)))
        sweep_to(sweep, f"{name}/out", progress=lambda done, of: marks.append((done, process_time())))
    marks = marks[1:]  # the first is before anything is simulated, the second has loaded what was compiled
    tenth = len(marks) // 10
    return _milliseconds(marks[0], marks[tenth]), _milliseconds(marks[-1 - tenth], marks[-1])


def _milliseconds(begun: tuple[int, float], ended: tuple[int, float]) -> float:
    return 1e3 * (ended[1] - begun[1]) / (ended[0] - begun[0])


def sizes_row(quick: bool) -> Row:
    """A hundred thousand runs of one partnership, and whether the last run costs as much as the first."""
    run_command(("sweep", "first-look", "--dry-run"))  # compiled before the clock starts
    first, last = unevenness(quick)
    taken = run_sweep(QUICK_RUNS if quick else RUNS, ONE)
    measured = {"seconds": taken.seconds, "gigabytes": taken.gigabytes, "first_milliseconds": first, "last_milliseconds": last}
    reached = (
        f"{taken.gigabytes:.2f} GB, {taken.seconds:.0f} s, {taken.processor_seconds:.0f} s of processor time on 2 workers; in one process "
        f"{first:.2f} ms a run in the first tenth, {last:.2f} in the last"
    )
    holds = taken.gigabytes < MOST_GIGABYTES and last < MOST_UNEVEN * first
    return Row(f"sweep of {taken.runs:,} runs: peak memory of the parent, flat cost", "0.5 GB, flat", "0.3 GB", reached, holds, measured)


def dk37_row(quick: bool) -> Row:
    """Ten thousand runs of the whole pool."""
    taken = run_sweep(QUICK_RUNS_OF_DK37 if quick else RUNS_OF_DK37, DK37)
    reached = (
        f"{taken.gigabytes:.2f} GB, {taken.seconds:.0f} s, {1e3 * taken.processor_seconds / taken.runs:.1f} ms of processor time a run"
    )
    measured = {"seconds": taken.seconds, "gigabytes": taken.gigabytes, "processor_seconds": taken.processor_seconds}
    what = f"sweep of {taken.runs:,} runs of DK37 on 2 workers, levers varied, outcomes kept"
    return Row(what, "0.5 GB", "0.3 GB", reached, taken.gigabytes < MOST_GIGABYTES, measured)
