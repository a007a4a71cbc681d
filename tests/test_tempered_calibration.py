"""A calibration by tempered particles goes on where it was killed: it compares structural alternatives."""

from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from samvirke.analysis.calibration.tempered_calibration import CalibrationError, Effort, calibrate, posterior_draws, read_population
from samvirke.model.draws import UNCERTAIN, shares_of
from samvirke.model.parameters import REGISTRY
from tests.ensembles import same_bits, tiny
from tests.interrupted import KilledError, few_of_the_37, kill_after, silent

SMALL = Effort(screening=60, particles=24, replicates=1)


def test_killed_and_begun_again_it_ends_where_it_would_have(tmp_path: Path):
    straight_problem, straight, _ = calibrate(few_of_the_37(), SMALL, 3, tmp_path / "straight", silent)
    for steps in (1, 3, 4):
        with pytest.raises(KilledError):
            calibrate(few_of_the_37(), SMALL, 3, tmp_path / "killed", kill_after(steps))
    problem, population, about = calibrate(few_of_the_37(), SMALL, 3, tmp_path / "killed", silent)
    assert problem.sampled == straight_problem.sampled
    for name, value in asdict(straight).items():
        assert same_bits(getattr(population, name), value), name
    assert about["sampled"] == list(problem.sampled)
    assert len(about["sampled"]) <= 20


def test_what_is_kept_of_another_calibration_is_not_gone_on_from(tmp_path: Path):
    with pytest.raises(KilledError):
        calibrate(few_of_the_37(), SMALL, 3, tmp_path, kill_after(5))
    first = read_population(tmp_path / "population.npz")
    with pytest.raises(KilledError):
        calibrate(few_of_the_37(), SMALL, 4, tmp_path, kill_after(5))
    second = read_population(tmp_path / "population.npz")
    assert first is not None
    assert second is not None
    assert (first.seed, second.seed) == (3, 4)


def test_a_draw_is_a_whole_parameter_set_within_the_prior(tmp_path: Path):
    problem, population, _ = calibrate(few_of_the_37(), SMALL, 3, tmp_path, silent)
    draws, log_likelihoods = posterior_draws(problem, population)
    shares = shares_of(problem.sampled, draws)
    assert np.allclose(np.sort(shares, axis=0), np.sort(population.shares, axis=0), atol=1e-9)
    assert not np.allclose(shares, population.shares), "relatives do not stand side by side"
    assert sorted(log_likelihoods) == sorted(population.log_likelihood)
    for name in UNCERTAIN:
        assert (draws[name] >= REGISTRY[name].prior.at(0.0) - 1e-12).all()
        assert (draws[name] <= REGISTRY[name].prior.at(1.0) + 1e-12).all()
    others = [name for name in UNCERTAIN if name not in problem.sampled]
    assert min(np.ptp(shares_of([name], draws)) for name in others) > 0.8, "all others are spread over their prior"


def test_a_scenario_without_reported_figures_cannot_be_calibrated(tmp_path: Path):
    with pytest.raises(CalibrationError, match="tiny has no reported figures"):
        calibrate(tiny(), SMALL, 1, tmp_path, silent)
