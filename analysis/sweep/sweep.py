"""A sweep, complete and checked: the scenario, what varies, the points, the arms, the seeds, what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.run.tables import TABLES
from samvirke.analysis.sweep.terse import TerseDesign
from samvirke.analysis.sweep.varied import Varied
from samvirke.model.scenario.resolved import Scenario

MONTHLY_TABLES = ("monthly", "ties", "people")
"""Tables of which only some months may be kept."""

PARTNERSHIPS_PER_PART, OF_LARGE_TABLES = 4000, 200
"""Lives of one partnership in a part: about a second's work. What a part holds is packed in memory before it is written."""


@dataclass(frozen=True)
class Sweep:
    """What is lived: every point in every arm with every seed.

    `values` are points x varied, NaN where a point leaves something as it is. `draws` are the numbers of posterior draws that
    the points are, where the design is the posterior; `rest` is the posterior from which each seed draws what does not vary
    (both None otherwise). `months` are the kept ones of monthly tables, None for all.
    """

    name: str
    said: Mapping[str, Any] = field(repr=False)
    scenario: Scenario = field(repr=False)
    arms: tuple[str, ...]
    design: TerseDesign
    varied: tuple[Varied, ...]
    values: Any = field(repr=False)
    draws: Any
    posterior: Posterior | None = field(repr=False)
    seeds: range
    tables: tuple[str, ...]
    months: tuple[int, ...] | None
    runs_per_part: int

    @property
    def rest_varies_with_the_seed(self) -> bool:
        """Whether each seed lives with its own draw from the posterior."""
        return self.posterior is not None and self.draws is None

    @property
    def points(self) -> int:
        """How many rows the design has; two may be the same point."""
        return len(self.values)

    @property
    def most_runs(self) -> int:
        """How many runs it is, if all rows of the design are different points."""
        return self.points * len(self.arms) * len(self.seeds)

    @cached_property
    def draw_of_seed(self) -> Any:
        """The number of the draw that each seed lives with; 0 for the defaults."""
        if not self.rest_varies_with_the_seed:
            return np.zeros(len(self.seeds), dtype=np.int64)
        assert self.posterior is not None
        return self.posterior.numbers_for(self.seeds)


def tables_kept(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The tables in the order of a run folder; outcomes always."""
    return tuple(name for name in TABLES if name == "outcomes" or name in wanted)


def runs_of_a_part(partnerships: int, tables: tuple[str, ...]) -> int:
    """How many runs make a part where the file does not say."""
    ensemble = OF_LARGE_TABLES if {"ties", "people"} & set(tables) else PARTNERSHIPS_PER_PART
    return max(10, ensemble // partnerships)
