"""What the answers say about each parameter, what it cannot be told apart from, and how far calibrations from two seeds differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.validation.predictive import Predicted
from samvirke.analysis.validation.weighting import weighted_quantile
from samvirke.model.draws import UNCERTAIN, shares_of
from samvirke.model.parameters import REGISTRY

Floats = NDArray[np.float64]
SPREAD_OF_A_PRIOR = 1.0 / 12.0**0.5  # standard deviation of a share of the prior
IDENTIFIED_FROM = 0.2
"""Declared bound: a parameter whose contraction is smaller is not identified by these data."""


@dataclass(frozen=True)
class Identified:
    """What is known of a sampled parameter; low, median and high are values, `closest` is the one it correlates with most."""

    parameter: str
    contraction: float
    low: float
    median: float
    high: float
    closest: str
    correlation: float

    @property
    def is_identified(self) -> bool:
        """Whether the data narrow it by more than the declared bound."""
        return self.contraction >= IDENTIFIED_FROM


def contraction(shares: Floats, weights: Floats) -> float:
    """1 - standard deviation of the posterior / that of the prior, on the scale of shares of the prior: 0 nothing learnt."""
    mean = float(weights @ shares)
    return 1.0 - float(weights @ (shares - mean) ** 2) ** 0.5 / SPREAD_OF_A_PRIOR


def correlations(shares: Floats, weights: Floats) -> Floats:
    """Correlations among parameters (draws x parameters) over the draws."""
    centred = shares - weights @ shares
    covariance = centred.T @ (centred * weights[:, None])
    spread = np.sqrt(np.diag(covariance))
    with np.errstate(invalid="ignore"):
        return covariance / np.outer(spread, spread)


def identify(sampled: Sequence[str], records: NDArray[Any], weights: Floats) -> list[Identified]:
    """Every sampled parameter, the best known first."""
    shares = shares_of(sampled, records)
    together = correlations(shares, weights) - np.eye(len(sampled))
    found = [_identified(name, records[name], shares[:, at], weights, sampled, together[at]) for at, name in enumerate(sampled)]
    return sorted(found, key=lambda each: -each.contraction)


def _identified(
    name: str, values: Floats, shares: Floats, weights: Floats, names: Sequence[str], together: Floats
) -> Identified:  # fmt: skip
    low, median, high = (weighted_quantile(values, weights, share) for share in (0.05, 0.5, 0.95))
    closest = int(np.argmax(np.abs(np.nan_to_num(together))))
    return Identified(name, contraction(shares, weights), low, median, high, names[closest], float(together[closest]))


def drawn_from_their_prior(sampled: Sequence[str]) -> list[str]:
    """The uncertain parameters that were not sampled: every draw has its own value of each, between default and prior."""
    return [name for name in UNCERTAIN if name in REGISTRY and name not in sampled]


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


def _root_mean_square(values: ArrayLike) -> float:
    return float(np.sqrt(np.mean(np.square(values))))
