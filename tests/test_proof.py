"""The measures of the proof, on cases small enough to know the answer."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.likelihood import log_likelihood
from analysis.proof.asked_twice import asked_twice, places_of_second_times
from analysis.proof.baselines import as_before, literature, mean_of_the_scale, saturated, shares_of_codes, uniform
from analysis.proof.blocks import BLOCKS, places_of_blocks
from analysis.proof.endings import MOVES, binomial_interval, changes_between, moved, percent_of, within_its_interval
from analysis.proof.identification import contraction, correlations, drawn_from_their_prior, identify
from analysis.proof.left_out import MODEL, Draw, LeftOut, by_refit, leave_out_blocks
from analysis.proof.lived import live_draws, runs_weights, with_other_respondents
from analysis.proof.null_models import DIFFERENCES, RESPONSES, Alike, all_alike, endings_by_luck, is_joint, joint_scores
from analysis.proof.parts import chosen, places_of
from analysis.proof.predictive import percent_at_n, places_in_line, predict, predicted
from analysis.proof.questions_of import Answered, answered
from analysis.proof.response import mean_among_cs, mean_correlations, reliability, share_high
from analysis.proof.scores import binomial_row, score_of_counts, score_of_shares
from analysis.proof.weighting import effective_number, weighted_mean, weighted_quantile, weights_without
from analysis.targets import Target
from model.agents.partnership import CONTINUES_ADJUSTED, ENDED_ALTOGETHER
from model.ensemble import simulate
from model.items import ITEM_NUMBER, ITEMS
from model.parameters import REGISTRY
from model.world import lay_out
from tests.lives import tiny
from tests.proofs import MONTHS, SAMPLED, alike_draws, answers_to, lived_with, question, small, target

CHANCE = np.random.default_rng(1)
EVEN = np.full(4, 0.25)


# Weights


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
    assert effective_number(EVEN) == pytest.approx(4.0)
    assert effective_number([1.0, 0.0, 0.0]) == pytest.approx(1.0)


def test_leaving_a_question_out_takes_back_all_that_it_did_to_the_weights():
    log_likelihoods = np.log([[0.9, 0.5], [0.1, 0.5]])
    seen = np.array([0.9, 0.1])
    np.testing.assert_allclose(weights_without(seen, log_likelihoods, [0]), [0.5, 0.5])


def test_leaving_out_what_says_nothing_changes_no_weight():
    np.testing.assert_allclose(weights_without([0.9, 0.1], np.log([[0.9, 0.5], [0.1, 0.5]]), [1]), [0.9, 0.1])


def test_the_lives_of_a_draw_share_its_weight():
    np.testing.assert_allclose(runs_weights([0.8, 0.2], 2), [0.4, 0.4, 0.1, 0.1])


def test_lives_of_a_draw_share_what_was_calibrated_and_nothing_else():
    _, posterior = small()
    found = chosen(posterior, places_of(posterior, 5), 3, 1)
    for name in SAMPLED:
        assert len(set(found.records[name][:3])) == 1
    assert len(set(found.records["halo"][:3])) == 3
    assert found.runs == 15
    assert found.weights_of_runs.sum() == pytest.approx(1.0)


# The prediction at the n that answered


def test_if_all_answer_alike_the_percentage_is_certain_at_any_n():
    lived = lived_with(answers_to("trust_between_partners", np.full((5, 37), 4)))
    (row,) = predict([target("trust_between_partners", (4, 5), 33, 36)], lived, 1)
    assert (row.mean, row.low, row.high, row.inside) == (100.0, 100.0, 100.0, False)


def test_only_those_who_answer_are_counted():
    places = np.tile(np.arange(4), (1, 1))
    lived = lived_with(answers_to("trust_between_partners", [[5, 5, 1, 1]]))
    assert percent_at_n(target("trust_between_partners", (5,), 1, 2), lived, places).tolist() == [100.0]
    assert percent_at_n(target("trust_between_partners", (5,), 1, 4), lived, places).tolist() == [50.0]


def test_a_condition_asks_only_those_who_meet_it():
    answers = answers_to("synergy", [[5, 1, 5, 1]])
    answers[:, :, 2, ITEM_NUMBER["all_seven_c_high"]] = [1, 1, 0, 0]
    row = target("synergy", (5,), 7, 11, given=("all_seven_c_high", (1,)))
    lived = lived_with(np.tile(answers, (1, 10, 1, 1)))
    assert percent_at_n(row, lived, places_in_line(lived, 1))[0] == pytest.approx(50.0, abs=8.0)


def test_where_nobody_meets_the_condition_nothing_is_said():
    row = target("synergy", (5,), 7, 11, given=("all_seven_c_high", (1,)))
    lived = lived_with(answers_to("synergy", [[5, 5]]))
    assert np.isnan(percent_at_n(row, lived, places_in_line(lived, 1))[0])


def test_in_counted_rows_those_that_did_not_answer_count_as_no():
    lived = lived_with(answers_to("all_seven_c_high", np.ones((1, 37))))
    percent = percent_at_n(target("all_seven_c_high", (1,), 11, 37), lived, places_in_line(lived, 1))
    assert percent[0] == pytest.approx(100.0 * 35 / 37)


def test_fewer_who_answer_make_a_wider_interval():
    lived = lived_with(answers_to("synergy", CHANCE.integers(1, 6, (400, 37))))
    few, many = predict([target("synergy", (4, 5), 4, 10), target("synergy", (4, 5), 14, 36)], lived, 1)
    assert few.width > many.width


def test_what_was_counted_stands_for_what_was_printed_where_it_is_known():
    assert target("synergy", (5,), 5, 35).exact_percent == pytest.approx(14.2857, abs=1e-3)
    assert replace(target("synergy", (5,), 5, 35), percent=48.0, count=float("nan")).exact_percent == 48.0


def test_the_same_seed_lets_the_same_partnerships_answer():
    lived = lived_with(answers_to("synergy", np.ones((3, 5))))
    np.testing.assert_array_equal(places_in_line(lived, 4), places_in_line(lived, 4))
    assert not np.array_equal(places_in_line(lived, 4), places_in_line(lived, 5))


# What is said without a model


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


def test_persistence_says_what_was_said_before_and_nothing_of_what_was_asked_once():
    cells = ((4, 5), (1, 2, 3))
    before, after = question("activity_quality", cells, (30, 5), "24"), question("activity_quality", cells, (31, 4))
    assert as_before([before])(after).tolist() == pytest.approx([30.5 / 36, 5.5 / 36])
    assert as_before([before])(question("synergy", cells, (1, 1))) is None


def test_the_literature_speaks_of_turnover_and_endings_only():
    turnover = literature(question("key_person_turnover_so_far", ((1,), (0,)), (27, 9)))
    assert 0.8 < turnover[0] < 0.95
    assert literature(question("future", ((0,), (1,), (2,), (3,)), (2, 13, 17, 3))).sum() == pytest.approx(1.0)
    assert literature(question("synergy", ((5,), (1, 2, 3, 4)), (1, 1))) is None


# Scores


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


# Who speaks


def test_two_respondents_of_pure_noise_have_nothing_in_common():
    first, second = CHANCE.normal(size=(2, 300, 37))
    assert reliability(first, second, np.full(300, 1 / 300)) == pytest.approx(0.0, abs=0.03)


def test_two_respondents_who_say_the_same_are_fully_reliable():
    said = CHANCE.integers(1, 6, (10, 37))
    assert reliability(said, said, np.full(10, 0.1)) == pytest.approx(1.0)


def test_as_much_noise_as_difference_leaves_half():
    real, noise, other = CHANCE.normal(size=(3, 400, 37))
    assert reliability(real + noise, real + other, np.full(400, 1 / 400)) == pytest.approx(0.5, abs=0.03)


def test_differences_between_lives_are_no_reliability():
    of_lives = CHANCE.normal(size=(300, 1)) * 10
    first, second = of_lives + CHANCE.normal(size=(2, 300, 37))
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
    assert (found.answered, found.is_so) == (75.0, 25.0)


def test_other_respondents_answer_otherwise_of_the_same_lives():
    lives = simulate(lay_out(tiny()), (1, 2))
    other = with_other_respondents(lives)
    assert other.seen is lives.seen
    assert (other.seeds != lives.seeds).all()


# What the data say about parameters


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


# Endings


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


# Blocks


def test_the_blocks_hold_every_item_once():
    items = [item for block in BLOCKS.values() for item in block]
    assert sorted(items) == sorted(ITEMS)


def test_blocks_none_of_whose_questions_is_fitted_are_not_left_out():
    asked = [question("synergy", ((5,), (1, 2, 3, 4)), (1, 1)), question("future", ((0,), (1, 2, 3)), (1, 1))]
    assert places_of_blocks(asked) == {"synergy": [0], "endings": [1]}


def two_draws() -> tuple[Draw, list[Target], dict[str, np.ndarray]]:
    """One draw says yes to both questions, the other no; the report says yes: a posterior holds the first for likely."""
    asked = tuple(question(item, ((5,), (1, 2, 3, 4)), (10, 0), target_ids=(item,)) for item in ("synergy", "all_partners_invested"))
    counts = tuple(np.array([[90.0, 10.0], [10.0, 90.0]]) for _ in asked)
    log_likelihoods = np.stack([log_likelihood((10, 0), each) for each in counts], axis=-1)
    weights = np.exp(log_likelihoods.sum(axis=1))
    rows = [replace(target(each.item, (5,), 10, 10), target_id=each.item) for each in asked]
    percents = {each.item: np.array([90.0, 10.0]) for each in asked}
    return Draw(weights / weights.sum(), log_likelihoods, Answered(asked, counts)), rows, percents


def test_a_block_is_predicted_only_by_what_the_others_say():
    draw, rows, percents = two_draws()
    found = {each.block: each for each in leave_out_blocks(draw, draw, rows, percents, 1)}
    only_the_other = np.exp(draw.log_likelihoods[:, 1])
    expected = percents["synergy"] @ (only_the_other / only_the_other.sum())
    assert found["synergy"].rows[0].mean == pytest.approx(expected)
    assert found["synergy"].total(MODEL) <= score_of_counts(draw.answered.questions[0], draw.answered.pooled(draw.weights)[0])


def test_few_draws_call_for_a_refit_and_a_refit_does_not():
    draw, rows, percents = two_draws()
    (block, _) = leave_out_blocks(draw, draw, rows, percents, 1)
    assert block.needs_a_refit
    lived = lived_with(answers_to("synergy", np.full((4, 37), 5)))
    refitted = by_refit(
        replace(block, block="synergy", scores={MODEL: {draw.answered.questions[0].name: -9.0}}), lived, None, draw.answered.questions, 1
    )
    assert not refitted.needs_a_refit
    assert refitted.total(MODEL) > -1.0
    assert refitted.effective == pytest.approx(4.0)


def test_a_model_is_not_said_to_win_where_it_does_not():
    block = LeftOut("synergy", 500.0, (), {MODEL: {"a": -3.0}, "uniform": {"a": -2.0}, "literature": {"a": float("nan")}})
    assert block.not_beaten == ("uniform",)
    assert block.gain_over("uniform") == pytest.approx(-1.0)
    assert not block.speaks("literature")


def test_what_was_asked_twice_is_put_beside_persistence():
    cells = ((4, 5), (1, 2, 3))
    asked = (question("activity_quality", cells, (30, 5), "24"), question("activity_quality", cells, (31, 4)))
    counts = tuple(np.array([[90.0, 10.0], [60.0, 40.0]]) for _ in asked)
    draw = Draw(np.array([0.5, 0.5]), np.zeros((2, 2)), Answered(asked, counts))
    (found,) = asked_twice(draw, {})
    assert found.question == asked[1].name
    assert found.persistence > found.left_out
    assert not found.refitted


def test_a_second_time_is_said_by_lives_that_never_saw_it_where_there_are_some():
    asked = (question("synergy", ((4, 5), (1, 2, 3)), (30, 5)), question("activity_quality", ((4, 5), (1, 2, 3)), (30, 5), "24"))
    again = question("activity_quality", ((4, 5), (1, 2, 3)), (31, 4))
    counts = tuple(np.array([[60.0, 40.0]]) for _ in range(3))
    draw = Draw(np.array([1.0]), np.zeros((1, 3)), Answered((*asked, again), counts))
    assert places_of_second_times(draw.answered.questions) == {"activity_quality_asked_again": [2]}
    as_reported = np.tile(np.repeat([5, 3], [33, 4]), (4, 1))
    (found,) = asked_twice(draw, {"activity_quality_asked_again": lived_with(answers_to("activity_quality", as_reported))})
    assert found.refitted
    assert found.left_out > asked_twice(draw, {})[0].left_out


# Null models


def test_all_alike_leaves_no_difference_that_a_parameter_or_a_lever_makes():
    alike = all_alike(tiny())
    assert all(alike.parameters[name] == 0.0 for name in DIFFERENCES)
    assert not any(case.levers for case in alike.partnerships)


def test_the_null_model_forgets_what_its_draws_had_seen_of_a_question():
    asked = (question("synergy", ((5,), (1, 2, 3, 4)), (1, 1)),)
    says_nothing = np.zeros((2 * len(RESPONSES), 1))
    even = np.full(len(says_nothing), 1 / len(says_nothing))
    alike = Alike(Draw(even, says_nothing, Answered(asked, (np.ones((len(even), 2)),))), Answered((), ()), 0.1, 0.1)
    forgotten = alike.having_seen(np.log([[0.9], [0.1]]))
    weights = weights_without(forgotten.weights, forgotten.log_likelihoods, [0])
    assert weights[1] / weights[0] == pytest.approx(9.0)


def test_luck_keeps_how_many_end_so_and_forgets_who():
    answers = answers_to("future", CHANCE.integers(0, 4, (20, 37)), wave=3)
    lived = lived_with(answers)
    dealt = endings_by_luck(lived, 1).answers[:, :, 3, ITEM_NUMBER["future"]]
    before = answers[:, :, 3, ITEM_NUMBER["future"]]
    np.testing.assert_array_equal(np.sort(dealt, axis=1), np.sort(before, axis=1))
    assert not np.array_equal(dealt, before)


def test_joint_questions_are_those_about_two_answers_at_once():
    plain = question("synergy", ((5,), (1, 2, 3, 4)), (1, 1))
    given = question("synergy", ((5,), (1, 2, 3, 4)), (1, 1), given=("all_seven_c_high", (1,)))
    assert not is_joint(plain)
    assert is_joint(given)
    found = joint_scores(Answered((plain, given), (np.ones((1, 2)), np.ones((1, 2)))), np.array([1.0]))
    assert list(found) == [given.name]


# Lives


def test_lives_are_the_same_however_many_at_a_time_and_told_to_the_last():
    told: list[int] = []
    world, draws = lay_out(tiny(), monthly=False, events=False), alike_draws(30, 2)
    lived = live_draws(world, draws, 5, told.append)
    assert sum(told) == 60
    alone = simulate(world, [5 + 59], draws.records[59:])
    np.testing.assert_allclose(lived.latent[59], alone.latent[0], rtol=1e-6)


def test_the_questions_of_a_draw_are_answered_by_all_its_lives_together():
    lived = lived_with(answers_to("synergy", np.full((6, 10), 5)), lives_each=3)
    found = answered([question("synergy", ((5,), (1, 2, 3, 4)), (9, 1))], lived)
    assert found.counts[0].tolist() == [[30.0, 0.0], [30.0, 0.0]]
    assert found.pooled(lived.draws.weights)[0].tolist() == [60.0, 0.0]
    assert found.log_likelihoods(200.0).shape == (2, 1)


def test_a_prediction_says_where_nine_in_ten_surveys_lie():
    row = predicted(target("synergy", (5,), 18, 36), np.arange(101.0), np.full(101, 1 / 101))
    assert (row.low, row.median, row.high) == (5.0, 50.0, 95.0)
    assert row.inside
    assert row.error == pytest.approx(0.0)


def test_months_are_those_of_the_questionnaire():
    assert MONTHS == (12, 24, 36)
