"""Draws from the prior: tables of parameter records, spread evenly over every parameter's prior."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.model.parameters import PARAMETER_TYPE, REGISTRY, Fixed

UNCERTAIN = tuple(name for name, parameter in REGISTRY.items() if not isinstance(parameter.prior, Fixed))
"""Parameters whose prior leaves them open."""


def prior_draws(count: int, seed: int | Sequence[int]) -> NDArray[Any]:
    """`count` parameter records from the prior by Latin hypercube, the same for the same `seed`."""
    from scipy.stats import qmc  # half a second that nobody waits for who draws nothing

    shares = qmc.LatinHypercube(len(REGISTRY), rng=np.random.default_rng(seed)).random(count)
    return records_at(tuple(REGISTRY), shares)


def records_at(names: Sequence[str], shares: ArrayLike, others: NDArray[Any] | None = None) -> NDArray[Any]:
    """Parameter records from shares of the prior (records x names, 0-1); the rest as in `others`, else the defaults."""
    shares = np.asarray(shares, dtype=float)
    records = np.zeros(len(shares), PARAMETER_TYPE).view(np.recarray)
    if others is None:
        for name, parameter in REGISTRY.items():
            records[name] = parameter.default
    else:
        records[:] = others
    for column, name in enumerate(names):
        records[name] = REGISTRY[name].prior.at(shares[:, column])
    return records


def shares_of(names: Sequence[str], records: NDArray[Any]) -> NDArray[np.float64]:
    """Where each parameter's value lies in its prior (records x names, 0-1)."""
    return np.stack([REGISTRY[name].prior.share_of(records[name]) for name in names], axis=-1)
