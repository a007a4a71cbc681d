"""How much chance there is in a calibration: two from different seeds side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.validation.predictive import Predicted
from samvirke.model.draws import shares_of


@dataclass(frozen=True)
class Agreement:
    """Differences between two calibrations.

    `of_parameters` is that of a sampled parameter's posterior mean, in percent of its prior range (root mean square), `most` the
    largest of them, at `parameter`; `of_rows` is that of a fitted row's predicted mean, in points (root mean square),
    `most_of_rows` the largest of those, at the row `row`.
    """

    of_parameters: float
    most: float
    parameter: str
    of_rows: float
    most_of_rows: float
    row: str

    @property
    def error_of_rows(self) -> float:
        """The Monte Carlo error of a predicted percentage that the two show: their difference has twice its variance."""
        return self.of_rows / 2.0**0.5


def agreement(one: Posterior, other: Posterior, rows: Sequence[Predicted], other_rows: Sequence[Predicted]) -> Agreement:
    """Compare two posteriors over the same sampled parameters, and the same rows as either predicts them."""
    names = [name for name in one.sampled if name in other.sampled]
    means = [np.average(shares_of(names, each.draws), axis=0, weights=each.weights) for each in (one, other)]
    apart = 100.0 * np.abs(means[0] - means[1])
    of_rows = np.abs([row.mean - again.mean for row, again in zip(rows, other_rows, strict=True)])
    farthest = rows[int(of_rows.argmax())].target.target_id
    of_parameters = (_root_mean_square(apart), float(apart.max()), names[int(apart.argmax())])
    return Agreement(*of_parameters, _root_mean_square(of_rows), float(of_rows.max()), farthest)


def _root_mean_square(values: Any) -> float:
    return float(np.sqrt(np.mean(np.square(values))))
