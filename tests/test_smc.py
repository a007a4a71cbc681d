"""The sampler finds posteriors that are known, whatever the noise of the likelihood, and can be stopped at any step."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import ndtri

from samvirke.analysis.calibration.smc import effective_share, first_population, next_power, normalised, populations
from samvirke.analysis.calibration.tempered_calibration import (
    concentration_of,
    keep_population,
    read_population,
    screening_scores,
    strongest,
)
from tests.ensembles import same_bits

CENTRES = np.array([1.0, -0.5, 0.0])
WIDTH = 0.4


def log_likelihood(points: Any, evaluation: int) -> tuple[Any, Any]:
    """Normal in the first two directions, silent about the third; the prior is standard normal in all."""
    del evaluation
    scores_of_points = ndtri(points)
    distance = (scores_of_points[:, :2] - CENTRES[:2]) / WIDTH
    return -0.5 * (distance**2).sum(axis=1), points[:, :1]


def noisy(points: Any, evaluation: int) -> tuple[Any, Any]:
    exact, simulated = log_likelihood(points, evaluation)
    noise = np.random.default_rng(1000 + evaluation).normal(0.0, 0.7, len(points))
    return exact + noise, simulated


@pytest.mark.parametrize("likelihood", [log_likelihood, noisy])
def test_it_finds_a_posterior_that_is_known(likelihood: Any):
    *_, last = populations(likelihood, first_population(likelihood, 1500, 3, 1))
    shrunk = 1.0 / (1.0 + WIDTH**2)
    assert last.scores.mean(axis=0) == pytest.approx(CENTRES * shrunk, abs=0.08)
    assert last.scores.std(axis=0) == pytest.approx([WIDTH * shrunk**0.5] * 2 + [1.0], abs=0.1)


def test_each_power_leaves_half_of_the_particles_effective():
    found = log_likelihood(first_population(log_likelihood, 500, 3, 1).shares, 0)[0] * 50
    power = next_power(found, 0.0)
    assert effective_share(power * found) == pytest.approx(0.5, abs=0.01)
    assert next_power(found * 1e-6, 0.3) == 1.0


def test_weights_sum_to_one_even_where_likelihoods_are_tiny():
    assert normalised(np.array([-1e5, -1e5 - 1.0])).sum() == pytest.approx(1.0)


def test_stopped_and_gone_on_from_it_is_the_same(tmp_path: Path):
    straight = list(populations(log_likelihood, first_population(log_likelihood, 100, 3, 7)))
    keep_population(tmp_path / "population.npz", straight[2])
    again = read_population(tmp_path / "population.npz")
    assert again is not None
    *_, last = populations(log_likelihood, again)
    for name, value in asdict(straight[-1]).items():
        assert same_bits(getattr(last, name), value)


def test_nothing_kept_is_nothing_read(tmp_path: Path):
    assert read_population(tmp_path / "population.npz") is None


def test_settled_is_moved_enough_or_tried_enough():
    population = replace(first_population(log_likelihood, 20, 3, 1), moved=0.2, sweeps=2)
    assert not population.settled
    assert replace(population, moved=1.1).settled
    assert replace(population, sweeps=6).settled


def test_screening_finds_what_moves_a_figure_and_nothing_else():
    chance = np.random.default_rng(1)
    shares = chance.random((2000, 30))
    figures = np.stack([shares[:, 3] ** 4 + 0.1 * chance.random(2000), chance.random(2000)], axis=1)
    figures[::7, 0] = np.nan
    found = screening_scores(shares, figures)
    assert np.argmax(found) == 3
    assert (np.delete(found, 3) < 0.01).all()
    assert strongest([f"p{number}" for number in range(30)], shares, figures)[0][0] == "p3"


def test_concentration_of_equal_runs_is_high_and_of_different_ones_low():
    chance = np.random.default_rng(2)
    alike = chance.multinomial(37, [0.5, 0.3, 0.2], size=(50, 10))
    different = np.array([[chance.multinomial(37, chance.dirichlet([2.5, 1.5, 1.0])) for _ in range(10)] for _ in range(50)])
    assert concentration_of(alike.astype(float)) > 200
    assert concentration_of(different.astype(float)) == pytest.approx(5.0, rel=0.4)
