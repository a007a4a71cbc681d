"""`python -m tests.benchmarks.worlds`: cost and memory of worlds of 37, 370 and 3,700 partnerships, and a sweep over the largest."""

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import typer

from samvirke.analysis.run.execution import runs_per_batch
from samvirke.analysis.run.tables import tables_of
from samvirke.model.ensemble import simulate
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.resolved import PartnershipCase
from samvirke.model.scenario.show import as_toml
from samvirke.model.world import lay_out

SCENARIO = "partnerskabspuljen"
TIMES = (1, 10, 100)
MEGABYTE = 1024


def world_of(times: int) -> Scenario:
    """So many copies of the 37, each with its own organisations."""
    scenario = read_scenario(SCENARIO)
    cases: list[PartnershipCase] = []
    for copy in range(times):
        for case in scenario.partnerships:
            organisations = tuple(each.model_copy(update={"id": f"{each.id}-{copy}"}) for each in case.organisations)
            changes = {"case_id": f"{case.case_id}-{copy}", "number": len(cases), "organisations": organisations}
            cases.append(case.model_copy(update=changes))
    return scenario.model_copy(update={"partnerships": tuple(cases)})


def measured(times: int, runs: int) -> tuple[float, float, int]:
    """Milliseconds of processor per partnership and run, megabytes of the process at its peak, and runs held at once."""
    world = lay_out(world_of(times), monthly=False, events=False)
    simulate(world, [0])
    begun = time.process_time()
    tables_of(simulate(world, np.arange(runs)))
    spent = 1000.0 * (time.process_time() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return spent / runs / len(world.case_ids), peak, runs_per_batch(world)


SWEEP = """scenario = "world.toml"
arms = ["baseline"]

[design]
kind = "grid"
rest = "defaults"

[parameters]
commitment_at_start = { values = [0.5, 0.7] }

[seeds]
first = 1
number = 2

[keep]
tables = ["outcomes"]
"""


def time_and_memory_of_a_sweep(times: int) -> tuple[float, float]:
    """Seconds that a small sweep over a world takes, and megabytes of the largest of its processes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "world.toml").write_text(as_toml(world_of(times), real_names=True), encoding="utf-8")
        (folder / "sweep.toml").write_text(SWEEP, encoding="utf-8")
        begun = time.monotonic()
        words = [sys.executable, "-m", "samvirke", "sweep", str(folder / "sweep.toml"), "--out", str(folder / "out"), "--workers", "2"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE


def main(runs: Annotated[int, typer.Option(help="runs of the smallest world")] = 100) -> None:
    """Print a line for each size, and one for the sweep."""
    for times in TIMES:
        each, peak, held = measured(times, max(2, runs // times))
        print(
            f"{37 * times:,} partnerships: {each:.3f} ms of processor per partnership and run, peak {peak:,.0f} MB, {held} runs at once",
            flush=True,
        )
    seconds, peak = time_and_memory_of_a_sweep(TIMES[-1])
    print(f"a sweep of four runs of {37 * TIMES[-1]:,} partnerships: {seconds:.0f} s, its largest process {peak:,.0f} MB")


if __name__ == "__main__":
    typer.run(main)
