"""What a notebook does: run a scenario, or read a run folder, and have pandas tables."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from analysis import compare as comparisons
from analysis import run as runs
from analysis import run_folder
from model.scenario import Scenario, read_scenario


def run(
    scenario: str | Scenario = "partnerskabspuljen",
    *,
    seed: int = 1,
    replicates: int = 1,
    arms: Sequence[str] = ("baseline",),
    keep: Collection[str] | None = None,
) -> dict[str, pd.DataFrame]:
    """Live a scenario with seeds `seed` … `seed + replicates - 1` in every arm; the tables by name.

    `scenario` is a name, a path, or what `read_scenario` gave. `keep` names tables besides outcomes and survey (monthly,
    events, ties, people); None keeps monthly and events up to 20 replicates. Raises ScenarioError with every problem found.
    """
    what = scenario if isinstance(scenario, Scenario) else read_scenario(scenario)
    tables = runs.run(what, seed=seed, replicates=replicates, arms=arms, keep=keep)
    return {name: table.to_pandas() for name, table in tables.items()}


def compare(
    scenario: str | Scenario = "partnerskabspuljen",
    arms: Sequence[str] = (),
    *,
    baseline: str = "baseline",
    replicates: int | None = None,
    seed: int = 1,
    until: float | None = None,
    until_measure: str = "continues",
) -> pd.DataFrame:
    """Live arms (all, if none is named) and the baseline with the same seeds and parameters; one row per measure and arm.

    `replicates` is the number of pairs of lives (400 if None); with `until`, runs are added until the Monte Carlo error of
    `until_measure` is at most that in every arm. Raises ScenarioError with every problem found.

    >>> import samvirke
    >>> table = samvirke.compare("one-partnership", ["longer-grant"], replicates=40)
    >>> row = table.set_index("measure").loc["continues"]  # percent of partnerships, arm less baseline
    >>> bool(row["low"] <= row["mean"] <= row["high"]), int(row["runs"])
    (True, 40)
    """
    what = scenario if isinstance(scenario, Scenario) else read_scenario(scenario)
    compared = comparisons.compare(
        what, arms, baseline=baseline, replicates=replicates, seed=seed, until=until, until_measure=until_measure
    )  # fmt: skip
    return compared.differences


def read_run(folder: str | Path) -> dict[str, pd.DataFrame]:
    """The tables of a run folder by name; `dictionary` says what each column means. Raises RunFolderError."""
    return {name: table.to_pandas() for name, table in run_folder.read_run(folder).items()}
