"""DK37, the reference workload: the scenario `partnerskabspuljen` at full population, all its months, compiled.

Compilation and the start of worker processes are not in these figures; `command.py` has them.
"""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from samvirke.analysis.run.execution import RUNS_PER_BATCH
from samvirke.analysis.run.folder import new_run_folder
from samvirke.analysis.run.tables import ALWAYS_KEPT, SCHEMAS, tables_of
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.scenario.reading import read_scenario
from samvirke.model.world import World, lay_out
from tests.benchmarks.row import Row
from tests.benchmarks.timing import seconds

SCENARIO = "partnerskabspuljen"
PROCESSES = 2
RUNS_PER_TASK = 100
TASKS_PER_PROCESS = 2
ROUNDS = 5
RUNS_ON_ONE_PROCESS = 25
RUNS_MUST, NANOSECONDS_MUST = 100, 35


def reference_world() -> World:
    """The workload laid out once; outcomes and survey are kept, months and events are not."""
    return lay_out(read_scenario(SCENARIO), monthly=False, events=False)


class Worker:
    """What a worker process holds ready: the world and its folder, with everything compiled."""

    world: World
    folder: Path

    @classmethod
    def begin(cls, folder: Path, all_ready: Any) -> None:
        """Lay out, compile or load, make tables once; then wait until the others are as far."""
        cls.world, cls.folder = reference_world(), folder
        tables_of(simulate(cls.world, np.arange(2)))
        all_ready.wait()

    @classmethod
    def live_and_write(cls, seeds: range) -> None:
        """One task: one run per seed, batch by batch into a run folder of its own, which the next round replaces."""
        with new_run_folder(cls.folder / f"from-{seeds.start}", {name: SCHEMAS[name] for name in ALWAYS_KEPT}, force=True) as unfinished:
            for first in range(0, len(seeds), RUNS_PER_BATCH):
                unfinished.append(tables_of(simulate(cls.world, np.array(seeds[first : first + RUNS_PER_BATCH]))))
            unfinished.describe({"tables": unfinished.rows})


def tasks_of_a_round() -> list[range]:
    """The seeds of each task; the same in every round."""
    tasks = PROCESSES * TASKS_PER_PROCESS
    return [range(task * RUNS_PER_TASK, (task + 1) * RUNS_PER_TASK) for task in range(tasks)]


def runs_per_second() -> float:
    """Runs that two processes live and write per second, median over rounds."""
    spawn, tasks = get_context("spawn"), tasks_of_a_round()
    with TemporaryDirectory() as name:
        arguments = (Path(name), spawn.Barrier(PROCESSES))
        with ProcessPoolExecutor(PROCESSES, spawn, Worker.begin, arguments) as workers:
            list(workers.map(abs, range(PROCESSES)))  # each process starts with its first task
            one_round = partial(_finish, workers, tasks)
            return len(tasks) * RUNS_PER_TASK / median(seconds(one_round) for _ in range(ROUNDS))


def _finish(workers: ProcessPoolExecutor, tasks: list[range]) -> None:
    """Hand out all tasks and wait for the last."""
    list(workers.map(Worker.live_and_write, tasks))


def agents_of_each_partnership(world: World) -> Any:
    """The partnership itself, its organisations, holders of seats, potential volunteers from outside, and citizens.

    Neither ties nor activities nor whoever may yet follow on a seat; a citizen who could volunteer is one person.
    """
    rows, volunteers = world.template.partnerships, world.template.volunteers
    from_outside = np.bincount(volunteers.partnership[volunteers.citizen < 0], minlength=len(rows))
    return 1 + rows.organisations + rows.seats + rows.citizens + from_outside


def agent_months(ensemble: Ensemble, there: Any) -> int:
    """Agents times months over all runs in which they are there (`there`: runs x partnerships x months)."""
    return int((there.sum(axis=2) * agents_of_each_partnership(ensemble.world)).sum())


def occupied_agent_months(ensemble: Ensemble) -> int:
    """Agent-months in which anything is left to take part in: the partnership or an activity of it is alive."""
    return agent_months(ensemble, (ensemble.monthly["organisations"] > 0) | (ensemble.monthly["activities"] > 0))


def agent_months_before_the_end(ensemble: Ensemble) -> int:
    """Agent-months counted most strictly: only while the partnership is alive."""
    return agent_months(ensemble, ensemble.monthly["organisations"] > 0)


def all_agent_months(ensemble: Ensemble) -> int:
    """The same agents in all months of all runs, whether their partnership is still alive or not."""
    return len(ensemble.seeds) * ensemble.world.months * int(agents_of_each_partnership(ensemble.world).sum())


def nanoseconds_per_agent_month() -> tuple[float, float, float]:
    """Time of one process per agent-month: occupied, of living partnerships only, and of all months; medians over rounds.

    The months are counted in runs of the same seeds that keep them, outside the clock.
    """
    world = reference_world()
    counted = lay_out(world.scenario, monthly=True, events=False)
    firsts = range(0, ROUNDS * RUNS_ON_ONE_PROCESS, RUNS_ON_ONE_PROCESS)
    batches = [np.arange(first, first + RUNS_ON_ONE_PROCESS) for first in firsts]
    ensemble = [simulate(counted, batch) for batch in batches]
    simulate(world, batches[0])
    times = [1e9 * seconds(partial(simulate, world, batch)) for batch in batches]
    counts = (occupied_agent_months, agent_months_before_the_end, all_agent_months)
    occupied, before, of_all = (
        median(time / count(simulated) for time, simulated in zip(times, ensemble, strict=True)) for count in counts
    )
    return occupied, before, of_all


def runs_row() -> Row:
    """How many runs of the whole pool a second."""
    reached = runs_per_second()
    what = "DK37 runs per second on 2 processes, outcomes and survey to Parquet"
    return Row(what, str(RUNS_MUST), "300", f"{reached:.0f}", reached >= RUNS_MUST, {"runs_per_second": reached})


def agent_months_row() -> Row:
    """What one agent costs in one month."""
    occupied, before, of_all = nanoseconds_per_agent_month()
    what = "nanoseconds per occupied agent-month (ties not counted in the divisor)"
    measured = {"nanoseconds": occupied, "nanoseconds_in_living_partnerships": before, "nanoseconds_over_all_months": of_all}
    reached = f"{occupied:.0f} ({before:.0f} of living partnerships only, {of_all:.0f} over all months)"
    return Row(what, str(NANOSECONDS_MUST), "12", reached, occupied <= NANOSECONDS_MUST, measured)
