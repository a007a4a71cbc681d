"""How many different points a posterior has: a particle that never moved after it was chosen stands there more than once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.validation.weighting import effective_number


@dataclass(frozen=True)
class Distinct:
    """A posterior's draws by what was sampled: how many there are, how many differ, how often the commonest stands there.

    `effective` is how many equally weighted points the different ones are worth.
    """

    draws: int
    different: int
    commonest: int
    effective: float


def distinct(posterior: Posterior) -> Distinct:
    """Count the draws that differ in a sampled parameter."""
    return distinct_families(families(posterior.draws, posterior.sampled), posterior.weights)


def distinct_families(family: Any, weights: Any) -> Distinct:
    """The same of draws whose families and weights are known."""
    times = np.bincount(family)
    return Distinct(len(family), len(times), int(times.max()), effective_number(np.bincount(family, weights)))


def families(draws: Any, sampled: Sequence[str]) -> Any:
    """A number for each draw, the same for those that differ in no sampled parameter (0 and up, none left out)."""
    if not sampled:
        return np.arange(len(draws))
    points = np.stack([np.asarray(draws[name], dtype=float) for name in sampled], axis=1)
    return np.unique(points, axis=0, return_inverse=True)[1].ravel()
