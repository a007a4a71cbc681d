"""How good marginal posteriors are where the truth is known: coverage, log score, contraction. All on the score scale (prior: N(0, 1)).

Draws are reports x draws x parameters, truths reports x parameters. Every method is measured by the same estimators.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp
from scipy.stats import norm

Floats = NDArray[np.float64]
LEVELS = (0.5, 0.9)
SILVERMAN = 1.06  # times the spread and the number of draws to the power -1/5: the width of the kernel
PERCENT_OF_PRIOR = 0.01  # the share of the prior in each estimated density: no truth is worse than impossible


@dataclass(frozen=True)
class Measured:
    """One method over all reports and parameters. `gains` are per report and parameter: log score beyond that of the prior."""

    covered: tuple[float, ...]
    gains: Floats
    contraction: float

    @property
    def gain(self) -> float:
        """Mean log score beyond the prior's, summed over the parameters of a report."""
        return float(self.gains.sum(axis=1).mean())

    @property
    def error(self) -> float:
        """Its standard error over reports."""
        return standard_error(self.gains)


def measured(draws: Floats, truths: Floats) -> Measured:
    """All measures of a method's draws."""
    covered = tuple(float(covers(draws, truths, level).mean()) for level in LEVELS)
    return Measured(covered, log_scores(draws, truths) - norm.logpdf(truths), contraction(draws))


def covers(draws: Floats, truths: Floats, level: float) -> NDArray[np.bool_]:
    """Whether the central interval of a level holds the truth (reports x parameters)."""
    low, high = np.quantile(draws, [0.5 - level / 2.0, 0.5 + level / 2.0], axis=1, method="weibull")
    return np.asarray((low <= truths) & (truths <= high))


def log_scores(draws: Floats, truths: Floats) -> Floats:
    """Log density of the truth under each marginal: Gaussian kernels at the draws, mixed with a hundredth of the prior."""
    number = draws.shape[1]
    width = SILVERMAN * draws.std(axis=1, ddof=1, keepdims=True) * number**-0.2
    kernels = logsumexp(norm.logpdf(truths[:, None], draws, np.maximum(width, 1e-3)), axis=1) - np.log(number)
    prior = norm.logpdf(truths)
    return np.asarray(np.logaddexp(np.log1p(-PERCENT_OF_PRIOR) + kernels, np.log(PERCENT_OF_PRIOR) + prior))


def contraction(draws: Floats) -> float:
    """How much of the prior's variance is gone, on average."""
    return float(1.0 - draws.var(axis=1, ddof=1).mean())


def standard_error(gains: Floats) -> float:
    """Of the mean over reports of what each parameter adds."""
    sums = gains.sum(axis=1)
    return float(sums.std(ddof=1) / len(sums) ** 0.5)


def agreement(draws: Floats, other: Floats) -> tuple[float, float]:
    """Two methods' posterior means of one report (draws x parameters): correlation, and mean distance in deviations of `draws`."""
    means, others = draws.mean(axis=0), other.mean(axis=0)
    return float(np.corrcoef(means, others)[0, 1]), float(np.abs((others - means) / draws.std(axis=0, ddof=1)).mean())


def share_further_out(summaries: Floats, summary: Floats) -> float:
    """The share of runs whose summaries lie further from their mean than one report's (Mahalanobis): near 0, it is like none of them."""
    apart = np.vstack([summaries, summary]) - summaries.mean(axis=0)
    precision = np.linalg.pinv(np.cov(summaries, rowvar=False))
    distances = np.einsum("ij,jk,ik->i", apart, precision, apart)
    return float((distances[:-1] > distances[-1]).mean())
