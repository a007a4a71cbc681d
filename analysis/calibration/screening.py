"""Which parameters move a reported figure: rank correlations over lives spread evenly over the prior.

A parameter's score is the sum over all figures of the part of their variance that its rank explains, less what chance alone
would; what moves many figures counts for more. Ranks, because rates and ratios act far from linearly.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.stats import rankdata

MOST_SAMPLED = 20


def scores(shares: Any, figures: Any) -> Any:
    """One score per parameter: `shares` are runs x parameters, `figures` runs x reported figures (NaN where nobody was asked)."""
    explained = _standardised_ranks(shares).T @ _standardised_ranks(_filled(figures)) / len(shares)
    return np.maximum(0.0, (explained**2 - 1.0 / len(shares)).sum(axis=1))


def sampled(names: Sequence[str], shares: Any, figures: Any, most: int = MOST_SAMPLED) -> list[tuple[str, float]]:
    """The parameters with the highest scores, highest first, with their score."""
    found = scores(shares, figures)
    return [(names[each], float(found[each])) for each in np.argsort(-found, kind="stable")[:most] if found[each] > 0.0]


def _filled(figures: Any) -> Any:
    """Missing figures at the mean of their column: they say nothing."""
    figures = np.array(figures, dtype=float)
    missing = np.isnan(figures)
    figures[missing] = np.broadcast_to(np.nanmean(figures, axis=0), figures.shape)[missing]
    return figures


def _standardised_ranks(columns: Any) -> Any:
    ranks = rankdata(columns, axis=0)
    spread = ranks.std(axis=0)
    return (ranks - ranks.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0)
