"""How many different points a posterior has: a particle that never moved after it was chosen stands there more than once."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.posterior import Posterior
from analysis.proof.weighting import effective_number


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
    points = np.stack([np.asarray(posterior.draws[name], dtype=float) for name in posterior.sampled], axis=1)
    return distinct_points(points, posterior.weights)


def distinct_points(points: Any, weights: Any) -> Distinct:
    """The same of points (draws x parameters) and their weights."""
    _, which, times = np.unique(points, axis=0, return_inverse=True, return_counts=True)
    return Distinct(len(points), len(times), int(times.max()), effective_number(np.bincount(which.ravel(), weights)))
