"""What the benchmark of inference methods counts as coverage, log score and contraction, and what a network is told of a report."""

from pathlib import Path

import numpy as np
import pytest

from samvirke.analysis.calibration.evidence import evidence_of
from samvirke.analysis.calibration.joint_likelihood import reported, synthetic
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.model.scenario import read_scenario
from tests.benchmarks.inference import kept_table, most_moving
from tests.benchmarks.inference_measures import agreement, measured, share_further_out
from tests.benchmarks.neural_posterior import Inputs

REPORTS, DRAWS = 400, 200
TALLIES = Tallies(evidence_of(read_scenario("partnerskabspuljen")))


def conjugate(width: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Draws of the posterior of a normal score seen with an error of 1 (made wider or narrower), and the truths."""
    chance = np.random.default_rng(3)
    truths = chance.standard_normal((REPORTS, 2))
    means = (truths + chance.standard_normal(truths.shape)) / 2.0
    return means[:, None] + width * 0.5**0.5 * chance.standard_normal((REPORTS, DRAWS, 2)), truths


def test_right_draws_cover_as_often_as_they_say_and_contract_by_half():
    found = measured(*conjugate())
    assert found.covered == pytest.approx((0.5, 0.9), abs=0.05)
    assert found.contraction == pytest.approx(0.5, abs=0.02)


def test_draws_that_are_too_narrow_or_too_wide_score_worse_than_right_ones():
    right, narrow, wide = (measured(*conjugate(width)) for width in (1.0, 0.4, 2.5))
    assert right.gain > narrow.gain
    assert right.gain > wide.gain
    assert narrow.covered[1] < 0.7 < right.covered[1] < wide.covered[1]


def test_draws_of_the_prior_teach_nothing():
    chance = np.random.default_rng(4)
    found = measured(chance.standard_normal((REPORTS, DRAWS, 3)), chance.standard_normal((REPORTS, 3)))
    assert found.gain == pytest.approx(0.0, abs=0.1)
    assert found.contraction == pytest.approx(0.0, abs=0.02)


def test_a_truth_that_no_draw_comes_near_costs_no_more_than_a_hundredth_of_the_prior():
    truth = np.full((1, 1), 3.0)
    found = measured(np.full((1, DRAWS, 1), -3.0), truth)
    assert found.gains[0, 0] == pytest.approx(np.log(0.01), abs=1e-6)


def test_means_that_differ_by_one_deviation_are_one_apart_and_may_still_agree_in_order():
    draws = np.random.default_rng(5).standard_normal((5000, 4)) + np.arange(4.0)
    together, apart = agreement(draws, draws + 1.0)
    assert together == pytest.approx(1.0)
    assert apart == pytest.approx(1.0, abs=0.05)


def test_a_report_like_no_run_lies_further_out_than_all_of_them():
    runs = np.random.default_rng(7).standard_normal((1000, 3)) * [1.0, 2.0, 0.1]
    assert share_further_out(runs, np.array([0.0, 0.0, 1.0])) == 0.0
    assert share_further_out(runs, np.zeros(3)) > 0.99


def test_those_that_move_the_most_columns_come_first():
    assert most_moving(np.array([[0.0, 1.0], [-5.0, 0.0], [3.0, 3.0]]), 2).tolist() == [1, 2]


def columns_of_runs(number: int) -> np.ndarray:
    """Runs in which everybody answered something at random."""
    chance, columns = np.random.default_rng(6), np.zeros((number, TALLIES.cells + len(TALLIES.evidence.published)))
    for place, block in enumerate(TALLIES.blocks):
        asked = 37 if place < len(TALLIES.questions) else 1
        columns[:, block] = chance.multinomial(asked, np.full(block.stop - block.start, 1.0 / (block.stop - block.start)), number)
    return columns


def test_a_network_is_told_shares_so_a_report_half_as_large_looks_the_same():
    inputs = Inputs.of(TALLIES, columns := columns_of_runs(200))
    questions = slice(0, TALLIES.blocks[len(TALLIES.questions)].start)
    halved = columns.copy()
    halved[:, questions] /= 2.0
    assert np.allclose(inputs(columns), inputs(halved))


def test_a_question_that_nobody_was_asked_tells_a_network_nothing():
    inputs = Inputs.of(TALLIES, columns := columns_of_runs(200))
    columns[0, TALLIES.blocks[3]] = 0.0
    assert (inputs(columns)[0, TALLIES.blocks[3]] == 0.0).all()


def test_an_unknown_attainment_counts_in_every_cell_that_agrees_and_a_known_outcome_as_in_a_run():
    inputs = Inputs.of(TALLIES, columns := columns_of_runs(200))
    shares = inputs.of_report(reported(TALLIES))[0] * inputs.spreads + inputs.means
    for place, outcome in enumerate(TALLIES.evidence.outcomes, start=len(TALLIES.questions)):
        own = shares[TALLIES.blocks[place]]
        assert own.sum() == pytest.approx(1.0, abs=1e-5)
        assert own[list(outcome.cells)].sum() == pytest.approx(1.0, abs=1e-5)
        assert (own[list(outcome.cells)] > 0.0).all()
    run = synthetic(TALLIES, columns[0], reported(TALLIES))
    assert np.allclose(inputs.of_report(run)[0], inputs(columns)[0], atol=1e-5)


def test_a_folder_without_a_table_is_refused_by_name(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="table-2"):
        kept_table(tmp_path, 2)


def test_parts_of_a_table_are_read_in_their_order(tmp_path: Path):
    for part in (1, 0):
        np.savez(tmp_path / f"table-1-{part:03d}.npz", scores=np.full((2, 3), part), columns=np.full((2, 4), part))
    assert kept_table(tmp_path, 1).scores[:, 0].tolist() == [0.0, 0.0, 1.0, 1.0]
