"""How many lives reached every citizen whom the simulation keeps: more could not come, so more cannot be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.model.ensemble import Ensemble
from samvirke.model.scenario.resolved import Scenario

NEARLY = 1e-6  # of a person


@dataclass(frozen=True)
class Ceiling:
    """In `reached` of `of` lives of a partnership all `persons` were reached; `by_arm` the same for each arm, where there are several."""

    persons: float
    reached: int
    of: int
    by_arm: Mapping[str, int]

    @property
    def most(self) -> str:
        """The arm in which it happened most often."""
        return max(self.by_arm, key=lambda arm: self.by_arm[arm])


def ceiling(scenario: Scenario, by_arm: Mapping[str, int], runs_per_arm: int) -> Ceiling:
    """From how many lives of a partnership reached everybody in each arm; so many lives of the scenario are in each."""
    of = runs_per_arm * len(scenario.partnerships) * len(by_arm)
    return Ceiling(_persons(scenario), sum(by_arm.values()), of, by_arm)


def runs_that_reached_all(ensemble: Ensemble) -> int:
    """Lives of a partnership that keeps citizens, and in which all of them took part at least once."""
    kept = ensemble.partnerships["citizens"]
    return int(((kept > 0) & (ensemble.partnerships["ever_participated"] >= kept)).sum())


def ceiling_of(scenario: Scenario, outcomes: Any) -> Ceiling:
    """From a table of outcomes."""
    arms = outcomes["arm"].to_numpy(zero_copy_only=False)
    full = np.asarray(outcomes["citizens_reached"].to_numpy()) >= max(NEARLY, _persons(scenario) - NEARLY)
    by_arm = {str(arm): int(full[arms == arm].sum()) for arm in dict.fromkeys(arms.tolist())}
    return Ceiling(_persons(scenario), int(full.sum()), len(full), by_arm)


def _persons(scenario: Scenario) -> float:
    return scenario.population.citizens * scenario.population.persons_per_citizen
