"""A run: some arms of a scenario, one life per seed, as tables. In batches, so that memory does not grow with the lives."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from samvirke.analysis.run.folder import new_run_folder
from samvirke.analysis.run.manifest import manifest_of
from samvirke.analysis.run.plan import Plan, plan, with_seeds_chosen
from samvirke.analysis.run.tables import tables_of, watched_for
from samvirke.analysis.summary.summary import Summary, joined, summaries
from samvirke.model.ensemble import simulate
from samvirke.model.scenario.resolved import BASELINE, Scenario
from samvirke.model.world import World, lay_out

RUNS_PER_BATCH = 25
WATCHED_ROWS_PER_BATCH = 1_000_000  # of ties and people: some hundred megabytes while they are made

Progress = Callable[[int, int], None]
"""Is told how many runs are done, and of how many."""


def run(
    scenario: Scenario,
    *,
    seed: int = 1,
    replicates: int = 1,
    arms: Sequence[str] = (BASELINE,),
    keep: Collection[str] | None = None,
    defaults: bool = False,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """The tables of a run by name, in memory. Raises ScenarioError for a seed, an arm or a table that cannot be."""
    what = with_seeds_chosen(plan(scenario, seed=seed, replicates=replicates, arms=arms, keep=keep, defaults=defaults))
    return tables_of_plan(what, progress)


def tables_of_plan(what: Plan, progress: Progress | None = None) -> dict[str, Any]:
    """The tables of a plan by name, in memory."""
    parts = list(batches(what, progress))
    return {name: pa.concat_tables([part[name] for part in parts]) for name in what.keep}


def run_to_folder(
    what: Plan, folder: Path, *, force: bool = False, command: Sequence[str] = (), progress: Progress | None = None
) -> list[Summary]:
    """Write the tables of a plan to a run folder, whole or not at all; returns a summary per arm. Raises RunFolderError."""
    parts: list[Summary] = []
    with new_run_folder(folder, what.keep, force=force) as unfinished:
        for tables in batches(what, progress):
            unfinished.append(tables)
            parts += summaries(tables)
        unfinished.describe(manifest_of(what, unfinished.rows, command))
    return joined(parts)


def batches(what: Plan, progress: Progress | None = None) -> Iterator[dict[str, Any]]:
    """The tables of a plan, part by part: a few runs of one arm at a time."""
    done = 0
    for arm in what.arms:
        watched = watched_for(what.keep)
        world = lay_out(what.scenario, arm, monthly="monthly" in what.keep, events="events" in what.keep, watched=watched)
        size = runs_per_batch(world)
        for first in range(0, len(what.seeds), size):
            seeds = np.array(what.seeds[first : first + size])
            yield tables_of(simulate(world, seeds, *what.draws_of(seeds)))
            done += len(seeds)
            if progress:
                progress(done, what.runs)


def runs_per_batch(world: World) -> int:
    """How many runs are lived at a time: fewer where a run may leave many rows of ties and people."""
    rows = world.months * sum(len(getattr(world.template, table)) for table in world.watched)
    return max(1, min(RUNS_PER_BATCH, WATCHED_ROWS_PER_BATCH // max(1, rows)))
