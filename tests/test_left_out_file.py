"""Calibrations without a part of what is reported are kept, and read as they were."""

from pathlib import Path

import numpy as np
import pytest
from scipy.special import ndtr

from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO, read_left_out, write_left_out
from samvirke.analysis.calibration.posterior import Posterior, PosteriorError
from samvirke.analysis.calibration.shrinkage import SPREAD
from samvirke.analysis.validation.identification import agreement
from samvirke.analysis.validation.predictive import Predicted
from samvirke.model.draws import prior_draws, shares_of
from tests.validations import target

SCORES = np.random.default_rng(1).standard_normal((20, 3))
ABOUT = {"fingerprints": {"model": "one"}}


def posterior(seed: int, fingerprint: str = "one") -> Posterior:
    about = {"sampled": ["openness", "structure"], "fingerprints": {"model": fingerprint}}
    return Posterior("p.parquet", prior_draws(20, seed), np.full(20, 0.05), np.zeros(20), about, ())


def written(folder: Path) -> Path:
    draws = {(SCENARIO, "synergy"): SCORES, (NULL, "synergy"): SCORES[:, [1, 0, 2]], (ANOTHER_SEED, NOTHING): SCORES}
    sampled = ("structure", "openness", SPREAD)
    write_left_out(folder / "left.parquet", draws, dict.fromkeys((SCENARIO, NULL, ANOTHER_SEED), sampled), ABOUT)
    return folder / "left.parquet"


def test_calibrations_without_a_block_are_read_as_they_were_written(tmp_path: Path):
    found = read_left_out(written(tmp_path), posterior(1))
    assert {model: list(blocks) for model, blocks in found.items()} == {SCENARIO: ["synergy"], NULL: ["synergy"], ANOTHER_SEED: [NOTHING]}
    shares = shares_of(("structure", "openness"), found[SCENARIO]["synergy"].draws)
    np.testing.assert_allclose(shares, ndtr(SCORES[:, :2]), atol=0.003)


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
