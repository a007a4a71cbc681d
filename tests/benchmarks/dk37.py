"""DK37, the reference workload: the scenario `partnerskabspuljen` at full population, all its months, compiled.

Compilation and the start of worker processes are not in these figures; `command.py` has them.
"""

from collections.abc import Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from model.ensemble import Lives, simulate
from model.scenario.reading import read_scenario
from model.world import World, lay_out
from tests.benchmarks.row import Row
from tests.benchmarks.tables import write_tables
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
        """Lay out, compile or load, write once; then wait until the others are as far."""
        cls.world, cls.folder = reference_world(), folder
        cls.live_and_write(range(2))
        all_ready.wait()

    @classmethod
    def live_and_write(cls, seeds: Sequence[int]) -> None:
        """One task: one run per seed, and its outcomes and survey as one Parquet part each."""
        write_tables(simulate(cls.world, np.array(seeds)), cls.folder, f"part-{seeds[0]}")


def tasks_of_a_round() -> list[range]:
    """The seeds of each task; the same in every round, the parts are written over."""
    tasks = PROCESSES * TASKS_PER_PROCESS
    return [range(task * RUNS_PER_TASK, (task + 1) * RUNS_PER_TASK) for task in range(tasks)]


def runs_per_second() -> float:
    """Runs that two processes live and write per second, median over rounds."""
    spawn = get_context("spawn")
    all_ready = spawn.Barrier(PROCESSES + 1)
    tasks = tasks_of_a_round()
    with TemporaryDirectory() as name, spawn.Pool(PROCESSES, Worker.begin, (Path(name), all_ready)) as pool:
        all_ready.wait()
        one_round = partial(pool.map, Worker.live_and_write, tasks, chunksize=1)
        return len(tasks) * RUNS_PER_TASK / median(seconds(one_round) for _ in range(ROUNDS))


def occupied_agent_months(lives: Lives) -> int:
    """Agents times the months they were there, over all runs: the divisor, counted on the strict side.

    Partnerships, organisations, holders of seats, potential volunteers from outside and citizens, each from month 1
    until her partnership ended. Ties are not counted, nor activities, nor whoever may yet follow on a seat; a citizen
    who could volunteer is one person.
    """
    template = lives.world.template
    rows = template.partnerships
    from_outside = np.bincount(template.volunteers.partnership[template.volunteers.citizen < 0], minlength=len(rows))
    agents = 1 + rows.organisations + rows.seats + rows.citizens + from_outside
    months_there = np.minimum(lives.partnerships.end_month, lives.world.months)
    return int((months_there * agents).sum())


def nanoseconds_per_agent_month() -> float:
    """Time of one process per occupied agent-month, begin and end of every run included, median over rounds."""
    world = reference_world()
    firsts = range(0, ROUNDS * RUNS_ON_ONE_PROCESS, RUNS_ON_ONE_PROCESS)
    batches = [np.arange(first, first + RUNS_ON_ONE_PROCESS) for first in firsts]
    agent_months = [occupied_agent_months(simulate(world, batch)) for batch in batches]
    times = [seconds(partial(simulate, world, batch)) for batch in batches]
    return 1e9 * median(time / count for time, count in zip(times, agent_months, strict=True))


def runs_row() -> Row:
    """How many lives of the whole pool a second."""
    reached = runs_per_second()
    what = "DK37 runs per second on 2 processes, outcomes and survey to Parquet"
    return Row(what, str(RUNS_MUST), "300", f"{reached:.0f}", reached >= RUNS_MUST, {"runs_per_second": reached})


def agent_months_row() -> Row:
    """What one agent costs in one month."""
    reached = nanoseconds_per_agent_month()
    what = "nanoseconds per occupied agent-month (ties not counted in the divisor)"
    holds = reached <= NANOSECONDS_MUST
    return Row(what, str(NANOSECONDS_MUST), "12", f"{reached:.0f}", holds, {"nanoseconds": reached})
