"""Cross-check: another group's sampler, on a problem small enough for it, finds the posterior that ours finds."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.calibration.likelihood import log_likelihood
from samvirke.analysis.calibration.smc import first_population, populations

REPORTED = np.array([27.0, 9.0])  # turnover: 27 of 36
SECOND = np.array([11.0, 26.0])
POOLED = 4000


def shares_at(points: Any) -> tuple[Any, Any]:
    """Two questions, two unknowns: the chance of a yes to each, and to the second only where the first is common."""
    first = 0.2 + 0.75 * points[:, 0]
    return first, first * (0.1 + 0.8 * points[:, 1])


def ours(points: Any, evaluation: int) -> tuple[Any, Any]:
    chance = np.random.default_rng([5, evaluation])
    total = np.zeros(len(points))
    for reported, share in zip((REPORTED, SECOND), shares_at(points), strict=True):
        yes = chance.binomial(POOLED, share)
        total += log_likelihood(reported, np.stack([yes, POOLED - yes], axis=1))
    return total, points


def theirs(folder: Path) -> Any:
    """Posterior means and standard deviations by pyABC with exact acceptance of the counts."""
    import pyabc

    def simulated(parameter: Any) -> dict[str, float]:
        first, second = shares_at(np.array([[parameter["a"], parameter["b"]]]))
        return {"first": float(np.random.binomial(36, first[0])), "second": float(np.random.binomial(37, second[0]))}  # noqa: NPY002

    def distance(one: Any, other: Any) -> float:
        return float(max(abs(one["first"] - other["first"]), abs(one["second"] - other["second"])))

    np.random.seed(1)  # noqa: NPY002  (pyABC draws from numpy's global generator)
    prior = pyabc.Distribution(a=pyabc.RV("uniform", 0, 1), b=pyabc.RV("uniform", 0, 1))
    sampler = pyabc.sampler.SingleCoreSampler()
    abc = pyabc.ABCSMC(simulated, prior, distance, population_size=400, eps=pyabc.ListEpsilon([8.0, 4.0, 2.0, 0.0]), sampler=sampler)
    abc.new(f"sqlite:///{folder / 'abc.db'}", {"first": 27.0, "second": 11.0})
    history = abc.run(max_nr_populations=4)
    frame, weights = history.get_distribution()
    points = frame[["a", "b"]].to_numpy()
    mean = weights @ points
    return mean, np.sqrt(weights @ (points - mean) ** 2)


@pytest.mark.slow
def test_another_sampler_finds_the_same_posterior(tmp_path: Path):
    *_, last = populations(ours, first_population(ours, 1000, 2, 3))
    mean, spread = theirs(tmp_path)
    assert last.shares.mean(axis=0) == pytest.approx(mean, abs=0.03)
    assert last.shares.std(axis=0) == pytest.approx(spread, abs=0.025)
