"""The weights of draws, and the runs simulated with them, on cases small enough to know the answer."""

import numpy as np
import pytest

from samvirke.analysis.validation.ensembles import runs_weights, simulate_draws
from samvirke.analysis.validation.parts import chosen, places_of
from samvirke.analysis.validation.predictive import predicted
from samvirke.analysis.validation.scores import answered
from samvirke.analysis.validation.weighting import effective_sample_size, weighted_mean, weighted_quantile, weights_without
from samvirke.model.ensemble import simulate
from samvirke.model.world import lay_out
from tests.ensembles import tiny
from tests.validations import MONTHS, SAMPLED, alike_draws, answers_to, question, simulated_with, small, target

EVEN = np.full(4, 0.25)


def test_a_weighted_quantile_of_equal_weights_is_a_value_that_was_there():
    assert weighted_quantile([3.0, 1.0, 2.0, 4.0], EVEN, 0.5) == 2.0
    assert weighted_quantile([3.0, 1.0, 2.0, 4.0], EVEN, 1.0) == 4.0


def test_a_draw_without_weight_moves_neither_quantile_nor_mean():
    weights = np.array([0.5, 0.5, 0.0])
    assert weighted_quantile([1.0, 2.0, 99.0], weights, 0.95) == 2.0
    assert weighted_mean([1.0, 2.0, 99.0], weights) == 1.5


def test_what_is_not_known_counts_in_neither():
    assert weighted_mean([1.0, np.nan], [0.5, 0.5]) == 1.0
    assert np.isnan(weighted_quantile([np.nan], [1.0], 0.5))
    assert np.isnan(weighted_mean([np.nan], [1.0]))


def test_equal_weights_are_worth_their_number_and_one_heavy_draw_is_worth_one():
    assert effective_sample_size(EVEN) == pytest.approx(4.0)
    assert effective_sample_size([1.0, 0.0, 0.0]) == pytest.approx(1.0)


def test_leaving_a_question_out_takes_back_all_that_it_did_to_the_weights():
    log_likelihoods = np.log([[0.9, 0.5], [0.1, 0.5]])
    seen = np.array([0.9, 0.1])
    np.testing.assert_allclose(weights_without(seen, log_likelihoods, [0]), [0.5, 0.5])


def test_leaving_out_what_says_nothing_changes_no_weight():
    np.testing.assert_allclose(weights_without([0.9, 0.1], np.log([[0.9, 0.5], [0.1, 0.5]]), [1]), [0.9, 0.1])


def test_the_runs_of_a_draw_share_its_weight():
    np.testing.assert_allclose(runs_weights([0.8, 0.2], 2), [0.4, 0.4, 0.1, 0.1])


def test_runs_of_a_draw_share_its_whole_parameter_set():
    _, posterior = small()
    found = chosen(posterior, places_of(posterior, 5), 3)
    for name in (*SAMPLED, "halo"):
        assert len(set(found.records[name][:3])) == 1
        assert len(set(found.records[name])) == 5
    assert found.runs == 15
    assert found.weights_of_runs.sum() == pytest.approx(1.0)


def test_runs_are_the_same_however_many_at_a_time_and_all_are_counted():
    told: list[int] = []
    world, draws = lay_out(tiny(), monthly=False, events=False), alike_draws(30, 2)
    simulated = simulate_draws(world, draws, 5, told.append)
    assert sum(told) == 60
    alone = simulate(world, [5 + 59], draws.records[59:])
    np.testing.assert_allclose(simulated.latent[59], alone.latent[0], rtol=1e-6)


def test_the_questions_of_a_draw_are_answered_by_all_its_runs_together():
    simulated = simulated_with(answers_to("synergy", np.full((6, 10), 5)), runs_each=3)
    found = answered([question("synergy", ((5,), (1, 2, 3, 4)), (9, 1))], simulated)
    assert found.counts[0].tolist() == [[30.0, 0.0], [30.0, 0.0]]
    assert found.pooled(simulated.draws.weights)[0].tolist() == [60.0, 0.0]
    assert found.log_likelihoods([200.0]).shape == (2, 1)


def test_a_prediction_says_where_nine_in_ten_surveys_lie():
    row = predicted(target("synergy", (5,), 18, 36), np.arange(101.0), np.full(101, 1 / 101))
    assert (row.low, row.median, row.high) == (5.0, 50.0, 95.0)
    assert row.inside
    assert row.error == pytest.approx(0.0)


def test_months_are_those_of_the_questionnaire():
    assert MONTHS == (12, 24, 36)
