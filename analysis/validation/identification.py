"""What the answers say about each parameter: how far they narrow it, and what it cannot be told apart from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.validation.weighting import weighted_quantile
from samvirke.model.draws import UNCERTAIN, shares_of
from samvirke.model.parameters import REGISTRY

SPREAD_OF_A_PRIOR = 1.0 / 12.0**0.5  # standard deviation of a share of the prior
IDENTIFIED_FROM = 0.2
"""Declared bound: a parameter whose contraction is smaller is not identified by these data."""


@dataclass(frozen=True)
class Identified:
    """What is known of a sampled parameter; low, median and high are values, `closest` is the parameter it goes with most."""

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


def contraction(shares: Any, weights: Any) -> float:
    """1 - standard deviation of the posterior / that of the prior, on the scale of shares of the prior: 0 nothing learnt."""
    mean = float(weights @ shares)
    return 1.0 - float(weights @ (shares - mean) ** 2) ** 0.5 / SPREAD_OF_A_PRIOR


def correlations(shares: Any, weights: Any) -> Any:
    """Correlations among parameters (draws x parameters) over the draws."""
    centred = shares - weights @ shares
    covariance = centred.T @ (centred * weights[:, None])
    spread = np.sqrt(np.diag(covariance))
    with np.errstate(invalid="ignore"):
        return covariance / np.outer(spread, spread)


def identify(sampled: Sequence[str], records: Any, weights: Any) -> list[Identified]:
    """Every sampled parameter, the best known first."""
    shares = shares_of(sampled, records)
    together = correlations(shares, weights) - np.eye(len(sampled))
    found = [_identified(name, records[name], shares[:, at], weights, sampled, together[at]) for at, name in enumerate(sampled)]
    return sorted(found, key=lambda each: -each.contraction)


def _identified(name: str, values: Any, shares: Any, weights: Any, names: Sequence[str], together: Any) -> Identified:
    low, median, high = (weighted_quantile(values, weights, share) for share in (0.05, 0.5, 0.95))
    closest = int(np.argmax(np.abs(np.nan_to_num(together))))
    return Identified(name, contraction(shares, weights), low, median, high, names[closest], float(together[closest]))


def drawn_from_their_prior(sampled: Sequence[str]) -> list[str]:
    """The uncertain parameters that were not sampled: in every draw they are drawn anew from their prior."""
    return [name for name in UNCERTAIN if name in REGISTRY and name not in sampled]
