"""What a notebook does: run a scenario, or read a run folder, and have pandas tables."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

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


def read_run(folder: str | Path) -> dict[str, pd.DataFrame]:
    """The tables of a run folder by name; `dictionary` says what each column means. Raises RunFolderError."""
    return {name: table.to_pandas() for name, table in run_folder.read_run(folder).items()}
