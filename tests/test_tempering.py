"""Tempering away a block of questions leaves the posterior of all others."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import ndtri

from samvirke.analysis.calibration.leave_one_out import Tempering, tempered
from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO, read_left_out, write_left_out
from samvirke.analysis.calibration.posterior import Posterior, PosteriorError
from samvirke.analysis.calibration.smc import Population
from samvirke.analysis.validation.identification import agreement
from samvirke.analysis.validation.predictive import Predicted
from samvirke.model.draws import prior_draws, shares_of
from tests.ensembles import same_bits
from tests.validations import target

CENTRES, WIDTH = np.array([1.0, -0.5]), 0.5
SHRUNK = 1.0 / (1.0 + WIDTH**2)
ABOUT = {"fingerprints": {"model": "one"}}


@dataclass(frozen=True)
class Toy:
    """Two questions, each about one of two parameters."""

    seed: int = 1

    def by_question(self, pooled: Any) -> list[Any]:
        return [-0.5 * ((pooled[..., each] - CENTRES[each]) / WIDTH) ** 2 for each in (0, 1)]

    def log_likelihood_of(self, pooled: Any) -> Any:
        return sum(self.by_question(pooled))

    def log_likelihood(self, points: Any, evaluation: int) -> tuple[Any, Any]:
        del evaluation
        pooled = ndtri(np.clip(points, 1e-9, 1.0 - 1e-9))
        return self.log_likelihood_of(pooled), pooled


def fitted(particles: int = 1200) -> Population:
    """The posterior of both questions, drawn from what is known of it."""
    scores = np.random.default_rng(2).normal(CENTRES * SHRUNK, WIDTH * SHRUNK**0.5, (particles, 2))
    return Population(scores, Toy().log_likelihood_of(scores), scores, 1.0, 9, 1.5, 3.0, 1, 1, 0.0)


def test_parameters_of_the_block_return_to_the_prior_and_the_rest_stay():
    whole = Tempering(Toy(), [0], 3)  # type: ignore[arg-type]
    left = tempered(whole, whole.beginning(fitted(), 1000))
    assert left.scores.mean(axis=0) == pytest.approx([0.0, CENTRES[1] * SHRUNK], abs=0.15)
    assert left.scores.std(axis=0) == pytest.approx([1.0, WIDTH * SHRUNK**0.5], abs=0.15)


def test_tempering_is_the_same_each_time():
    whole = Tempering(Toy(), [0], 3)  # type: ignore[arg-type]
    one, other = (tempered(whole, whole.beginning(fitted(200), 100)) for _ in range(2))
    assert same_bits(one.scores, other.scores)


def posterior(seed: int, fingerprint: str = "one") -> Posterior:
    about = {"sampled": ["openness", "structure"], "fingerprints": {"model": fingerprint}}
    return Posterior("p.parquet", prior_draws(20, seed), np.full(20, 0.05), np.zeros(20), about, ())


def written(folder: Path) -> Path:
    shares = np.random.default_rng(1).random((20, 2))
    draws = {(SCENARIO, "synergy"): shares, (NULL, "synergy"): shares[:, ::-1], (ANOTHER_SEED, NOTHING): shares}
    write_left_out(folder / "left.parquet", draws, dict.fromkeys((SCENARIO, NULL, ANOTHER_SEED), ("structure", "openness")), ABOUT)
    return folder / "left.parquet"


def test_calibrations_without_a_block_are_read_as_they_were_written(tmp_path: Path):
    found = read_left_out(written(tmp_path), posterior(1))
    assert {model: list(blocks) for model, blocks in found.items()} == {SCENARIO: ["synergy"], NULL: ["synergy"], ANOTHER_SEED: [NOTHING]}
    shares = shares_of(("structure", "openness"), found[SCENARIO]["synergy"].draws)
    np.testing.assert_allclose(shares, np.random.default_rng(1).random((20, 2)), atol=1e-6)


def test_those_of_another_calibration_are_not_taken_for_this_one(tmp_path: Path):
    assert read_left_out(written(tmp_path), posterior(1, "another")) == {SCENARIO: {}, NULL: {}, ANOTHER_SEED: {}}


def test_a_file_cut_in_half_is_a_sentence(tmp_path: Path):
    file = written(tmp_path)
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(PosteriorError, match="--leave-out"):
        read_left_out(file, posterior(1))


def test_two_calibrations_agree_with_themselves_and_differ_as_far_as_they_do():
    rows = [Predicted(target("synergy", (5,), 5, 35), 14.0, mean, mean, 0.0, 100.0) for mean in (10.0, 20.0)]
    other = [Predicted(each.target, 14.0, each.mean + 2.0, each.mean, 0.0, 100.0) for each in rows]
    same = agreement(posterior(1), posterior(1), rows, rows)
    assert (same.of_parameters, same.error_of_rows) == (0.0, 0.0)
    apart = agreement(posterior(1), posterior(2), rows, other)
    assert apart.most >= apart.of_parameters > 0.0
    assert apart.error_of_rows == pytest.approx(2.0**0.5)
    assert (apart.most_of_rows, apart.row) == (2.0, rows[0].target.target_id)
