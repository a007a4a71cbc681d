"""Does the posterior say how sure it is? Coverage on synthetic answers, all conditioned on one shared table.

The table is the places that the sampler passed under the whole likelihood: points near what is plausible. Points of it are
taken for true in turn: one life each, with the other parameters drawn anew, gives synthetic answers; the table is weighted by
their likelihood; and it is seen where the true value lies among the weighted ones. With the table as prior, an interval that
should hold the truth in nine of ten sets does so, if the likelihood is right (Talts and others 2018: simulation-based
calibration).
"""

from typing import Any

import numpy as np
import pandas as pd
from scipy.special import ndtr

from samvirke.analysis.calibration.simulated_counts import Problem
from samvirke.analysis.calibration.smc import normalised

SETS = 300
LEVELS = (0.5, 0.9)
EVALUATION = 2**22


def coverage(problem: Problem, scores: Any, sets: int = SETS) -> pd.DataFrame:
    """One row per sampled parameter and level: `covered` is the share of the synthetic sets whose interval holds the truth.

    `scores` are the table's points (points x dimensions, normal scores; one that was passed often stands often). `effective` is
    the median effective number of points behind an interval.
    """
    ranks, effective = ranks_of_the_truth(problem, scores, sets)
    rows = [
        {"parameter": name, "level": level, "covered": float((np.abs(ranks[:, column] - 0.5) <= level / 2.0).mean())}
        for column, name in enumerate(problem.sampled)
        for level in LEVELS
    ]
    return pd.DataFrame(rows).assign(sets=len(ranks), effective=float(np.median(effective)))


def ranks_of_the_truth(problem: Problem, scores: Any, sets: int) -> tuple[Any, Any]:
    """Where the true value lies among the weighted ones (0-1; sets x parameters), and the effective number of points per set.

    The truth is one more point among as many as the weights are worth: with few of them its place is known no better than that,
    and where in it the truth stands is drawn (Talts and others 2018).
    """
    points, times = np.unique(scores, axis=0, return_counts=True)
    shares = ndtr(points)
    _, simulated = problem.log_likelihood(shares, EVALUATION + 1)  # anew: what is kept was chosen by the real answers
    chance = np.random.default_rng([problem.seed, EVALUATION])
    truths = chance.choice(len(shares), min(sets, len(shares)), replace=False, p=times / times.sum())
    answers = problem.counts_of_runs(shares[truths], EVALUATION)
    found = [_rank(problem, simulated, shares, times, truth, answered) for truth, answered in zip(truths, answers, strict=True)]
    below, effective = np.array([ranks for ranks, _ in found]), np.array([each for _, each in found])
    return (below * effective[:, None] + chance.random(below.shape)) / (effective[:, None] + 1.0), effective


def _rank(problem: Problem, simulated: Any, shares: Any, times: Any, truth: int, answered: Any) -> tuple[Any, float]:
    """The truth's place among all other points of the table, weighted by the likelihood of what was answered there."""
    others = np.arange(len(shares)) != truth
    weights = normalised(problem.log_likelihood_of(simulated[others], answered) + np.log(times[others]))
    below = (shares[others] < shares[truth]) * weights[:, None]
    return below.sum(axis=0), float(1.0 / (weights * weights).sum())
