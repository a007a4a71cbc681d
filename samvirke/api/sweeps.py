"""Sweeps from a notebook: run one, read what it left, and the tables of the commands sensitivity, discover and frontier."""

import warnings
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from samvirke.analysis.run.folder import errors_in_sentences
from samvirke.analysis.sweep.executors import in_processes, on_dask
from samvirke.analysis.sweep.folder import read_tables
from samvirke.analysis.sweep.reading import read_sweep_file
from samvirke.analysis.sweep.runner import SweepDone, sweep_to
from samvirke.analysis.sweep.storage import storage_at
from samvirke.analysis.sweep_analysis.answers import answer_named, event_of
from samvirke.analysis.sweep_analysis.discovery import discover as discover_boxes
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.analysis.sweep_analysis.indices import design_of, indices
from samvirke.analysis.sweep_analysis.policies import search
from samvirke.analysis.sweep_analysis.tables import table_of_boxes, table_of_frontier, table_of_indices
from samvirke.api.runs import several, warn_if_stale
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario, read_scenario


def sweep(file: str | Path, out: str | Path, *, workers: int = 1, dask: str | None = None) -> SweepDone:
    """Simulate what is missing of a sweep in the folder `out` (or s3://bucket/folder), in so many processes or on a Dask scheduler.

    Returns how many runs are `wanted`, `there`, `simulated` just now and `failed`. A script that asks for more than one worker must
    begin with `if __name__ == "__main__":`. Raises ScenarioError, RunFolderError, SweepStoppedError. Warns
    (StalePosteriorWarning) of a stale posterior.

    >>> import samvirke, tempfile
    >>> folder = tempfile.mkdtemp()
    >>> done = samvirke.sweep("first-look", folder)
    >>> done.complete, samvirke.sweep("first-look", folder).simulated
    (True, 0)
    >>> tables = samvirke.read_sweep(folder)
    >>> len(tables["outcomes"].merge(tables["points"], on="point")) == done.wanted
    True
    """
    executor = in_processes(workers, lambda sentence: warnings.warn(sentence, stacklevel=2)) if dask is None else on_dask(dask)
    what = read_sweep_file(str(file))
    warn_if_stale(what.posterior)
    return sweep_to(what, str(out), executor=executor, command=["samvirke.sweep", str(file)])


def read_sweep(folder: str | Path, tables: Sequence[str] | None = None) -> dict[str, pd.DataFrame]:
    """Tables of a sweep by name: outcomes, failures, points, design and dictionary, or those that are named.

    survey, monthly and events can be larger than memory: name them, or open their folders with DuckDB or polars.
    Raises RunFolderError.
    """
    with errors_in_sentences(folder, "read"):
        found = read_tables(storage_at(str(folder)), None if tables is None else several(tables))
    return {name: table.to_pandas() for name, table in found.items()}


def sensitivity(folder: str | Path, measures: Sequence[str] = ("continues",), *, arm: str | None = None) -> pd.DataFrame:
    """Morris or Sobol indices of a sweep of that kind, with 90 % intervals. Raises RunFolderError, AnswerError."""
    results = open_sweep(str(folder))
    name = results.arm_named(arm)
    found = [index for each in several(measures) for index in indices(design_of(results, answer_named(each), name), each)]
    return table_of_indices(results.scenario.name, name, found).to_pandas()


def discover(
    folder: str | Path, when: str = "ends_within_12_months", *, coverage: float = 0.5, arm: str | None = None,
    partnership: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Boxes of PRIM and CART in which something happens: an event, or a measure and a limit. Raises RunFolderError, AnswerError."""
    results = open_sweep(str(folder))
    what = discover_boxes(results, event_of(when), results.arm_named(arm), partnership=partnership, least_coverage=coverage)
    return table_of_boxes(results.scenario.name, what).to_pandas()


def frontier(
    scenario: str | Scenario, work: str | Path, measures: Sequence[str] = ("synergy",), *, policies: int = 60, draws: int = 25,
    replicates: int = 8, dkk_per_hour: float | None = None, seed: int = 1, workers: int = 1, lives: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """What policies over the priced levers buy, their frontier and regret; the runs stay in the folder `work`.

    `lives` is the earlier name of `replicates`, kept for one version (DeprecationWarning).
    Raises AnswerError, PolicyError, and what `sweep` raises.
    """
    if lives is not None:
        warnings.warn("frontier(lives=…) is now frontier(replicates=…)", DeprecationWarning, stacklevel=2)
        replicates = lives
    chosen = read_scenario(scenario) if isinstance(scenario, str) else scenario
    price = REGISTRY["cost_of_an_hour_dkk"].default if dkk_per_hour is None else dkk_per_hour
    bought = [answer_named(each) for each in several(measures)]
    found = search(
        chosen, bought, str(work), policies=policies, draws=draws, replicates=replicates, dkk_per_hour=price, seed=seed,
        executor=in_processes(workers, lambda sentence: warnings.warn(sentence, stacklevel=2)),
    )  # fmt: skip
    return table_of_frontier(found).to_pandas()
