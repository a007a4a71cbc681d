"""Who speaks, what the data say about parameters, and what these do to endings, on small cases."""

import numpy as np
import pytest

from samvirke.analysis.validation.endings import MOVES, binomial_interval, changes_between, moved, percent_of, within_its_interval
from samvirke.analysis.validation.ensembles import with_other_respondents
from samvirke.analysis.validation.identification import contraction, correlations, drawn_from_their_prior, identify
from samvirke.analysis.validation.response import mean_among_cs, mean_correlations, reliability, share_high
from samvirke.model.agents.partnership import CONTINUES_ADJUSTED, ENDED_ALTOGETHER
from samvirke.model.ensemble import simulate
from samvirke.model.items import ITEM_NUMBER, ITEMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.world import lay_out
from tests.ensembles import tiny
from tests.validations import SAMPLED, alike_draws, target

CHANCE = np.random.default_rng(1)


def test_two_respondents_of_pure_noise_have_nothing_in_common():
    first, second = CHANCE.normal(size=(2, 300, 37))
    assert reliability(first, second, np.full(300, 1 / 300)) == pytest.approx(0.0, abs=0.03)


def test_two_respondents_who_say_the_same_are_fully_reliable():
    wording = CHANCE.integers(1, 6, (10, 37))
    assert reliability(wording, wording, np.full(10, 0.1)) == pytest.approx(1.0)


def test_as_much_noise_as_difference_leaves_half():
    real, noise, other = CHANCE.normal(size=(3, 400, 37))
    assert reliability(real + noise, real + other, np.full(400, 1 / 400)) == pytest.approx(0.5, abs=0.03)


def test_differences_between_runs_are_no_reliability():
    of_runs = CHANCE.normal(size=(300, 1)) * 10
    first, second = of_runs + CHANCE.normal(size=(2, 300, 37))
    assert reliability(first, second, np.full(300, 1 / 300)) == pytest.approx(0.0, abs=0.03)


def test_where_all_answer_alike_there_is_no_reliability_to_speak_of():
    assert np.isnan(reliability(np.ones((2, 5)), np.ones((2, 5)), np.array([0.5, 0.5])))


def test_one_common_cause_correlates_the_seven_cs_and_none_does_not():
    common, own = CHANCE.normal(size=(200, 37, 1)), CHANCE.normal(size=(200, 37, 8))
    weights = np.full(200, 1 / 200)
    assert mean_among_cs(mean_correlations(common + own, weights)) == pytest.approx(0.5, abs=0.05)
    assert mean_among_cs(mean_correlations(own, weights)) == pytest.approx(0.0, abs=0.05)


def test_the_share_high_is_counted_as_answered_and_as_it_is():
    answers, latent = np.full((1, 4, len(ITEMS)), 3), np.zeros((1, 4, len(ITEMS)))
    number = ITEM_NUMBER["synergy"]
    answers[0, :, number], latent[0, :, number] = [5, 4, 4, 3], [0.9, 0.5, 0.5, 0.5]
    found = share_high("synergy", answers, latent, np.array([1.0]))
    assert (found.answered, found.state) == (75.0, 25.0)


def test_other_respondents_answer_otherwise_about_the_same_runs():
    ensemble = simulate(lay_out(tiny()), (1, 2))
    other = with_other_respondents(ensemble)
    assert other.seen is ensemble.seen
    assert (other.seeds != ensemble.seeds).all()


def test_the_prior_itself_is_not_contracted():
    shares = (np.arange(1000) + 0.5) / 1000
    assert contraction(shares, np.full(1000, 1e-3)) == pytest.approx(0.0, abs=1e-3)


def test_a_parameter_that_is_known_is_contracted_fully():
    assert contraction(np.full(10, 0.4), np.full(10, 0.1)) == pytest.approx(1.0)


def test_half_of_the_prior_is_half_contracted():
    assert contraction(np.linspace(0.25, 0.75, 1001), np.full(1001, 1 / 1001)) == pytest.approx(0.5, abs=0.01)


def test_two_parameters_that_go_together_are_named_as_such():
    draws = alike_draws(200)
    prior = REGISTRY["openness"].prior
    draws.records["openness"] = prior.at(REGISTRY["shared_power"].prior.share_of(draws.records["shared_power"]))
    found = {each.parameter: each for each in identify(SAMPLED, draws.records, draws.weights)}
    assert found["openness"].closest == "shared_power"
    assert found["openness"].correlation == pytest.approx(1.0)
    assert not found["response_noise"].is_identified


def test_correlations_of_independent_parameters_are_near_zero():
    shares = CHANCE.random((2000, 2))
    assert abs(correlations(shares, np.full(2000, 1 / 2000))[0, 1]) < 0.06


def test_what_was_not_sampled_is_listed_and_what_was_is_not():
    others = drawn_from_their_prior(SAMPLED)
    assert not set(others) & set(SAMPLED)
    assert "width_of_an_answer" not in others  # a convention: nothing to be uncertain of
    assert "halo" in others


def test_the_interval_of_none_begins_at_nothing_and_that_of_all_ends_at_all():
    assert binomial_interval(0, 35)[0] == 0.0
    assert binomial_interval(35, 35)[1] == 100.0


def test_two_of_35_may_be_anything_from_one_to_nineteen_percent():
    low, high = binomial_interval(2, 35)
    assert (round(low), round(high)) == (1, 19)
    assert within_its_interval(target("future", (0,), 2, 35), 15.0)
    assert not within_its_interval(target("future", (0,), 2, 35), 25.0)


def test_continuing_and_something_left_are_counted_over_those_who_have_declared():
    futures = np.array([[0, CONTINUES_ADJUSTED, ENDED_ALTOGETHER, -1]])
    assert percent_of("continues", futures)[0] == pytest.approx(200 / 3)
    assert percent_of("something_left", futures)[0] == pytest.approx(200 / 3)
    assert percent_of("ended", futures)[0] == pytest.approx(100 / 3)


def test_the_same_endings_on_both_sides_are_no_change():
    futures = CHANCE.integers(0, 4, (6, 37))
    assert all(each.mean == each.error == 0.0 and not each.is_enough for each in changes_between("trust", futures, futures, alike_draws(6)))


def test_one_partnership_more_of_37_is_less_than_three_points():
    low = np.full((2, 37), ENDED_ALTOGETHER)
    high = low.copy()
    high[:, 0] = 0
    changes = {each.outcome: each for each in changes_between("host", low, high, alike_draws(2))}
    assert changes["continues"].mean == pytest.approx(100 / 37)
    assert changes["ended"].mean == pytest.approx(-100 / 37)


def test_a_move_sets_its_parameters_and_no_others():
    draws = alike_draws(5)
    (trust, *_) = MOVES
    high = moved(trust, draws, 1).records
    assert set(high["trust_at_start"]) == {REGISTRY["trust_at_start"].prior.at(0.9)}
    np.testing.assert_array_equal(high["openness"], draws.records["openness"])
    assert len(set(draws.records["trust_at_start"])) == 5
