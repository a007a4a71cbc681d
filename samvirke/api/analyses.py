"""What a sweep says, from a notebook: the tables of the commands sensitivity, discover and frontier."""

import warnings
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from samvirke.analysis.sweep.executors import in_processes
from samvirke.analysis.sweep_analysis.answers import answer_named, event_of
from samvirke.analysis.sweep_analysis.discovery import discover as discover_boxes
from samvirke.analysis.sweep_analysis.folder import open_sweep
from samvirke.analysis.sweep_analysis.indices import design_of, indices
from samvirke.analysis.sweep_analysis.policies import search
from samvirke.analysis.sweep_analysis.tables import table_of_boxes, table_of_frontier, table_of_indices
from samvirke.api.names import several
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario, read_scenario


def sensitivity(folder: str | Path, measures: Sequence[str] = ("continues",), *, arm: str | None = None) -> pd.DataFrame:
    """Morris or Sobol indices of a sweep of that kind, with 90 % intervals. Raises RunFolderError, AnswerError."""
    swept = open_sweep(str(folder))
    name = swept.arm_named(arm)
    found = [index for each in several(measures) for index in indices(design_of(swept, answer_named(each), name), each)]
    return table_of_indices(swept.scenario.name, name, found).to_pandas()


def discover(
    folder: str | Path, when: str = "ends_within_12_months", *, coverage: float = 0.5, arm: str | None = None,
    partnership: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Boxes of PRIM and CART in which something happens: an event, or a measure and a limit. Raises RunFolderError, AnswerError."""
    swept = open_sweep(str(folder))
    what = discover_boxes(swept, event_of(when), swept.arm_named(arm), partnership=partnership, least_coverage=coverage)
    return table_of_boxes(swept.scenario.name, what).to_pandas()


def frontier(
    scenario: str | Scenario, work: str | Path, measures: Sequence[str] = ("synergy",), *, policies: int = 60, draws: int = 25,
    replicates: int = 8, dkk_per_hour: float | None = None, seed: int = 1, workers: int = 1,
) -> pd.DataFrame:  # fmt: skip
    """What policies over the priced levers buy, their frontier and regret; what is lived stays in the folder `work`.

    Raises AnswerError, PolicyError, and what `sweep` raises.
    """
    chosen = read_scenario(scenario) if isinstance(scenario, str) else scenario
    price = REGISTRY["cost_of_an_hour_dkk"].default if dkk_per_hour is None else dkk_per_hour
    bought = [answer_named(each) for each in several(measures)]
    found = search(
        chosen, bought, str(work), policies=policies, draws=draws, replicates=replicates, dkk_per_hour=price, seed=seed,
        executor=in_processes(workers, lambda sentence: warnings.warn(sentence, stacklevel=2)),
    )  # fmt: skip
    return table_of_frontier(found).to_pandas()
