"""A run: some arms of a scenario, one run per seed, as tables and with a manifest of everything that the numbers depend on.

In batches, so that memory does not grow with the number of runs.
"""

import platform
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.run.folder import new_run_folder
from samvirke.analysis.run.plan import Plan, plan, with_seeds_chosen
from samvirke.analysis.run.tables import SCHEMAS, tables_of, watched_for
from samvirke.analysis.validation.identification import identify
from samvirke.model.ensemble import simulate
from samvirke.model.extensions import ADDED, all_parameters
from samvirke.model.rule import fingerprint_of_the_model
from samvirke.model.scenario.resolved import BASELINE, Scenario
from samvirke.model.world import World, lay_out

PACKAGES = ("samvirke", "numpy", "numba", "pyarrow")
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
    what: Plan, folder: Path, *, force: bool = False, command: Sequence[str] = (), progress: Progress | None = None,
    also: Callable[[dict[str, Any]], object] | None = None,
) -> None:  # fmt: skip
    """Write the tables of a plan to a run folder, whole or not at all; `also` is given each batch too. Raises RunFolderError."""
    with new_run_folder(folder, {name: SCHEMAS[name] for name in what.keep}, force=force) as unfinished:
        for tables in batches(what, progress):
            unfinished.append(tables)
            if also:
                also(tables)
        unfinished.describe(manifest_of(what, unfinished.rows, command))


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
    """How many runs are simulated at a time: fewer where a run may leave many rows of ties and people."""
    rows = world.months * sum(len(getattr(world.template, table)) for table in world.watched)
    return max(1, min(RUNS_PER_BATCH, WATCHED_ROWS_PER_BATCH // max(1, rows)))


def manifest_of(what: Plan, rows: Mapping[str, int], command: Sequence[str]) -> dict[str, Any]:
    """What stands in manifest.json; `rows` are the rows of each table, `command` what was typed."""
    return {
        "scenario": what.scenario.model_dump(mode="json", exclude={"partnerships": {"__all__": {"name", "title"}}}),
        "arms": list(what.arms),
        "seeds": {"first": what.seeds[0], "last": what.seeds[-1], "runs_per_arm": len(what.seeds)},
        "own_answers": _own_answers(what),
        "parameters": {arm: _parameters(what, arm) for arm in what.arms},
        "posterior": None if what.posterior is None else _posterior(what.posterior),
        "tables": dict(rows),
        "model_fingerprint": fingerprint_of_the_model(),
        "extensions": extensions_added(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": list(command),
    }


def extensions_added() -> dict[str, Any]:
    """What extends the model in this process: where it comes from, and a hash of all that its runs depend on."""
    return {name: {"module": each.module, "after": each.after, "fingerprint": each.fingerprint} for name, each in ADDED.items()}


def _own_answers(what: Plan) -> dict[str, Any] | None:
    """How the scenario's own answers chose the runs, and which seeds they are; None where seeds follow each other."""
    if what.likeness is None:
        return None
    return {**vars(what.likeness), "beside": vars(what.beside) if what.beside else None, "seeds": list(what.seeds)}


def _posterior(posterior: Posterior) -> dict[str, Any]:
    """Which posterior the draws are from, what has changed since it was made, and which parameters its answers hardly narrow."""
    narrowed = identify(posterior.sampled, posterior.draws, posterior.weights) if posterior.sampled else []
    return {
        "file": posterior.file, "fitted_to": posterior.about["scenario"], "draws": len(posterior.draws), "stale": list(posterior.stale),
        "sampled": list(posterior.sampled),
        "not_identified": [each.parameter for each in narrowed if not each.is_identified], **posterior.about["fingerprints"],
    }  # fmt: skip


def _parameters(what: Plan, arm: str) -> dict[str, float]:
    """The parameter values of draw 0 in an arm: the defaults, the scenario's, the arm's."""
    defaults = {name: parameter.default for name, parameter in all_parameters().items()}
    return defaults | dict(what.scenario.parameters) | dict(what.scenario.arms[arm].parameters)
