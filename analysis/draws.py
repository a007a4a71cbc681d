"""Draws from the prior: one table of parameter records, spread evenly over every parameter's prior."""

from typing import Any

import numpy as np
from scipy.stats import qmc

from model.parameters import PARAMETER_TYPE, REGISTRY


def prior_draws(count: int, seed: int) -> Any:
    """`count` parameter records from the prior by Latin hypercube, the same for the same `seed`."""
    shares = qmc.LatinHypercube(len(REGISTRY), rng=np.random.default_rng(seed)).random(count)
    draws = np.zeros(count, PARAMETER_TYPE).view(np.recarray)
    for column, (name, parameter) in enumerate(REGISTRY.items()):
        draws[name] = [parameter.prior.at(float(share)) for share in shares[:, column]]
    return draws
