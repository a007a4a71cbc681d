"""What is known of a parameter: fitted to answers, drawn from its prior in every ensemble, or fixed."""

from dataclasses import dataclass

import numpy as np

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.model.parameters import REGISTRY, Fixed

FITTED, DRAWN, FIXED = "fitted", "drawn", "fixed"
TAIL = 5.0  # percent to either side of a 90 % interval


@dataclass(frozen=True)
class Status:
    """How one parameter is known; mean and 90 % interval of the posterior where it is fitted, else NaN."""

    kind: str
    mean: float = float("nan")
    low: float = float("nan")
    high: float = float("nan")


def status_of(name: str, posterior: Posterior | None) -> Status:
    """The status of a parameter in the lives that are lived with this posterior; without one nothing is fitted, nor drawn."""
    if posterior is None or isinstance(REGISTRY[name].prior, Fixed):
        return Status(FIXED)
    if name not in posterior.sampled:
        return Status(DRAWN)
    values = np.asarray(posterior.draws[name], dtype=float)
    low, high = np.percentile(values, [TAIL, 100.0 - TAIL])
    return Status(FITTED, float(np.average(values, weights=posterior.weights)), float(low), float(high))
