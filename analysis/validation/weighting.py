"""Means and quantiles of weighted values, and draws weighted anew."""

from typing import Any

import numpy as np

from samvirke.analysis.calibration.smc import normalised


def weighted_mean(values: Any, weights: Any) -> float:
    """Mean of the values that are known; NaN where none is."""
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    known = ~np.isnan(values)
    total = weights[known].sum()
    return float((values[known] * weights[known]).sum() / total) if total > 0 else float("nan")


def weighted_quantile(values: Any, weights: Any, share: float) -> float:
    """The smallest known value at or below which at least this share of the weight lies; NaN where none is known."""
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    known = ~np.isnan(values) & (weights > 0)
    if not known.any():
        return float("nan")
    order = np.argsort(values[known], kind="stable")
    below = np.cumsum(weights[known][order])
    return float(values[known][order][min(np.searchsorted(below, share * below[-1] - 1e-12), len(below) - 1)])


def effective_number(weights: Any) -> float:
    """How many equally weighted draws the weights are worth (Kong 1992)."""
    weights = np.asarray(weights, dtype=float)
    return float(weights.sum() ** 2 / (weights * weights).sum())


def weights_without(weights: Any, log_likelihoods: Any, left_out: Any) -> Any:
    """Weights of the draws had some questions not been asked: each loses what those (columns) had given it."""
    with np.errstate(divide="ignore"):
        return normalised(np.log(weights) - np.asarray(log_likelihoods)[:, list(left_out)].sum(axis=1))
