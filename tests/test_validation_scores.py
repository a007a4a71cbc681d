"""Predictions at the n that answered, what is predicted without a model, and the scores of both, on small cases."""

from dataclasses import replace

import numpy as np
import pytest

from samvirke.analysis.validation.baselines import literature, mean_of_the_scale, persistence, saturated, shares_of_codes, uniform
from samvirke.analysis.validation.predictive import percent_at_n, places_in_line, predict
from samvirke.analysis.validation.scores import binomial_row, score_of_counts, score_of_shares
from samvirke.model.items import ITEM_NUMBER
from tests.validations import answers_to, question, simulated_with, target

CHANCE = np.random.default_rng(1)


def test_if_all_answer_alike_the_percentage_is_certain_at_any_n():
    simulated = simulated_with(answers_to("trust_between_partners", np.full((5, 37), 4)))
    (row,) = predict([target("trust_between_partners", (4, 5), 33, 36)], simulated, 1)
    assert (row.mean, row.low, row.high, row.inside) == (100.0, 100.0, 100.0, False)


def test_only_those_who_answer_are_counted():
    places = np.tile(np.arange(4), (1, 1))
    simulated = simulated_with(answers_to("trust_between_partners", [[5, 5, 1, 1]]))
    assert percent_at_n(target("trust_between_partners", (5,), 1, 2), simulated, places).tolist() == [100.0]
    assert percent_at_n(target("trust_between_partners", (5,), 1, 4), simulated, places).tolist() == [50.0]


def test_a_condition_asks_only_those_who_meet_it():
    answers = answers_to("synergy", [[5, 1, 5, 1]])
    answers[:, :, 2, ITEM_NUMBER["all_seven_c_high"]] = [1, 1, 0, 0]
    row = target("synergy", (5,), 7, 11, given=("all_seven_c_high", (1,)))
    simulated = simulated_with(np.tile(answers, (1, 10, 1, 1)))
    assert percent_at_n(row, simulated, places_in_line(simulated, 1))[0] == pytest.approx(50.0, abs=8.0)


def test_where_nobody_meets_the_condition_nothing_is_reported():
    row = target("synergy", (5,), 7, 11, given=("all_seven_c_high", (1,)))
    simulated = simulated_with(answers_to("synergy", [[5, 5]]))
    assert np.isnan(percent_at_n(row, simulated, places_in_line(simulated, 1))[0])


def test_in_counted_rows_those_that_did_not_answer_count_as_no():
    simulated = simulated_with(answers_to("all_seven_c_high", np.ones((1, 37))))
    percent = percent_at_n(target("all_seven_c_high", (1,), 11, 37), simulated, places_in_line(simulated, 1))
    assert percent[0] == pytest.approx(100.0 * 35 / 37)


def test_fewer_who_answer_make_a_wider_interval():
    simulated = simulated_with(answers_to("synergy", CHANCE.integers(1, 6, (400, 37))))
    few, many = predict([target("synergy", (4, 5), 4, 10), target("synergy", (4, 5), 14, 36)], simulated, 1)
    assert few.width > many.width


def test_what_was_counted_stands_for_what_was_printed_where_it_is_known():
    assert target("synergy", (5,), 5, 35).exact_percent == pytest.approx(14.2857, abs=1e-3)
    assert replace(target("synergy", (5,), 5, 35), percent=48.0, count=float("nan")).exact_percent == 48.0


def test_the_same_seed_lets_the_same_partnerships_answer():
    simulated = simulated_with(answers_to("synergy", np.ones((3, 5))))
    np.testing.assert_array_equal(places_in_line(simulated, 4), places_in_line(simulated, 4))
    assert not np.array_equal(places_in_line(simulated, 4), places_in_line(simulated, 5))


def test_uniform_counts_the_answers_of_a_cell():
    assert uniform(question("synergy", ((5,), (4,), (1, 2, 3)), (1, 1, 1))).tolist() == pytest.approx([0.2, 0.2, 0.6])


def test_the_mean_of_a_scale_with_one_item_is_that_item():
    shares = shares_of_codes("satisfaction5", [question("activity_quality", ((4, 5), (1, 2, 3)), (30, 10))])
    assert shares is not None
    assert shares[4] + shares[5] == pytest.approx(0.75, abs=0.01)


def test_merged_answers_are_shared_out_as_others_answer():
    plain = question("synergy", ((5,), (4,), (1, 2, 3)), (30, 10, 0))
    merged = question("trust_between_partners", ((4, 5), (1, 2, 3)), (40, 0))
    shares = shares_of_codes("degree5", [plain, merged])
    assert shares is not None
    assert shares[5] / shares[4] == pytest.approx(3.0, rel=0.05)


def test_the_mean_of_a_scale_nobody_answered_says_nothing():
    assert mean_of_the_scale([])(question("synergy", ((5,), (1, 2, 3, 4)), (1, 1))) is None


def test_persistence_predicts_the_earlier_answer_and_nothing_where_it_was_asked_once():
    cells = ((4, 5), (1, 2, 3))
    before, after = question("activity_quality", cells, (30, 5), "24"), question("activity_quality", cells, (31, 4))
    shares = persistence([before])(after)
    assert shares is not None
    assert shares.tolist() == pytest.approx([30.5 / 36, 5.5 / 36])
    assert persistence([before])(question("synergy", cells, (1, 1))) is None


def test_the_literature_speaks_of_turnover_and_endings_only():
    turnover = literature(question("key_person_turnover_so_far", ((1,), (0,)), (27, 9)))
    endings = literature(question("future", ((0,), (1,), (2,), (3,)), (2, 13, 17, 3)))
    assert turnover is not None
    assert endings is not None
    assert 0.8 < turnover[0] < 0.95
    assert endings.sum() == pytest.approx(1.0)
    assert literature(question("synergy", ((5,), (1, 2, 3, 4)), (1, 1))) is None


def test_nothing_beats_the_reported_shares_themselves():
    asked = question("synergy", ((5,), (4,), (1, 2, 3)), (20, 10, 5))
    best = score_of_shares(asked, saturated(asked))
    others = CHANCE.dirichlet([1, 1, 1], 50)
    assert all(score_of_shares(asked, shares) < best for shares in others)


def test_many_simulated_answers_say_what_their_shares_say():
    asked = question("synergy", ((5,), (1, 2, 3, 4)), (20, 15))
    assert score_of_counts(asked, np.array([4e6, 3e6])) == pytest.approx(score_of_shares(asked, np.array([4 / 7, 3 / 7])), abs=1e-3)


def test_a_baseline_that_says_nothing_has_no_score():
    assert np.isnan(score_of_shares(question("synergy", ((5,), (1, 2, 3, 4)), (1, 1)), None))


def test_a_row_of_a_baseline_is_binomial():
    row, asked = target("synergy", (5,), 18, 36), question("synergy", ((5,), (1, 2, 3, 4)), (18, 18), target_ids=("synergy_(5,)",))
    found = binomial_row(row, saturated, [asked])
    assert found.mean == pytest.approx(50.0)
    assert [found.low, found.high] == pytest.approx([100 * 13 / 36, 100 * 23 / 36])
