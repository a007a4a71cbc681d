"""Coverage of the posterior's intervals on synthetic answers (simulation-based calibration: Talts and others 2018).

The points that the sampler visited under the whole likelihood serve as a common prior. In turn a point is taken as the truth: one run,
with the other parameters drawn anew, gives synthetic answers; all other points are weighted by the likelihood of those answers; and the
rank of the true value among them is noted. If the likelihood is right, a 90 % interval contains the truth in nine of ten sets.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtr

from samvirke.analysis.calibration.simulated_counts import Problem
from samvirke.analysis.calibration.smc import normalised

Floats = NDArray[np.float64]
SETS = 300
LEVELS = (0.5, 0.9)
EVALUATION = 2**22


def coverage(problem: Problem, scores: Floats, sets: int = SETS) -> pd.DataFrame:
    """One row per sampled parameter and level: `covered` is the share of the synthetic sets whose interval contains the truth.

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


def ranks_of_the_truth(problem: Problem, scores: Floats, sets: int) -> tuple[Floats, Floats]:
    """Rank of the true value among the weighted ones (0-1; sets x parameters), and the effective sample size of each set.

    The truth is one more point among as many as the effective sample size: with few of them its rank is known no more exactly than
    that, and is drawn at random within it (Talts and others 2018).
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


def _rank(
    problem: Problem,
    simulated: Floats,
    shares: Floats,
    times: NDArray[np.int64],
    truth: int,
    answered: Floats,
) -> tuple[Floats, float]:
    """The truth's rank among all other points, weighted by the likelihood of the synthetic answers, and their effective sample size."""
    others = np.arange(len(shares)) != truth
    weights = normalised(problem.log_likelihood_of(simulated[others], answered) + np.log(times[others]))
    below = (shares[others] < shares[truth]) * weights[:, None]
    return below.sum(axis=0), float(1.0 / (weights * weights).sum())
