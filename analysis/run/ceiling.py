"""In how many runs everybody who is simulated was reached: more citizens than are kept cannot come."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from samvirke.model.ensemble import Ensemble
from samvirke.model.scenario.resolved import PartnershipCase, Scenario

NEARLY = 1e-6  # of a person


@dataclass(frozen=True)
class Ceiling:
    """In `reached` of `of` runs of a partnership all its citizens were reached; `by_arm` the same for each arm, where there are several.

    The largest keeps `persons` persons. More citizens than the simulation keeps cannot come, so such runs show less than might have been.
    """

    persons: float
    reached: int
    of: int
    by_arm: Mapping[str, int]

    @property
    def most(self) -> str:
        """The arm in which it happened most often."""
        return max(self.by_arm, key=lambda arm: self.by_arm[arm])


def ceiling(scenario: Scenario, by_arm: Mapping[str, int], runs_per_arm: int) -> Ceiling:
    """From how many runs of a partnership reached everybody in each arm; so many runs of the scenario are in each."""
    of = runs_per_arm * len(scenario.partnerships) * len(by_arm)
    return Ceiling(_persons_kept(scenario), sum(by_arm.values()), of, by_arm)


def runs_that_reached_all(ensemble: Ensemble) -> int:
    """Runs of a partnership that keeps citizens, and in which all of them took part at least once."""
    kept = ensemble.partnerships["citizens"]
    return int(((kept > 0) & (ensemble.partnerships["ever_participated"] >= kept)).sum())


def ceiling_of(scenario: Scenario, outcomes: pa.Table) -> Ceiling:
    """From a table of outcomes."""
    arms = outcomes["arm"].to_numpy(zero_copy_only=False)
    kept = {case.case_id: _persons_of(scenario, case) for case in scenario.partnerships}
    persons = np.array([kept[each] for each in outcomes["partnership"].to_pylist()])
    full = outcomes["citizens_reached"].to_numpy() >= np.maximum(NEARLY, persons - NEARLY)
    by_arm = {str(arm): int(full[arms == arm].sum()) for arm in dict.fromkeys(arms.tolist())}
    return Ceiling(_persons_kept(scenario), int(full.sum()), len(full), by_arm)


def _persons_kept(scenario: Scenario) -> float:
    """Most persons that any of its partnerships keeps."""
    return max(_persons_of(scenario, case) for case in scenario.partnerships)


def _persons_of(scenario: Scenario, case: PartnershipCase) -> float:
    return scenario.population.citizens * scenario.persons_per_citizen_of(case)
