"""Weighted means and quantiles, effective sample size, reweighted draws, and how many draws of a posterior are distinct."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.calibration.posterior import Posterior
from samvirke.analysis.calibration.smc import normalised


def weighted_mean(values: ArrayLike, weights: ArrayLike) -> float:
    """Mean of the values that are known; NaN where none is."""
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    known = ~np.isnan(values)
    total = weights[known].sum()
    return float((values[known] * weights[known]).sum() / total) if total > 0 else float("nan")


def weighted_quantile(values: ArrayLike, weights: ArrayLike, share: float) -> float:
    """The smallest known value at or below which at least this share of the weight lies; NaN where none is known."""
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    known = ~np.isnan(values) & (weights > 0)
    if not known.any():
        return float("nan")
    order = np.argsort(values[known], kind="stable")
    below = np.cumsum(weights[known][order])
    return float(values[known][order][min(np.searchsorted(below, share * below[-1] - 1e-12), len(below) - 1)])


def effective_sample_size(weights: ArrayLike) -> float:
    """How many equally weighted draws the weighted ones are worth (Kong 1992)."""
    weights = np.asarray(weights, dtype=float)
    return float(weights.sum() ** 2 / (weights * weights).sum())


def weights_without(weights: ArrayLike, log_likelihoods: ArrayLike, left_out: Sequence[int]) -> NDArray[np.float64]:
    """Importance weights of the draws without some questions (columns): divided by the likelihood of those questions."""
    with np.errstate(divide="ignore"):
        return normalised(np.log(weights) - np.asarray(log_likelihoods)[:, list(left_out)].sum(axis=1))


@dataclass(frozen=True)
class DistinctDraws:
    """A posterior's draws by what was sampled: how many there are, how many are distinct, how many copies the commonest has.

    `effective` is the effective sample size of the distinct ones. Copies arise where a particle never moved after resampling.
    """

    draws: int
    different: int
    commonest: int
    effective: float


def distinct_draws(posterior: Posterior) -> DistinctDraws:
    """Count the draws that differ in a sampled parameter."""
    return count_distinct(copy_groups(posterior.draws, posterior.sampled), posterior.weights)


def count_distinct(groups: NDArray[np.int64], weights: NDArray[np.float64]) -> DistinctDraws:
    """The same of draws whose groups of copies and weights are known."""
    times = np.bincount(groups)
    return DistinctDraws(len(groups), len(times), int(times.max()), effective_sample_size(np.bincount(groups, weights)))


def copy_groups(draws: Mapping[str, NDArray[Any]] | NDArray[Any], sampled: Sequence[str]) -> NDArray[np.int64]:
    """A number for each draw, the same for those that differ in no sampled parameter (0 and up, none left out)."""
    if not sampled:
        return np.arange(len(draws))
    points = np.stack([np.asarray(draws[name], dtype=float) for name in sampled], axis=1)
    return np.unique(points, axis=0, return_inverse=True)[1].ravel()
