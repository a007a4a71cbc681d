"""A calibration goes on where it was killed, and its posterior is used, is told of, and says when it is stale."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import ndtr

from samvirke.analysis.calibration.calibration import Effort, calibrate
from samvirke.analysis.calibration.posterior import Posterior, PosteriorError, fingerprints, posterior_of, read_posterior, write_posterior
from samvirke.analysis.calibration.shrinkage import whole_points
from samvirke.analysis.calibration.table_of_runs import records_of
from samvirke.analysis.run.execution import batches
from samvirke.analysis.run.plan import plan
from samvirke.model.draws import UNCERTAIN, prior_draws, shares_of
from samvirke.model.errors import ScenarioError
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario
from tests.ensembles import same_bits, tiny
from tests.interrupted import KilledError, few_of_the_37, kill_after, silent

SMALL = Effort(screening=400, over_the_prior=1400, nearby=300, draws=20, moves=6)


def test_killed_and_begun_again_it_ends_where_it_would_have(tmp_path: Path):
    straight, _ = calibrate(few_of_the_37(), SMALL, 3, tmp_path / "straight", silent)
    for steps in (2, 3, 3):
        with pytest.raises(KilledError):
            calibrate(few_of_the_37(), SMALL, 3, tmp_path / "killed", kill_after(steps))
    again, about = calibrate(few_of_the_37(), SMALL, 3, tmp_path / "killed", silent)
    assert again.sampled == straight.sampled
    assert same_bits(again.scores, straight.scores)
    assert about["sampled"] == list(again.sampled)


def test_what_is_kept_of_another_calibration_is_not_gone_on_from(tmp_path: Path):
    first, _ = calibrate(few_of_the_37(), SMALL, 3, tmp_path, silent)
    second, _ = calibrate(few_of_the_37(), SMALL, 4, tmp_path, silent)
    straight, _ = calibrate(few_of_the_37(), SMALL, 4, tmp_path / "straight", silent)
    assert not same_bits(second.held_out.columns, first.held_out.columns)
    assert same_bits(second.held_out.columns, straight.held_out.columns)


def test_a_draw_is_a_whole_parameter_set_within_the_prior(tmp_path: Path):
    calibration, _ = calibrate(few_of_the_37(), SMALL, 3, tmp_path, silent)
    draws = calibration.records().view(np.recarray)
    assert np.allclose(shares_of(calibration.sampled, draws), ndtr(calibration.scores[:, :-1]), atol=1e-5)
    for name in UNCERTAIN:
        assert (draws[name] >= REGISTRY[name].prior.at(0.0) - 1e-12).all()
        assert (draws[name] <= REGISTRY[name].prior.at(1.0) + 1e-12).all()


def test_at_no_spread_the_others_stand_at_their_default_and_at_a_whole_one_over_their_prior():
    scores = np.column_stack([np.zeros(400), np.full(400, -9.0)])
    for spread, low, high in ((-9.0, 0.0, 0.02), (9.0, 0.26, 0.32)):
        scores[:, -1] = spread
        records = records_of(whole_points(scores, ("openness",), np.random.default_rng(1))).view(np.recarray)
        shares = shares_of(["halo"], records)[:, 0]
        assert low <= shares.std() <= high
        assert shares.mean() == pytest.approx(0.5, abs=0.05)


def test_a_scenario_without_reported_figures_cannot_be_calibrated(tmp_path: Path):
    with pytest.raises(ScenarioError, match="tiny: has no reported figures"):
        calibrate(tiny(), SMALL, 1, tmp_path, silent)


def written(file: Path, **other: Any) -> Posterior:
    scenario = read_scenario("partnerskabspuljen")
    about = {"scenario": scenario.name, "sampled": ["openness"], "fingerprints": {**fingerprints(scenario), **other}}
    write_posterior(file, prior_draws(10, 1), np.full(10, 0.1), np.zeros(10), about)
    return read_posterior(file)


def test_a_posterior_is_read_as_it_was_written(tmp_path: Path):
    posterior = written(tmp_path / "p.parquet")
    for name in UNCERTAIN:
        assert same_bits(posterior.draws[name], prior_draws(10, 1)[name])
    assert posterior.sampled == ("openness",)
    assert posterior.stale == ()


@pytest.mark.parametrize(("what", "words"), [("targets", "reported figures"), ("parameters", "priors"), ("model", "the model")])
def test_a_stale_posterior_says_what_has_changed(tmp_path: Path, what: str, words: str):
    (wording,) = written(tmp_path / "p.parquet", **{what: "another"}).stale
    assert words in wording


def test_a_posterior_cut_in_half_is_a_sentence(tmp_path: Path):
    written(tmp_path / "p.parquet")
    content = (tmp_path / "p.parquet").read_bytes()
    (tmp_path / "p.parquet").write_bytes(content[: len(content) // 2])
    with pytest.raises(PosteriorError, match=r"p\.parquet: is no posterior any more .* samvirke calibrate"):
        read_posterior(tmp_path / "p.parquet")


def test_each_seed_has_its_own_draw_the_same_in_every_arm(tmp_path: Path):
    posterior = written(tmp_path / "p.parquet")
    what = plan(tiny(), seed=8, replicates=5, defaults=True)
    with_draws = type(what)(what.scenario, what.arms, what.seeds, what.keep, posterior)
    (tables,) = batches(with_draws)
    drawn = tables["outcomes"].to_pandas().groupby("seed").draw.unique()
    assert [list(each) for each in drawn] == [[8], [9], [10], [1], [2]]


def test_a_scenario_that_names_no_posterior_has_the_defaults():
    assert posterior_of(tiny()) is None
    (tables,) = batches(plan(tiny()))
    assert set(tables["outcomes"]["draw"].to_pylist()) == {0}
